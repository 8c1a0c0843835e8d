"""What was agreed today, to be read out before going on, and what was decided so far."""
