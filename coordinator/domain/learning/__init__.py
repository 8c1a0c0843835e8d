"""What the panel learns: notes, reviews, programmes, and the register of themes."""
