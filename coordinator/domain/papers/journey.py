"""A journey as it is printed: lanes over time, and a table that says the same."""

from dataclasses import dataclass, field

from coordinator.domain.papers.imprint import Imprint


@dataclass(frozen=True, slots=True)
class JourneyBar:
    """Something that lasted: from 0, the beginning of a chart, to 1, its end."""

    begins: float
    ends: float
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class JourneyMark:
    """Something that happened, by the number of its row in the table."""

    at: float
    number: int


@dataclass(frozen=True, slots=True)
class JourneyLane:
    """One lane of a chart.

    Attributes:
        density: Tries at contact: begin, end, how many, how many met; for the lane of contacts.
    """

    name: str
    bars: tuple[JourneyBar, ...] = ()
    marks: tuple[JourneyMark, ...] = ()
    density: tuple[tuple[float, float, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class JourneyRow:
    """A row of the table; what only a chart shows has no number."""

    number: str
    when: str
    lane: str
    what: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class JourneyChart:
    """One stretch of time on one page.

    Attributes:
        ticks: Where a month begins, from 0 to 1, and what stands there.
        words: What is read out in place of the chart.
    """

    title: str
    lanes: tuple[JourneyLane, ...]
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[JourneyRow, ...]
    words: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class JourneyMap:
    """The journey of one person, with names for who may have them, or for learning without.

    `person` is their reference; nothing in what is for learning.
    """

    imprint: Imprint
    title: str = field(repr=False)
    subtitle: str
    charts: tuple[JourneyChart, ...] = ()
    note: str = ""
    person: str = ""
