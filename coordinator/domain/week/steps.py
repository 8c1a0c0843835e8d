"""The panel's week as a checklist: which step falls on which day, and how each stands.

Every day is counted in working days from the meeting's own day, so a meeting that is moved takes
all its steps along and one that is cancelled has none. A step is done when the store says so;
what leaves no trace there is ticked by hand.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.meetings.rules import OVER, TO_COME
from coordinator.domain.states import MeetingStatus

_W, _S = WeekStep, MeetingStatus

CYCLE = frozenset({MeetingType.TASKING, MeetingType.EXTRAORDINARY, MeetingType.REVIEW})
"""Meetings with an agenda and minutes; the daily round and talks about one person have no week."""

BY_HAND = frozenset({_W.RETURNS_ASKED, _W.PAPERS_SENT, _W.ACTION_TEXTS, _W.DRAFT_TO_CHAIR})
"""What can happen outside the program, and is ticked then."""

AFTER = (_W.MEETING, _W.ACTION_TEXTS, _W.DRAFT_TO_CHAIR, _W.ISSUED)


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Working days between the meeting and its steps: before it, then after it.

    Source: the domain's weekly rhythm (a panel that meets on Thursday asks on Monday, has its
    referrals and returns on Tuesday, sends papers on Wednesday, drafts on Friday and issues within
    three working days).
    """

    returns_asked: int = 3
    referrals: int = 2
    returns_in: int = 2
    replies: int = 2
    papers: int = 1
    draft: int = 1
    issue: int = 3


USUAL = DayCounts()


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """When offices are open: `add` counts so many working days on, or back when negative."""

    add: Callable[[date, int], date]
    is_open: Callable[[date], bool]


class StepState(Enum):
    """How a step stands against its day."""

    DONE = "done"
    TODAY = "today"
    COMING = "coming"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Tick:
    """What somebody ticked, and when."""

    step: WeekStep
    at: datetime
    by: str = ""


