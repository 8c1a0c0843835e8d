"""Somebody asks to see what is held about them."""
