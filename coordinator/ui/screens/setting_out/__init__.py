"""Setting out: what a lead professional does once, before the panel's first pack is theirs."""
