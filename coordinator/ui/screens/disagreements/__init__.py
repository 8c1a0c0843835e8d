"""Entries that say two things: both side by side, until somebody settles them."""
