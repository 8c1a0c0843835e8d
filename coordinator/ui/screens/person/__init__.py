"""One person: alerts, the plan, what happened."""
