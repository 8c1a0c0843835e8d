"""Tests of one spoken line of a meeting."""
