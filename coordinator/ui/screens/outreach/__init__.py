"""Outreach today: who is to be found, and what came of it, entered in one pass."""
