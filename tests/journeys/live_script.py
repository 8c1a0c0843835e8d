"""A meeting as strokes: everything somebody presses and types, from opening it to its minutes.

A chord costs a key for each of its parts, words cost nothing: they are what was said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Press:
    """A key, or several at once."""

    chord: str


@dataclass(frozen=True, slots=True)
class Say:
    """Words that were said, between what the line needs to understand them."""

    words: str
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """All that is typed."""
        return f"{self.before}{self.words}{self.after}"


@dataclass(frozen=True, slots=True)
class Pass:
    """Time goes by."""

    minutes: int


Stroke = Press | Say | Pass


def keys(strokes: Iterable[Stroke]) -> int:
    """Count the keys that are pressed beyond the words."""
    return sum(len(one.chord.split("+")) for one in strokes if isinstance(one, Press))
