"""The same work without a window: one small module per family of commands."""
