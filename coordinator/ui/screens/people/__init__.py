"""People: the caseload, and a search over everything on file."""
