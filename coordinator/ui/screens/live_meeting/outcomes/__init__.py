"""Open actions with one key for each outcome, and what is in the way."""
