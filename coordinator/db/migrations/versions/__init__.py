"""Frozen steps, oldest first."""
