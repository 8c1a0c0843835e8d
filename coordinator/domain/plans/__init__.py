"""The one plan: what may become of it, and how it differs from the last."""
