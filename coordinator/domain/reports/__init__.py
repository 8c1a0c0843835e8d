"""What the panel changes, in counts: the figures of a period, and how they may leave it."""
