"""What people say for themselves."""
