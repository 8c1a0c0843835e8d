"""Tools the panel scores with, and scoring somebody: acts and reads."""
