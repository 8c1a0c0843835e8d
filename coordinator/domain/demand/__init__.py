"""Services needed before and after a plan began, and what one time is said to cost."""
