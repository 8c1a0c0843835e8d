"""The panel's week: the first screen and its checklist."""
