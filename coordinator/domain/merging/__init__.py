"""Merging without a clock: changes name what they replace; what nothing replaces is current."""
