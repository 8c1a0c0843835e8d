"""Requests to see what is held: the list, and one with the entries an officer decides."""
