"""The agenda at the side, and going from line to line."""
