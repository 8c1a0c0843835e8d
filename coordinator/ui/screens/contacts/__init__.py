"""Contacts and words: our own card, theirs, and what was read aloud."""
