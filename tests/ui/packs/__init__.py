"""The screen of the requests for information."""
