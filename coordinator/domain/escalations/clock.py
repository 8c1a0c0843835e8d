"""How long an escalation has to be answered, and who is asked next when it was not.

All of it is worked out when it is asked for: nothing is stored as *overdue*, and a next level is
proposed, never taken.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from coordinator.domain.actions.rules import WorkingDaysAfter
from coordinator.domain.lists.barriers import EscalationTrack
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.states import EscalationStatus

NextWorkingDay: TypeAlias = Callable[[date], date]
"""Gives a day itself when offices are open; `reference.working_days`."""

_S, _T = EscalationStatus, EscalationTrack

DISAGREEMENT_DAYS = 5
"""Working days for each step between workers. Source: the domain's escalation levels (Cheshire
West's policy gives one working week)."""

AWAITING = frozenset({_S.SENT, _S.ACKNOWLEDGED})
"""Somebody owes an answer."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day an answer is asked by; `asked` is the day somebody chose, when it was moved."""

    on: date
    asked: date | None = None

    @property
    def was_moved(self) -> bool:
        """Whether the day chosen fell on a weekend or a bank holiday."""
        return self.asked is not None


class ClockState(Enum):
    """How the clock of an escalation stands."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    TODAY = "today"
    OVERDUE = "overdue"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Clock:
    """How long there is to answer, or how long the answer is overdue; worked out, never stored.

    Attributes:
        left: Days left, 0 on the last day; nothing unless it runs.
        overdue: Days past it. Both count working days; for safeguarding, every day.
    """

    state: ClockState
    left: int | None = None
    overdue: int = 0

    @property
    def is_overdue(self) -> bool:
        """Whether somebody should have answered by now."""
        return self.state is ClockState.OVERDUE


def days_to_answer(
    track: EscalationTrack, level: int | None, ladder: Sequence[LadderLevel]
) -> int:
    """Give the working days an answer may take; for safeguarding it is asked for the same day."""
    if track is _T.SAFEGUARDING:
        return 0
    if track is _T.PROFESSIONAL_DISAGREEMENT:
        return DISAGREEMENT_DAYS
    return next((one.working_days for one in ladder if one.level == level), DISAGREEMENT_DAYS)


def deadline(track: EscalationTrack, asked: date, next_working_day: NextWorkingDay) -> Deadline:
    """Give the day to answer by: on a day offices are closed, the next one they are open.

    Safeguarding does not wait for Monday: its day stays as it was chosen.
    """
    on = asked if track is _T.SAFEGUARDING else next_working_day(asked)
    return Deadline(on, asked if on != asked else None)


def next_level(
    track: EscalationTrack, level: int | None, ladder: Sequence[LadderLevel]
) -> LadderLevel | None:
    """Give the level above; nothing at the top, and nothing off the ladder."""
    if track is not _T.BARRIER:
        return None
    at = -1 if level is None else level
    return min((one for one in ladder if one.level > at), key=lambda one: one.level, default=None)


def clock_of(
    status: EscalationStatus,
    track: EscalationTrack,
    respond_by: date | None,
    today: date,
    working_days_after: WorkingDaysAfter,
) -> Clock:
    """Say how the clock stands on a day."""
    if status is _S.DRAFT or (status in AWAITING and respond_by is None):
        return Clock(ClockState.NOT_STARTED)
    if status not in AWAITING or respond_by is None:
        return Clock(ClockState.STOPPED)
    count = _every_day if track is _T.SAFEGUARDING else working_days_after
    if overdue := count(respond_by, today):
        return Clock(ClockState.OVERDUE, overdue=overdue)
    left = count(today, respond_by)
    return Clock(ClockState.RUNNING if left else ClockState.TODAY, left=left)


def _every_day(start: date, end: date) -> int:
    return max((end - start).days, 0)
