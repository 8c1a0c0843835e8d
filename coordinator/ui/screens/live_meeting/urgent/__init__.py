"""An urgent item, raised while the meeting is held."""
