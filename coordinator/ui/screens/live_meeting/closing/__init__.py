"""Ending the meeting: what is left open, its notes, and the minutes that follow."""
