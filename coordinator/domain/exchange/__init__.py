"""Work packs as values: who is who, what a pack says of itself. Pure; no keys, no files."""
