"""A chart as what it says: bars in parts, for windows and papers alike. Nothing here draws."""

from dataclasses import dataclass
from enum import StrEnum


class Shade(StrEnum):
    """How a part is drawn, told apart without colour; the words beside it carry the meaning."""

    FULL = "full"
    HALF = "half"
    STRIPED = "striped"
    PALE = "pale"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every bar of a chart."""

    words: str
    shade: Shade


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: as long as every other, shared out by its counts, one for each part.

    Attributes:
        total: What it is of, in words, behind it.
        words: What is read out for it.
    """

    name: str
    counts: tuple[int, ...]
    total: str
    words: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to share out."""
        return not sum(self.counts)


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars in a given order, never sorted by what they say."""

    title: str
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]

    @property
    def words(self) -> str:
        """What is read out in its place, in full."""
        return ". ".join((self.title, *(bar.words for bar in self.bars))) + "."
