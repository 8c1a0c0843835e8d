"""What stands and what stood: history, disagreements, the audit trail, half-typed texts."""
