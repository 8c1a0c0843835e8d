"""Fixtures of the acts and reads."""

from tests.casework.minuted import held, issued, series
from tests.casework.told import told

__all__ = ["held", "issued", "series", "told"]
