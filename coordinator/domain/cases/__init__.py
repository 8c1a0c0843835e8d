"""Periods on the caseload: referral, lead, rhythm, and letting go."""
