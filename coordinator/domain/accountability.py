"""What agencies brought to the panel in a period: counts with their context, never a ranking.

Source of the words and columns: domain 5.4 (how each outcome counts), 6.9 (the report), rows 34,
41, 44 (attendance and mutual challenge), 62 (vacant seats), 63 (agencies that change).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median_low
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.plans import ActionKind

QUARTER = timedelta(days=91)
"""A rolling quarter: thirteen weeks, so that a weekly panel counts as many meetings each time."""

LONGEST = timedelta(days=366)
"""The longest period looked at in one go: a year, whichever it is."""


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another; both are included."""

    from_on: date
    until_on: date


def quarter_to(day: date) -> Period:
    """Give the rolling quarter that ends on a day."""
    return Period(day - QUARTER + timedelta(days=1), day)


def check_period(period: Period, today: date) -> None:
    """Refuse a period that runs backwards, is longer than a year, or has not come yet.

    Raises:
        InvalidFieldsError: Rules `before-start`, `longer-than-a-year`, `in-the-future`.
    """
    rule = ""
    if period.until_on > today:
        rule = "in-the-future"
    elif period.until_on < period.from_on:
        rule = "before-start"
    elif period.until_on - period.from_on >= LONGEST:
        rule = "longer-than-a-year"
    if rule:
        raise InvalidFieldsError({"until_on": rule})


@dataclass(frozen=True, slots=True)
class Came:
    """How an agency's seats were filled, meeting by meeting; each meeting is in one count.

    An agency with several seats counts once at a meeting, by the seat that was filled best.

    Attributes:
        holder: Somebody who holds a seat came (or came for the agency as a guest).
        substitute: Somebody came in their place.
        part: Somebody was there for a part of it.
        informed: Apologies, and information was sent ahead.
        apologies: Apologies without information.
        absent: Nobody came and nobody said why.
        vacant: Nobody holds the seat: context, not a fault of the agency.
        not_required: They were not needed that day.
        unsaid: Nobody wrote down how the seat was filled.
    """

    holder: int = 0
    substitute: int = 0
    part: int = 0
    informed: int = 0
    apologies: int = 0
    absent: int = 0
    vacant: int = 0
    not_required: int = 0
    unsaid: int = 0

    @property
    def attended(self) -> int:
        """Meetings at which the agency was there, in whatever way."""
        return self.holder + self.substitute + self.part

    @property
    def meetings(self) -> int:
        """Meetings of the period at which the agency had a place."""
        away = self.informed + self.apologies + self.absent
        return self.attended + away + self.vacant + self.not_required + self.unsaid


@dataclass(frozen=True, slots=True)
class Did:
    """What became of the actions that were due in the period; each of `due` is in one count.

    An action is due on the day last agreed for it, as it stands now. Source: domain 5.4, *counts
    as*: *could not be done* is a barrier, never the agency's fault; what was overtaken, declined
    by the person or passed on is neutral.

    Attributes:
        set: Agreed in the period, whenever they are due; not a part of `due`.
        on_time: Done on or before the day they were due.
        late: Done after it.
        not_done: Nothing stopped it except not doing it.
        could_not: A barrier or circumstances.
        neutral: No longer needed, declined by the person, or passed on to another owner.
        past: Still open, with a working day gone since the day they were due.
        open: Still open and not past their date.
        moved: Of those due: their date was moved since they were first agreed.
        on_time_moved: Of those done on time: not by the day first agreed.
    """

    set: int = 0
    due: int = 0
    on_time: int = 0
    late: int = 0
    not_done: int = 0
    could_not: int = 0
    neutral: int = 0
    past: int = 0
    open: int = 0
    moved: int = 0
    on_time_moved: int = 0

    @property
    def parts(self) -> tuple[int, ...]:
        """The counts that make up `due`, in the order they are shown."""
        done = (self.on_time, self.late)
        return (*done, self.not_done, self.could_not, self.neutral, self.past, self.open)


@dataclass(frozen=True, slots=True)
class Kept:
    """Offers of the period.

    Attributes:
        made: Put on file in the period.
        delivered: They came, and somebody said so in the period.
        withdrawn: The agency gave them up in the period.
    """

    made: int = 0
    delivered: int = 0
    withdrawn: int = 0


