"""The service directory: where somebody can be sent."""
