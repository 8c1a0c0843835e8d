"""One escalation: its ask, its clock, its thread, and what can be done about it."""
