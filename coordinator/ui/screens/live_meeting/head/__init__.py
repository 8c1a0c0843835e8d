"""Whom the open line is about."""
