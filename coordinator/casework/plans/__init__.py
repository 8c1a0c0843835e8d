"""The one plan of a person."""
