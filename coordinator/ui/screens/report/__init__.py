"""Is it working: the figures of a period with the words beside them, for the chair's own desk."""
