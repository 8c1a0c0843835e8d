"""What is learnt: notes, reviews, programmes, and the register of themes where one is kept."""
