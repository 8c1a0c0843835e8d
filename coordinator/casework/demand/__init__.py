"""Counts of demand before and after a plan began, and unit costs."""
