"""Asking the panel to take somebody on, and its answer."""
