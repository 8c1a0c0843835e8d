"""What is missing on file, and with whom it lies."""
