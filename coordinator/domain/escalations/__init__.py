"""Escalations: their steps, their clock, how they look."""