@dataclass(frozen=True, slots=True)
class CycleFacts:
    """What the store knows about one meeting's week.

    Attributes:
        agenda_since: Since when its agenda stands as it does: issued, taken back or moved; what
            was sent before then has to be sent again.
        moved_at: When the meeting was last moved; who was asked before then is to be asked again.
        offers_missing: Referrals that wait without an offer; `referrals` all that wait.
        returns_missing: Actions due by the meeting without a word since the one before it.
        replies_missing: Agencies that owe an answer about somebody referred; nothing while
            nobody is asked.
        papers_left: When an agenda or a pack of it was last made for somebody.
        draft_left: Whether its minutes were.
        actions_agreed: How many actions were agreed at it.
    """

    meeting: UUID
    reference: str
    on: date
    status: MeetingStatus
    agenda_since: datetime | None = None
    moved_at: datetime | None = None
    referrals: int = 0
    offers_missing: int = 0
    returns_missing: int = 0
    replies_missing: int | None = None
    papers_left: datetime | None = None
    draft_left: bool = False
    actions_agreed: int = 0
    ticks: tuple[Tick, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class StepLine:
    """One line of the checklist.

    Attributes:
        count: What is missing or waits, by its step.
        can_tick: Whether a person ticks it, or takes their tick back.
        tick: What was ticked by hand, when that is why it is done.
    """

    meeting: UUID
    reference: str
    meeting_on: date
    step: WeekStep
    on: date
    state: StepState
    count: int = 0
    can_tick: bool = False
    tick: Tick | None = None

    @property
    def key(self) -> tuple[UUID, WeekStep]:
        """What tells it from every other line."""
        return self.meeting, self.step


def days_of(
    on: date, calendar: WorkingDays, counts: DayCounts = USUAL
) -> tuple[tuple[date, WeekStep], ...]:
    """Give the day of each step of a meeting, in order.

    None falls on a day offices are shut; only the meeting itself may, when the panel meets then.
    """
    found = {
        _W.REFERRALS_CLOSE: _before(on, counts.referrals, calendar),
        _W.OFFERS: _before(on, counts.referrals, calendar),
        _W.RETURNS_ASKED: _before(on, counts.returns_asked, calendar),
        _W.RETURNS_IN: _before(on, counts.returns_in, calendar),
        _W.REPLIES_IN: _before(on, counts.replies, calendar),
        _W.AGENDA_FIXED: _before(on, counts.papers, calendar),
        _W.PAPERS_SENT: _before(on, counts.papers, calendar),
        _W.MEETING: on,
        _W.ACTION_TEXTS: _after(on, 0, calendar),
        _W.DRAFT_TO_CHAIR: _after(on, counts.draft, calendar),
        _W.ISSUED: _after(on, counts.issue, calendar),
    }
    order = list(WeekStep)
    return tuple(sorted(((day, step) for step, day in found.items()), key=_in(order)))


def _in(order: list[WeekStep]) -> Callable[[tuple[date, WeekStep]], tuple[date, int]]:
    return lambda one: (one[0], order.index(one[1]))


def _before(on: date, count: int, calendar: WorkingDays) -> date:
    return calendar.add(on, -count) if count or calendar.is_open(on) else calendar.add(on, -1)


def _after(on: date, count: int, calendar: WorkingDays) -> date:
    return calendar.add(on, count) if count or calendar.is_open(on) else calendar.add(on, 1)


def lines_of(
    facts: CycleFacts, today: date, calendar: WorkingDays, counts: DayCounts = USUAL
) -> Iterator[StepLine]:
    """Give the lines of one meeting that still matter, in order.

    Before the meeting all of them; once it has begun what follows it; of one that was neither
    held nor cancelled, that it has to be.
    """
    shown = _shown(facts, today)
    for day, step in days_of(facts.on, calendar, counts):
        if step in shown:
            yield _line(facts, step, day, today)


def _shown(facts: CycleFacts, today: date) -> Collection[WeekStep]:
    if facts.status is _S.CANCELLED:
        return ()
    if facts.status in TO_COME and facts.on < today:
        return (_W.MEETING,)
    asked = {*WeekStep} - ({_W.REPLIES_IN} if facts.replies_missing is None else set())
    if facts.status in TO_COME:
        return asked
    return AFTER if facts.status is _S.IN_PROGRESS or facts.on == today else AFTER[1:]


def _line(facts: CycleFacts, step: WeekStep, day: date, today: date) -> StepLine:
    is_known = _is_known(facts, step, day, today)
    tick = None if is_known else _tick(facts, step)
    return StepLine(
        meeting=facts.meeting,
        reference=facts.reference,
        meeting_on=facts.on,
        step=step,
        on=day,
        state=state_of(day, today, is_done=is_known or tick is not None),
        count=_COUNTS[step](facts) if step in _COUNTS else 0,
        can_tick=step in BY_HAND and not is_known,
        tick=tick,
    )


def state_of(on: date, today: date, *, is_done: bool) -> StepState:
    """Tell how a step stands against its day."""
    if is_done:
        return StepState.DONE
    if on == today:
        return StepState.TODAY
    return StepState.LATE if on < today else StepState.COMING


def _is_known(facts: CycleFacts, step: WeekStep, day: date, today: date) -> bool:
    """Whether the store itself says that a step is done."""
    if step is _W.REFERRALS_CLOSE:
        return day < today  # a line in the sand: nobody does it
    return _KNOWN[step](facts)


def _tick(facts: CycleFacts, step: WeekStep) -> Tick | None:
    ticks = [one for one in facts.ticks if one.step is step and _stands(facts, step, one.at)]
    return max(ticks, key=lambda one: one.at, default=None)


def _stands(facts: CycleFacts, step: WeekStep, at: datetime) -> bool:
    """Whether what was done then still holds: a meeting that is moved is prepared anew.

    Papers go out again after the agenda was issued anew as well; agencies, who are asked days
    before it is issued, are not asked again for that.
    """
    since = {_W.PAPERS_SENT: facts.agenda_since, _W.RETURNS_ASKED: facts.moved_at}.get(step)
    return since is None or at >= since


def _papers_left(facts: CycleFacts) -> bool:
    if facts.papers_left is None or facts.status is _S.SCHEDULED:
        return False
    return _stands(facts, _W.PAPERS_SENT, facts.papers_left)


_ISSUED = frozenset({_S.MINUTES_ISSUED, _S.APPROVED})
_KNOWN: Mapping[WeekStep, Callable[[CycleFacts], bool]] = MappingProxyType(
    {
        _W.OFFERS: lambda facts: not facts.offers_missing,
        _W.RETURNS_ASKED: lambda facts: not facts.returns_missing,
        _W.RETURNS_IN: lambda facts: not facts.returns_missing,
        _W.REPLIES_IN: lambda facts: not facts.replies_missing,
        _W.AGENDA_FIXED: lambda facts: facts.status is not _S.SCHEDULED,
        _W.PAPERS_SENT: _papers_left,
        _W.MEETING: lambda facts: facts.status in OVER,
        _W.ACTION_TEXTS: lambda facts: facts.status in OVER and not facts.actions_agreed,
        _W.DRAFT_TO_CHAIR: lambda facts: facts.draft_left or facts.status in _ISSUED,
        _W.ISSUED: lambda facts: facts.status in _ISSUED,
    }
)
_COUNTS: Mapping[WeekStep, Callable[[CycleFacts], int]] = MappingProxyType(
    {
        _W.REFERRALS_CLOSE: lambda facts: facts.referrals,
        _W.OFFERS: lambda facts: facts.offers_missing,
        _W.RETURNS_ASKED: lambda facts: facts.returns_missing,
        _W.RETURNS_IN: lambda facts: facts.returns_missing,
        _W.REPLIES_IN: lambda facts: facts.replies_missing or 0,
        _W.ACTION_TEXTS: lambda facts: facts.actions_agreed,
    }
)


def in_order(lines: Collection[StepLine]) -> tuple[StepLine, ...]:
    """Put the lines of several meetings into one list by day; of one day the earlier meeting's."""
    order = list(WeekStep)
    return tuple(sorted(lines, key=lambda one: (one.on, one.reference, order.index(one.step))))


def of_week(lines: Iterable[StepLine], today: date) -> Iterator[StepLine]:
    """Leave out what was done in weeks gone by."""
    monday = today - timedelta(days=today.weekday())
    return (one for one in lines if one.state is not StepState.DONE or one.on >= monday)


def check_tick(step: WeekStep, status: MeetingStatus) -> None:
    """Refuse to tick what the store knows by itself, or a step of a meeting that will not be.

    Raises:
        InvalidFieldsError: `step` is `not-in-list`.
        GuardError: `meeting-cancelled`.
    """
    if step not in BY_HAND:
        raise InvalidFieldsError({"step": "not-in-list"})
    if status is MeetingStatus.CANCELLED:
        raise GuardError("meeting-cancelled")
