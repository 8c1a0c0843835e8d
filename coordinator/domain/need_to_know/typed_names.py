"""Whether a name that was typed somewhere means somebody on file, or their whole agency."""

import re
import unicodedata
from collections.abc import Iterable

from coordinator.domain.texts import plain

_WORD = re.compile(r"\w+")
_TELLING = 3  # shorter words, initials among them, make no name alike


def says_name(typed: str, name: str) -> bool:
    """Whether every word of a name was typed, in any order and with others around it."""
    words = _words(name)
    return bool(words) and words <= _words(typed)


def means(typed: str, name: str, agencies: Iterable[str]) -> bool:
    """Whether a typed name means a worker: as they are written, in part, or all of their agency.

    Args:
        typed: A name somebody wrote down: *Rhys Roskilly, of Kerrow Homes*.
        name: Of the worker; with a title, or a second name, that was not typed.
        agencies: What theirs is called.
    """
    is_called = len(_words(typed) & _words(name)) > 1
    return is_called or any(says_name(typed, one) for one in (name, *agencies))


def same_name(one: str, other: str) -> bool:
    """Whether two typed names are one, however accents, case, order and spaces were typed."""
    return bool(_words(one)) and _words(one) == _words(other)


def is_like_name(typed: str, name: str) -> bool:
    """Whether a word of a name was typed, such as the family name alone."""
    return any(len(one) >= _TELLING for one in _words(name) & _words(typed))


def _words(text: str) -> set[str]:
    letters = (one for one in plain(text) if not unicodedata.combining(one))
    return set(_WORD.findall("".join(letters)))
