"""What leaves the panel, in which form, and who holds it."""
