"""The personal budget: what is asked, decided, spent, given back; what the panel was given."""
