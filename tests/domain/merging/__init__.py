"""The merge core."""
