"""Who may know what: the one rule asked of the store, and what is held back by it."""
