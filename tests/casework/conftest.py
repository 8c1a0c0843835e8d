"""Fixtures of the acts and reads."""

from tests.casework.told import told

__all__ = ["told"]
