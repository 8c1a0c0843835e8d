"""Tools the panel scores with: what may be kept, how totals are told, what changed since."""
