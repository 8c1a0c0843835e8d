"""My plan in easy words: written, looked at, signed off, given."""
