"""Tables as classes. Lengths are in characters, times in UTC."""
