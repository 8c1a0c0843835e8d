"""New actions, one line each: who, what, by when."""
