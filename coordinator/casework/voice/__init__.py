"""What people say for themselves: their wishes, and My plan in easy words."""
