"""Agencies, people in post, seats, services, standing in."""
