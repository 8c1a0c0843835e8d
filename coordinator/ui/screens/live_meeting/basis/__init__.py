"""Whether the panel may work on whom the open line is about."""
