"""What may be said about a person, and what stands around them."""
