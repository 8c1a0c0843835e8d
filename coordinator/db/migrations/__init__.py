"""Steps from each released store to the next. Frozen: they never import the models."""
