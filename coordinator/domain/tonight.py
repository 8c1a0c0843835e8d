"""Who holds tonight: each part of the days until the next panel, and who touches the person in it.

A part in which somebody is named is covered; every other part is marked. What somebody promised
to hold is told from what is merely planned: a next try, an outreach list, an action due. An offer
of an agency that runs says nothing of an hour, so it covers nothing and stands beside the strip.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import Sensitivity

WITHOUT_PANEL = timedelta(days=7)
"""How far the strip goes when no panel is in the calendar."""
LONGEST = timedelta(days=14)
"""No further, however far off the next panel is."""
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""How a weekly pattern names its days, Monday first."""
ENDS_AT: Mapping[DayPart, time] = MappingProxyType(
    {DayPart.DAY: time(17), DayPart.EVENING: time(22)}
)
"""When a part of a day is over; the night goes on into the next morning."""
_FRIDAY = 4
_A_DAY = timedelta(days=1)

TOUCHES = frozenset(
    {
        ActionKind.SUPPORT,
        ActionKind.ENGAGEMENT,
        ActionKind.ASSESSMENT,
        ActionKind.ACCESS,
        ActionKind.ACCOMMODATION,
        ActionKind.HEALTH,
        ActionKind.SAFEGUARDING,
        ActionKind.MONEY,
        ActionKind.VICTIM_PROTECTION,
    }
)
"""Actions whose owner likely meets the person; finding out or telling others touches nobody."""


class TouchSource(StrEnum):
    """Where it is known from that somebody touches a person; only the first is a promise."""

    HOLDING = "holding"
    NEXT_TRY = "next_try"
    OUTREACH = "outreach"
    ACTION = "action"


class PartState(StrEnum):
    """How a part of a day is held."""

    PROMISED = "promised"
    PLANNED = "planned"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Touch:
    """Somebody who touches the person in one part of one day.

    Attributes:
        holding: The line it comes from, when somebody promised it.
    """

    on: date
    part: DayPart
    who: str
    agency: str
    source: TouchSource
    what: str = field(default="", repr=False)
    holding: UUID | None = None


