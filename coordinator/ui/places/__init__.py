"""Where one can be in the program, and the way there and back."""
