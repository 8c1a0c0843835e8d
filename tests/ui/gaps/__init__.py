"""The screen of the register of gaps."""
