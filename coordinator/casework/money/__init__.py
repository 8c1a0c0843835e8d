"""The personal budget inside the plan, and what the panel has to give."""
