"""One person in one look."""
