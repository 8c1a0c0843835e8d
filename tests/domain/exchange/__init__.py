"""Tests of packs as values."""
