"""What the room sees: its display, the chip that says so, and hiding names."""
