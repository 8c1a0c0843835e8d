"""What the panel decides for itself."""
