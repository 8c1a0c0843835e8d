"""A chart as what it says: bars in parts, lines over time; for windows and papers alike.

Nothing here draws.
"""

from dataclasses import dataclass
from datetime import date
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


class Stroke(StrEnum):
    """How a line is drawn, told apart without colour; its points differ in shape as well."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line.

    Attributes:
        value: Nothing where it is not known: a gap, never drawn as nought and never bridged.
        label: What stands under it: the day, short.
        words: What is read out for it.
    """

    on: date
    value: int | None
    label: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """Values in the order of their days."""

    words: str
    points: tuple[Point, ...]
    stroke: Stroke = Stroke.SOLID

    @property
    def runs(self) -> tuple[tuple[Point, ...], ...]:
        """The points that are joined: those known, parted where one between is not."""
        runs: list[list[Point]] = [[]]
        for point in self.points:
            if point.value is None:
                runs.append([])
            else:
                runs[-1].append(point)
        return tuple(tuple(run) for run in runs if run)

    @property
    def gaps(self) -> tuple[Point, ...]:
        """The days on which it is not known."""
        return tuple(point for point in self.points if point.value is None)


@dataclass(frozen=True, slots=True)
class Upright:
    """A day that stands out: where a plan began."""

    on: date
    words: str


@dataclass(frozen=True, slots=True)
class LineChart:
    """Values over time, between a least and a greatest that are the measure's own.

    The scale is given, never fitted to what was found: a small change does not look like a great
    one.

    Attributes:
        unknown: What the key says of a gap: *Not known*.
        uprights: Days that stand out, with their words.
    """

    title: str
    lines: tuple[Line, ...]
    lowest: int
    highest: int
    unknown: str = ""
    uprights: tuple[Upright, ...] = ()

    @property
    def words(self) -> str:
        """What is read out in its place, in full."""
        told = [point.words for line in self.lines for point in line.points if point.words]
        return ". ".join((self.title, *told, *(one.words for one in self.uprights))) + "."

    @property
    def days(self) -> tuple[date, ...]:
        """Every day something stands at, once, in order."""
        found = {point.on for line in self.lines for point in line.points}
        return tuple(sorted(found | {one.on for one in self.uprights}))

    @property
    def has_gaps(self) -> bool:
        """Whether anything is not known."""
        return any(line.gaps for line in self.lines)

    @property
    def ticks(self) -> tuple[int, ...]:
        """The values the scale names, from the least to the greatest."""
        span = self.highest - self.lowest
        parts = next((one for one in (4, 3, 5, 2) if span and span % one == 0), 1)
        return tuple(self.lowest + span * at // parts for at in range(parts + 1))

    def along(self, on: date) -> float:
        """Say how far along a day stands, from 0 to 1; one day alone stands in the middle."""
        days = self.days
        span = (days[-1] - days[0]).days if days else 0
        return (on - days[0]).days / span if span else 0.5

    def up(self, value: int) -> float:
        """Say how high a value stands, from 0 to 1; what is beyond the scale stands at its end."""
        span = self.highest - self.lowest
        return min(max((value - self.lowest) / span, 0.0), 1.0) if span else 0.0


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
