"""Journeys through the real window stand on what every test of the windows does."""

from tests.ui.conftest import _own_folders, desktop, look

__all__ = ["_own_folders", "desktop", "look"]
