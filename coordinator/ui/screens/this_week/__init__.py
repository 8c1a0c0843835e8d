"""This week: what must be done before the next meeting."""
