"""Bringing spreadsheets of people and actions in: planned, told, done as one act, undoable."""