@dataclass(frozen=True, slots=True)
class HeldPart:
    """One part of one day with whoever touches the person in it."""

    on: date
    part: DayPart
    touches: tuple[Touch, ...]

    @property
    def state(self) -> PartState:
        """How it is held: one promise outweighs any plan."""
        if any(touch.source is TouchSource.HOLDING for touch in self.touches):
            return PartState.PROMISED
        return PartState.PLANNED if self.touches else PartState.NOBODY

    @property
    def is_weekend(self) -> bool:
        """Whether offices are closed then: from Friday evening to Sunday night."""
        day = self.on.weekday()
        return day > _FRIDAY or (day == _FRIDAY and self.part is not DayPart.DAY)


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A change ahead, or one whose day has come and of which nobody has spoken since.

    Attributes:
        met_by: The worker named to meet them, or whoever was written down.
    """

    id: UUID
    revision: int
    person_id: UUID
    kind: ComingMoveKind
    on: date
    at_time: str
    place: str = field(repr=False)
    plan: str = field(repr=False)
    worker_id: UUID | None
    met_by: str
    is_past: bool = False

    @property
    def is_met(self) -> bool:
        """Whether somebody is named to be there."""
        return bool(self.met_by)


@dataclass(frozen=True, slots=True)
class RunningOffer:
    """What an agency offers in these days, until when."""

    agency: str
    what: str = field(repr=False)
    to_on: date | None


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """Who said they hold, in which part, on which days; no weekdays is every day."""

    id: UUID
    revision: int
    person_id: UUID
    part: DayPart
    from_on: date
    to_on: date | None
    weekdays: tuple[str, ...]
    who: str
    agency: str
    what: str = field(repr=False)
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class Strip:
    """One person's days to the next panel, part by part.

    Attributes:
        parts: Every part of every day, in order; parts of today that are over are left out.
        moves: What is ahead in these days, and what is past and not spoken of.
        holdings: What was promised for these days, so that it can be changed.
    """

    person_id: UUID
    case_id: UUID
    reference: str
    name: PersonName = field(repr=False)
    initials_only: bool
    lead: str
    parts: tuple[HeldPart, ...]
    moves: tuple[MoveRow, ...] = ()
    offers: tuple[RunningOffer, ...] = ()
    holdings: tuple[HoldingRow, ...] = ()

    @property
    def tonight(self) -> HeldPart | None:
        """The first evening or night that is still to come."""
        late = (part for part in self.parts if part.part is not DayPart.DAY)
        return next(late, None)

    @property
    def uncovered(self) -> tuple[HeldPart, ...]:
        """The parts in which nobody touches the person."""
        return tuple(part for part in self.parts if part.state is PartState.NOBODY)

    @property
    def to_see_to(self) -> tuple[HeldPart, ...]:
        """Uncovered evenings and weekends: what a panel would want to know of first."""
        return tuple(
            part
            for part in self.uncovered
            if part.part is DayPart.EVENING or (part.is_weekend and part.part is DayPart.DAY)
        )

    @property
    def unmet(self) -> tuple[MoveRow, ...]:
        """Changes ahead for which nobody is named."""
        return tuple(move for move in self.moves if not move.is_met)


@dataclass(frozen=True, slots=True)
class Tonight:
    """The whole caseload from now to the next panel; those with most to see to come first.

    Attributes:
        last: The last day shown: the day before the panel, or before a week is over.
        panel_on: The next panel, when one is in the calendar and not too far off.
    """

    first: date
    last: date
    panel_on: date | None
    strips: tuple[Strip, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Every day shown."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=n) for n in range(count))


@dataclass(frozen=True, slots=True)
class NewHolding:
    """Who holds which parts of which days.

    Attributes:
        parts: At least one.
        weekdays: From `WEEKDAYS`; every day between the dates when empty.
        to_on: Until when; open when nothing.
        by: Whoever it is, when they are in no directory: a sister, a night shelter.
    """

    parts: tuple[DayPart, ...]
    from_on: date
    to_on: date | None = None
    weekdays: tuple[str, ...] = ()
    worker_id: UUID | None = None
    agency_id: UUID | None = None
    by: str = ""
    what: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class NewMove:
    """A change ahead, and who is there for it."""

    kind: ComingMoveKind
    on: date
    at_time: str = ""
    place: str = field(default="", repr=False)
    plan: str = field(default="", repr=False)
    worker_id: UUID | None = None
    met_by: str = ""
    sensitivity: Sensitivity = Sensitivity.STANDARD


def days_ahead(today: date, panel_on: date | None) -> tuple[date, ...]:
    """Give the days of the strip: from today to the eve of the next panel, a fortnight at most.

    On the day of the panel itself the strip is about the time after it.
    """
    end = panel_on if panel_on and panel_on > today else today + WITHOUT_PANEL
    count = (min(end, today + LONGEST) - today).days
    return tuple(today + timedelta(days=n) for n in range(count))


def parts_of(days: Sequence[date], now: datetime) -> Iterator[tuple[date, DayPart]]:
    """Give each part of each day in order; those of today that are over are left out.

    Args:
        days: The days of the strip.
        now: The moment at the panel's place.
    """
    for on in days:
        for part in DayPart:
            ends = ENDS_AT.get(part)
            if on > now.date() or ends is None or now.time() < ends:
                yield on, part


def is_held_on(on: date, from_on: date, to_on: date | None, weekdays: Sequence[str]) -> bool:
    """Whether a line of who holds is about a day."""
    if on < from_on or (to_on is not None and on > to_on):
        return False
    return not weekdays or WEEKDAYS[on.weekday()] in weekdays


def lay_out(days: Sequence[date], now: datetime, touches: Iterable[Touch]) -> tuple[HeldPart, ...]:
    """Lay touches out over the parts of the days; every part is there once, held or not."""
    found: dict[tuple[date, DayPart], list[Touch]] = {}
    for touch in touches:
        found.setdefault((touch.on, touch.part), []).append(touch)
    order = tuple(TouchSource)
    return tuple(
        HeldPart(
            on,
            part,
            tuple(sorted(found.get((on, part), ()), key=lambda one: order.index(one.source))),
        )
        for on, part in parts_of(days, now)
    )


@dataclass(frozen=True, slots=True)
class HeldRun:
    """One part of several days in a row that is held alike."""

    part: DayPart
    first: date
    last: date
    held: HeldPart


def in_runs(parts: Iterable[HeldPart]) -> tuple[HeldRun, ...]:
    """Put days in a row with the same people in the same part together.

    Args:
        parts: Of one kind, in the order of their days.
    """
    runs: list[HeldRun] = []
    for one in parts:
        before = runs[-1] if runs else None
        if before and before.last + _A_DAY == one.on and _alike(before.held, one):
            runs[-1] = replace(before, last=one.on)
        else:
            runs.append(HeldRun(one.part, one.on, one.on, one))
    return tuple(runs)


def _alike(first: HeldPart, second: HeldPart) -> bool:
    def who(part: HeldPart) -> list[tuple[str, str, TouchSource]]:
        return [(one.who, one.agency, one.source) for one in part.touches]

    return first.part is second.part and who(first) == who(second)


def urgency(strip: Strip) -> tuple[int, int, str]:
    """Order strips: changes nobody is named for first, then most evenings and weekends."""
    return -len(strip.unmet), -len(strip.to_see_to), strip.reference


def check_holding(new: NewHolding, today: date) -> None:
    """Refuse a line that names nobody, no part, or days that cannot be.

    Raises:
        GuardError: `nobody-named`.
        InvalidFieldsError: `parts` is `required`, `to_on` is `before-start` or `in-the-past`,
            `weekdays` is `not-in-list`.
    """
    if not (new.worker_id or new.agency_id or new.by.strip()):
        raise GuardError("nobody-named")
    wrong: dict[str, str] = {}
    if not new.parts:
        wrong["parts"] = "required"
    if new.to_on is not None and new.to_on < new.from_on:
        wrong["to_on"] = "before-start"
    elif new.to_on is not None and new.to_on < today:
        wrong["to_on"] = "in-the-past"
    if set(new.weekdays) - set(WEEKDAYS):
        wrong["weekdays"] = "not-in-list"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_coming(on: date, today: date) -> None:
    """Refuse a change ahead that lies behind.

    Raises:
        InvalidFieldsError: `on` is `in-the-past`.
    """
    if on < today:
        raise InvalidFieldsError({"on": "in-the-past"})


def check_happened(happened_on: date | None, on: date, today: date) -> None:
    """Refuse to say twice, or ahead of time, that something happened.

    Raises:
        GuardError: `move-happened`.
        InvalidFieldsError: `happened_on` is `in-the-future`.
    """
    if happened_on is not None:
        raise GuardError("move-happened")
    if on > today:
        raise InvalidFieldsError({"happened_on": "in-the-future"})
