"""The meeting while it is held: one screen, in parts that share one room."""
