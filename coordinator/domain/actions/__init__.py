"""Actions, what is thought of before them, and what gets in their way."""