class Beside(StrEnum):
    """What has to be read beside an agency's figures."""

    VACANT = "vacant"
    NEW = "new"
    NO_SEAT = "no_seat"
    NO_ACTIONS = "no_actions"
    NO_MEETINGS = "no_meetings"
    CALLED = "called"
    PART_OF = "part_of"
    TOOK_OVER = "took_over"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Context:
    """One thing beside the figures.

    Attributes:
        on: Since when, where that is known.
        name: The seat that is vacant; the other name, or the other agency.
    """

    what: Beside
    on: date | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class AgencyFigures:
    """One agency in the period."""

    agency: UUID
    name: str
    came: Came = Came()
    did: Did = Did()
    kept: Kept = Kept()
    beside: tuple[Context, ...] = ()


@dataclass(frozen=True, slots=True)
class VacantSeat:
    """A seat nobody holds, with its agency when it belongs to one."""

    seat: str
    agency: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Accountability:
    """A period of the panel.

    Attributes:
        meetings: Held in the period, of the kinds at which every seat is expected.
        rows: In the order of the seats, then agencies without one by name; never ranked.
        vacant: Every seat nobody holds now.
    """

    period: Period
    today: date
    meetings: int
    rows: tuple[AgencyFigures, ...] = ()
    vacant: tuple[VacantSeat, ...] = ()


# --- Persistent non-completion -----------------------------------------------------------------

LATE_MEETINGS = 2
"""An action past its date for more meetings than these is put to the chair. Source: domain 5.4."""

REPEATED = 3
"""So many *not done* of one agency within a rolling quarter are a repetition. The source (domain
6.6, *persistent non-completion goes to level 1*) names no number; this one is ours."""


class Why(StrEnum):
    """Why an action is proposed for the first level of the ladder."""

    SAFETY = "safety"
    MEETINGS = "meetings"


@dataclass(frozen=True, slots=True)
class ProposedAction:
    """An action past its date.

    Attributes:
        meetings: That went by since it was due, while it stood open.
        moved: Its date had been moved before.
    """

    id: UUID
    number: str
    text: str
    reference: str
    person: UUID | None
    due_on: date
    meetings: int
    why: Why
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be raised with one agency's operational managers; nobody has to.

    Attributes:
        agency: Nothing when nobody owns the actions any more.
        actions: Safety actions first, then the longest past their date.
        not_done: Said to be *not done* in the last quarter; 0 while that is no repetition.
        since: The first day of that quarter.
    """

    agency: UUID | None
    name: str
    actions: tuple[ProposedAction, ...] = ()
    not_done: int = 0
    since: date | None = None


def why_proposed(*, is_safety: bool, meetings: int) -> Why | None:
    """Say why an action past its date is put to the chair, if it is.

    Args:
        is_safety: One overdue safety action is enough.
        meetings: That went by since it was due.
    """
    if is_safety:
        return Why.SAFETY
    return Why.MEETINGS if meetings > LATE_MEETINGS else None


# --- How such actions went ----------------------------------------------------------------------

LEAST_TOLD = 5
"""Of fewer past actions nothing is said: they tell of chance, or of one person."""

LOOKED_BACK = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Past:
    """One action that was due, as far as a promise is judged by it.

    Attributes:
        took: Days from being agreed to being done; nothing when it was not done.
    """

    kind: ActionKind
    on_time: bool
    took: int | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """How an agency's actions of one kind went: *2 of 9 on time, usually 16 days*.

    Attributes:
        usual_days: The middle one of those that were done; nothing when none was.
    """

    kind: ActionKind
    past: int
    on_time: int
    usual_days: int | None


def promises(past: Iterable[Past]) -> tuple[Promise, ...]:
    """Sum up by kind; kinds with fewer than five past actions are left out."""
    kinds: dict[ActionKind, list[Past]] = {}
    for one in past:
        kinds.setdefault(one.kind, []).append(one)
    return tuple(_promise(kind, some) for kind, some in kinds.items() if len(some) >= LEAST_TOLD)


def _promise(kind: ActionKind, past: Sequence[Past]) -> Promise:
    took = [one.took for one in past if one.took is not None]
    on_time = sum(one.on_time for one in past)
    return Promise(kind, len(past), on_time, median_low(took) if took else None)
