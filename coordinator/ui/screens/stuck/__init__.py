"""What is stuck: barriers, what was asked about them, and the board by level."""
