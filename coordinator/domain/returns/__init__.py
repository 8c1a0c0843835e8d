"""Sheets that come back: updates from agencies, lists brought in."""
