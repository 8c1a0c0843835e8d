"""The screen of returns sheets."""
