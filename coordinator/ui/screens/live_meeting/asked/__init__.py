"""What the person asked for: it opens their item, and is answered here."""
