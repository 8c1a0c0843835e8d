"""Windows before and after a plan began, and what counts say about them.

A count whose days lie partly outside a window is never shared out over its days: it is told as
crossing and counts in neither window. Where several sources counted the same days, one of them
counts and the others are told beside it. What nobody counted is missing, which is not nought.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from coordinator.domain.demand.rules import Source
from coordinator.domain.lists.measures import Completeness, MeasureMethod
from coordinator.domain.months import after_months

MONTHS = (3, 6, 12)
"""How long a window may be. Source: the panel's measures."""
USUAL_MONTHS = 6
_DAY = timedelta(days=1)
_PREFERRED = (MeasureMethod.AGENCY_LIST, MeasureMethod.ESTIMATE, MeasureMethod.OWN_WORDS)


class Edges(StrEnum):
    """Where windows end: as agencies' lists do, or as the plan does.

    Agencies count by the month. Of a month in which a plan began, no list says what came before
    it and what after: with whole months it belongs to neither window.
    """

    WHOLE_MONTHS = "whole_months"
    TO_THE_DAY = "to_the_day"


class StartedBy(StrEnum):
    """What is taken for the day on which a plan began."""

    PLAN_AGREED = "plan_agreed"
    CASE_OPENED = "case_opened"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Start:
    """The day windows lie around, and what it is the day of."""

    on: date
    by: StartedBy


def start_of(first_agreed: date | None, opened_on: date | None) -> Start | None:
    """Give the day the first plan was agreed on, else the day the case was opened."""
    if first_agreed is not None:
        return Start(first_agreed, StartedBy.PLAN_AGREED)
    return Start(opened_on, StartedBy.CASE_OPENED) if opened_on is not None else None


@dataclass(frozen=True, slots=True)
class Span:
    """Days from the first to the last, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.last - self.first).days + 1

    def holds(self, other: "Span") -> bool:
        """Whether all days of another lie in it."""
        return self.first <= other.first and other.last <= self.last

    def touches(self, other: "Span") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


def spans_around(on: date, months: int, edges: Edges) -> tuple[Span, Span]:
    """Give the windows before and after a day; the day itself is never before."""
    if edges is Edges.TO_THE_DAY:
        before, after = on, on
    else:
        before = on.replace(day=1)
        after = before if on == before else after_months(before, 1)
    return (
        Span(after_months(before, -months), before - _DAY),
        Span(after, after_months(after, months) - _DAY),
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """A count of one measure of one person, as windows read it."""

    id: UUID
    span: Span
    count: int | None
    source: Source
    method: MeasureMethod
    completeness: Completeness
    as_at: date

    @property
    def is_full(self) -> bool:
        """Whether it says everything of its days: its source looked when they were over."""
        return self.completeness is Completeness.FULL and self.as_at >= self.span.last


class Known(StrEnum):
    """How much of a window is known."""

    COMPLETE = "complete"
    PART = "part"
    MISSING = "missing"
    NOT_OVER = "not_over"
    CUT_SHORT = "cut_short"


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of one window.

    Attributes:
        count: The sum of what was taken; none where nothing was, which is not nought.
        days_full: Days that a full count covers.
        days_part: Days that a count covers which is not full.
        taken: The counts in the sum; no two share a day.
        beside: Counts of other sources for days that are in the sum already.
        crossing: Counts with days inside and outside the window.
    """

    span: Span
    known: Known
    count: int | None
    days_full: int
    days_part: int
    taken: tuple[UUID, ...] = ()
    beside: tuple[UUID, ...] = ()
    crossing: tuple[UUID, ...] = ()
    sources: frozenset[Source] = frozenset()

    @property
    def whole(self) -> int | None:
        """The sum where all days are known; none otherwise."""
        return self.count if self.known is Known.COMPLETE else None


@dataclass(frozen=True, slots=True)
class Pair:
    """Both windows around one start."""

    before: Figure
    after: Figure

    @property
    def is_complete(self) -> bool:
        """Whether the two may be set against each other."""
        return self.before.whole is not None and self.after.whole is not None

    @property
    def same_sources(self) -> bool:
        """Whether the same sources counted before and after."""
        return self.before.sources == self.after.sources


@dataclass(frozen=True, slots=True)
class Around:
    """What windows lie around, and how far their days can be known.

    Attributes:
        died_on: A window that death cut short is no window: fewer calls would be no success.
    """

    on: date
    months: int
    edges: Edges
    today: date
    died_on: date | None = None

    @property
    def spans(self) -> tuple[Span, Span]:
        """The windows before and after."""
        return spans_around(self.on, self.months, self.edges)


def pair_around(counts: Iterable[Counted], around: Around) -> Pair:
    """Say what counts of one measure of one person say before and after a day.

    The same source is preferred on both sides: the one that covers more of the days of both.
    """
    before, after = around.spans
    ranked = _ranked(tuple(counts), (before, after))
    return Pair(_figure(ranked, before, around), _figure(ranked, after, around))


def _ranked(counts: Sequence[Counted], windows: tuple[Span, Span]) -> Sequence[Counted]:
    """Order counts so that those to be preferred come first; agencies' lists before words."""
    covered: Mapping[Source, int] = _covered(counts, windows)
    return sorted(
        (one for one in counts if one.count is not None),
        key=lambda one: (
            _PREFERRED.index(one.method),
            -covered[one.source],
            str(one.source[0] or ""),
            one.source[1],
            one.span.first,
            one.span.last,
            one.id,
        ),
    )


def _covered(counts: Sequence[Counted], windows: tuple[Span, Span]) -> Mapping[Source, int]:
    found: dict[Source, int] = defaultdict(int)
    for one in counts:
        if one.count is not None and any(window.holds(one.span) for window in windows):
            found[one.source] += one.span.days
    return found


def _figure(ranked: Sequence[Counted], window: Span, around: Around) -> Figure:
    taken: list[Counted] = []
    beside: list[UUID] = []
    crossing: list[UUID] = []
    for one in ranked:
        if not window.touches(one.span):
            continue
        if not window.holds(one.span):
            crossing.append(one.id)
        elif any(one.span.touches(other.span) for other in taken):
            beside.append(one.id)
        else:
            taken.append(one)
    full = sum(one.span.days for one in taken if one.is_full)
    covered = sum(one.span.days for one in taken)
    return Figure(
        window,
        _known(window, full, covered, around),
        sum(one.count or 0 for one in taken) if taken else None,
        full,
        covered - full,
        tuple(one.id for one in taken),
        tuple(beside),
        tuple(crossing),
        frozenset(one.source for one in taken),
    )


def _known(window: Span, full: int, covered: int, around: Around) -> Known:
    if around.died_on is not None and around.died_on <= window.last:
        return Known.CUT_SHORT
    if window.last >= around.today:
        return Known.NOT_OVER
    if full == window.days:
        return Known.COMPLETE
    return Known.PART if covered else Known.MISSING
