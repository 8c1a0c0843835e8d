"""What the panel brought, told in counts."""
