"""People on file: entered, found, looked for, seen, warned about."""
