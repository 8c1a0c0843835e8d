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


@dataclass(frozen=True, slots=True)
class Length:
    """One bar, as long as its count.

    Attributes:
        count: Nothing where it is not told: what is drawn then is of one length, whatever it is.
        told: The count in words, or why it is not given; stands behind the bar.
    """

    name: str
    count: int | None
    told: str


@dataclass(frozen=True, slots=True)
class LengthChart:
    """Bars on one scale in a given order; the scale is made of what is told alone."""

    title: str
    bars: tuple[Length, ...]

    @property
    def longest(self) -> int:
        """The count the whole width stands for; never nought."""
        return max((bar.count or 0 for bar in self.bars), default=0) or 1

    @property
    def words(self) -> str:
        """What is read out in its place, in full."""
        return ". ".join((self.title, *(f"{bar.name}: {bar.told}" for bar in self.bars))) + "."
