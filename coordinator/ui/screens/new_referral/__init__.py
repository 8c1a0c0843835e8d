"""A new referral: who it is about, with possible duplicates while the name is typed."""
