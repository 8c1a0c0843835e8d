"""Each paper: from its read model to blocks."""
