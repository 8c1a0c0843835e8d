"""Who holds a plan together: agreed, handed over, stood in for."""
