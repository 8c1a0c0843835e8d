"""Returns sheets: one that came back, row by row, and those taken in lately."""
