"""The housing log."""
