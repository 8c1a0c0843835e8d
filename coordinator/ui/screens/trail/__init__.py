"""The audit log: who read, changed and let out what; whether the journal holds; extracts."""
