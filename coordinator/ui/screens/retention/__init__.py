"""How long records are kept: whose time is over, what keeps them longer, what was erased."""
