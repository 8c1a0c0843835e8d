"""Referrals: those that wait for an answer, and those that had it."""
