"""Agencies, who works there, seats, services, and who stands in for whom."""
