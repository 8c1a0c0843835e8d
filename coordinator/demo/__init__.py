"""A made-up panel to try the program on; the same seed gives the same panel."""
