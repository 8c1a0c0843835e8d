"""What people do and ask: one function each, one transaction each."""
