"""Telling lists of past adversity by their names: nobody is given a score of that.

Source: domain page 5.5.
"""

import re

_NAMES = re.compile(
    r"\badverse (?:childhood|child)\b|\bchildhood adversit|\baces\b|\ba\.c\.e\b|^\s*ace\s*$"
    r"|\bace[\s-]+(?:score|count|check|question|screen|tool|list|10\b|iq\b)",
    re.IGNORECASE,
)
"""How they are called. ACE alone inside a name may be another tool's."""


def is_of_past_adversity(name: str) -> bool:
    """Say whether a tool of this name looks for what befell somebody as a child."""
    return _NAMES.search(name) is not None
