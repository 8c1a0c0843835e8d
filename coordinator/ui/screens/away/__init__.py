"""Away and back: who has what, what came back and what it changes, what is handed back."""
