"""A meeting while it is held, as its screen reads it."""
