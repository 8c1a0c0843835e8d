"""Text folded for searching, with the way back to where each letter stood."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

from coordinator.domain.texts import plain

SEAM = "\x1f"
"""Stands in folded text where a capital follows a small letter, as in *KeziaRang*."""

_TURNED = str.maketrans(dict.fromkeys("\u02b9\u02bb\u02bc\u02bd\u02c8", "'"))
"""What is typed for an apostrophe and counts as a letter elsewhere: a seam of a name like any."""
_SEAMS = re.compile("(?<=[a-z])(?=[A-Z])")
_UNSEEN = frozenset({"Mn", "Me", "Cf"})
"""Marks on letters, and what is typed but not seen: soft hyphens, zero-width spaces."""


@dataclass(frozen=True)
class Folded:
    """A text without case, accents and unseen characters.

    Attributes:
        typed: As somebody wrote it.
        letters: What is searched.
        places: Of each of these, where it stands in what was typed.
    """

    typed: str
    letters: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Say where something found stands in what was typed, the marks on its end included."""
        stop = self.places[end - 1] + 1
        while stop < len(self.typed) and unicodedata.category(self.typed[stop]) in _UNSEEN:
            stop += 1
        return self.places[start], stop

    @cached_property
    def words(self) -> str:
        """The letters without seams."""
        return self.letters.replace(SEAM, "")


def fold(text: str) -> Folded:
    """Fold a text."""
    if text.isascii():
        return _fold_plain(text)
    letters: list[str] = []
    places: list[int] = []
    was_small = False
    for place, one in enumerate(text):
        if (folded := _folded(one)) is None:
            continue
        if was_small and one.isupper():
            letters.append(SEAM)
            places.append(place)
        was_small = one.islower()
        letters.append(folded)
        places += [place] * len(folded)
    return Folded(text, "".join(letters), tuple(places))


def _fold_plain(text: str) -> Folded:
    """Fold a text of which each letter folds to one, as in most texts."""
    letters, places, at = "", list[int](), 0
    for seam in (*(one.start() for one in _SEAMS.finditer(text)), len(text)):
        letters += text[at:seam].lower() + (SEAM if seam < len(text) else "")
        places += [*range(at, seam), *([seam] if seam < len(text) else [])]
        at = seam
    return Folded(text, letters, tuple(places))


@lru_cache(maxsize=4096)
def _folded(one: str) -> str | None:
    """Give what a letter is searched as; nothing for what is not seen."""
    if unicodedata.category(one) in _UNSEEN:
        return None
    found = plain(one).translate(_TURNED)
    return "".join(each for each in found if unicodedata.category(each) not in _UNSEEN)
