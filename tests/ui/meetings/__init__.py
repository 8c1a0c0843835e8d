"""The screen of meetings."""
