"""Needs found area by area, and the offer to talk about past harm."""
