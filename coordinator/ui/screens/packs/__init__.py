"""A meeting's packs for everybody: who gets what, then all of them in one go."""
