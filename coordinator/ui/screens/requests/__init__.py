"""Requests for information before a meeting: who was asked about whom, and what came back."""
