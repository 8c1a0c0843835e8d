"""The panel's week."""
