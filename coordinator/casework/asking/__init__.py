"""Asking agencies for what they know before a meeting."""
