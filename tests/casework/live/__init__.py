"""Tests of what is read while a meeting is held."""
