"""The directory: agencies, professionals, seats."""
