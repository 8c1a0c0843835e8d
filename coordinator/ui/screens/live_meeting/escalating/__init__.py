"""Escalating in the room: whom, what, by when, on one line."""
