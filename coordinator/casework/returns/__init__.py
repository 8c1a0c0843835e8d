"""Returns sheets: told what would come of them, taken in as one act, undoable."""
