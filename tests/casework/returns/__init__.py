"""Returns sheets through real files."""
