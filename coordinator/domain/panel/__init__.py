"""What a panel decides for itself."""
