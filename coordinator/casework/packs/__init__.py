"""Who gets which pack of a meeting, and what papers ask beside the families' own reads."""
