"""Meetings: what is coming, and what is still unsigned."""
