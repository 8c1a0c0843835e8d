"""Whether what was typed of who heard something is the name of somebody on file."""

import re
import unicodedata

from coordinator.domain.texts import plain

_WORD = re.compile(r"\w+")
_TELLING = 3  # shorter words, initials among them, make no name alike


def says_name(typed: str, name: str) -> bool:
    """Whether every word of a name was typed, in any order and with others around it."""
    words = _words(name)
    return bool(words) and words <= _words(typed)


def is_like_name(typed: str, name: str) -> bool:
    """Whether a word of a name was typed, such as the family name alone."""
    return any(len(one) >= _TELLING for one in _words(name) & _words(typed))


def _words(text: str) -> set[str]:
    letters = (one for one in plain(text) if not unicodedata.combining(one))
    return set(_WORD.findall("".join(letters)))
