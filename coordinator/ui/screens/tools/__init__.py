"""The tools the panel scores with: items, bands, the owner's acknowledgement, editions."""
