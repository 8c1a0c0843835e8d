"""Work packs and contact cards."""
