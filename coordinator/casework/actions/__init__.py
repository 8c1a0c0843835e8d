"""Actions, what gets in their way, and the drafts of what that raises."""
