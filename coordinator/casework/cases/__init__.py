"""Periods on the caseload, and what is done before anybody lets go."""
