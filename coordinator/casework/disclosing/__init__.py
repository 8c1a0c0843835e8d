"""What leaves the panel: why it may, to whom it went, what came back."""
