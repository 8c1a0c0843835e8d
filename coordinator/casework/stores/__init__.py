"""A store as a whole: made, opened, given to users, backed up, brought back."""
