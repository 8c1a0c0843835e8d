"""Telling lists of past adversity by their names: nobody is given a score of that.

Source: domain page 5.5.
"""

import re

_NAMES = re.compile(
    r"\badverse (?:childhood|child)\b|\badverse experiences in childhood\b|\bchildhood adversit"
    r"|\baces\b|\ba[. ]c[. ]e\b|^\s*ace\s*$|\bnumber of ace\b"
    r"|\bace[\s:/(-]+(?:scor|total|sum|result|count|number|check|question|screen|survey|inventor"
    r"|form\b|assess|tool|list|items?\b|10\b|ten\b|iq\b|q\b)",
    re.IGNORECASE,
)
"""How they are called. ACE alone inside a name may be another tool's."""


def is_of_past_adversity(name: str) -> bool:
    """Say whether a tool of this name looks for what befell somebody as a child."""
    return _NAMES.search(name) is not None
