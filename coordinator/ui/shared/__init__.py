"""Forms and parts of pages that several screens have in common."""
