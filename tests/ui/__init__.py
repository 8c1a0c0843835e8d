"""The windows, tested without a display."""
