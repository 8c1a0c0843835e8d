"""What the panel decides about somebody: decisions, the answer to a referral, lead, review."""
