"""How often somebody needed services, before and after, on their page."""
