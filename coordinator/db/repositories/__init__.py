"""The questions asked of each family of records."""
