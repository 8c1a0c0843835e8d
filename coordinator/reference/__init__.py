"""Bundled lists: seats, towns, working days."""
