"""Actions: who owes what to whom, and by when."""
