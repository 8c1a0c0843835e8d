"""How somebody came here: what happened when, in lanes, and how dense contact was.

Everything is told by lists (a lane, a kind, a status) and, where the reader may have it, in the
words of the record. Whatever is made for learning is made of the lists alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

DAYS_A_MONTH = 30.44
MONTHS_A_CHART = 18
"""So many months beside each other are still legible on a landscape page."""


class Lane(StrEnum):
    """The lanes, from top to bottom."""

    CASE = "case"
    PHASE = "phase"
    LEAD = "lead"
    CONTACT = "contact"
    HOME = "home"
    DECISION = "decision"
    ESCALATION = "escalation"
    OFFER = "offer"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasted.

    Attributes:
        what: From a list: the phase, the status; empty for a lead, who is told by their turn.
        words: As the reader of a copy with names may have them.
        until: Nothing while it lasts.
    """

    lane: Lane
    since: date
    until: date | None
    what: StrEnum | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened on one day; as for `Span`."""

    lane: Lane
    on: date
    what: StrEnum | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Tried:
    """A try at contact."""

    on: date
    met: bool


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody's journey as one reader may have it, oldest first."""

    spans: tuple[Span, ...]
    happened: tuple[Happened, ...]
    tries: tuple[Tried, ...]
    today: date

    @property
    def began(self) -> date:
        """The first day of anything; today where nothing is on file."""
        days = [one.since for one in self.spans]
        days += [*(one.on for one in self.happened), *(one.on for one in self.tries)]
        return min(days, default=self.today)

    @property
    def ended(self) -> date:
        """The last day of it: today while anything lasts."""
        if any(one.until is None for one in self.spans):
            return max(self.today, self.began)
        days = [one.until for one in self.spans if one.until is not None]
        days += [*(one.on for one in self.happened), *(one.on for one in self.tries)]
        return max([*days, self.began])


class Kind(StrEnum):
    """Kinds of events that no other list names. Shown only, never stored."""

    REFERRED = "referred"
    DECIDED = "decided"
    ASKED = "asked"
    MOVED_IN = "moved_in"
    OFFERED = "offered"
    OPEN = "open"
    MISSING = "missing"


def month_of(on: date, began: date) -> int:
    """Say in which month of a journey a day lies: 1 for the first."""
    return int((on - began).days / DAYS_A_MONTH) + 1


def charts_of(began: date, ended: date) -> tuple[tuple[date, date], ...]:
    """Cut a journey into stretches that a page can hold; both days of each are in it."""
    step = timedelta(days=int(MONTHS_A_CHART * DAYS_A_MONTH))
    found: list[tuple[date, date]] = []
    first = began
    while not found or first <= ended:
        last = min(first + step - timedelta(days=1), ended)
        found.append((first, last))
        first = last + timedelta(days=1)
    return tuple(found)


def tries_by_month(
    tries: Iterable[Tried], began: date, first: date, last: date
) -> tuple[tuple[int, int, int], ...]:
    """Count tries at contact by month of the journey, and how often they were met.

    Months without any are left out.
    """
    counted: dict[int, tuple[int, int]] = {}
    for one in tries:
        if first <= one.on <= last:
            month = month_of(one.on, began)
            tried, met = counted.get(month, (0, 0))
            counted[month] = (tried + 1, met + one.met)
    return tuple((month, tried, met) for month, (tried, met) in sorted(counted.items()))


def phases_of(
    changes: Sequence[tuple[date, StrEnum]], opened: date, closed: date | None
) -> tuple[Span, ...]:
    """Turn the changes of a phase into how long each lasted.

    What was set twice on one day, or to what it was, counts once.
    """
    steps: list[tuple[date, StrEnum]] = []
    for on, phase in changes:
        at = max(on, opened)
        if steps and steps[-1][0] == at:
            steps[-1] = (at, phase)
        elif not steps or steps[-1][1] is not phase:
            steps.append((at, phase))
    ends = [on for on, _phase in steps[1:]]
    return tuple(
        Span(Lane.PHASE, on, end, phase)
        for (on, phase), end in zip(steps, [*ends, closed], strict=True)
    )
