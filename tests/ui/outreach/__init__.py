"""The page of a day's outreach."""
