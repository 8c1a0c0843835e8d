"""How long records are kept, and who agrees that one goes."""
