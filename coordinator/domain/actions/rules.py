"""What may become of an action, what each outcome needs, and how late it is.

Nothing here is stored as *overdue*: it is counted from the due date each time it is asked.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias
from uuid import UUID

from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    ReasonNeededError,
    TransitionError,
)
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.states import ActionStatus, Sensitivity
from coordinator.domain.texts import is_blank

WorkingDaysAfter: TypeAlias = Callable[[date, date], int]
"""Counts the working days after the first day up to the second; `reference.working_days`."""

_S = ActionStatus
_LARGEST_STEP = 16
STILL_OPEN = frozenset({_S.OPEN, _S.IN_PROGRESS, _S.WAITING, _S.PARTLY_DONE})
"""An action in one of these comes back on the next agenda."""

_ENDS = frozenset({_S.DONE, _S.NOT_DONE, _S.COULD_NOT, _S.NOT_NEEDED, _S.DECLINED, _S.TRANSFERRED})
_STARTED = frozenset({_S.IN_PROGRESS, _S.WAITING, _S.PARTLY_DONE}) | _ENDS

MOVES: Mapping[ActionStatus, frozenset[ActionStatus]] = MappingProxyType(
    {
        _S.OPEN: _STARTED,
        _S.IN_PROGRESS: _STARTED - {_S.IN_PROGRESS},
        _S.WAITING: _STARTED - {_S.WAITING},
        _S.PARTLY_DONE: _STARTED - {_S.PARTLY_DONE},
        _S.DONE: frozenset({_S.OPEN}),
        _S.NOT_DONE: frozenset({_S.OPEN}),
        _S.COULD_NOT: frozenset({_S.OPEN}),
        _S.NOT_NEEDED: frozenset({_S.OPEN}),
        _S.DECLINED: frozenset({_S.OPEN}),
        _S.TRANSFERRED: frozenset(),
    }
)
"""What may follow what. Going back to open is *reopening* and needs a reason; what was passed to a
new owner goes on as their action."""

_NOTE_NEEDED = frozenset({_S.PARTLY_DONE, _S.NOT_DONE, _S.NOT_NEEDED, _S.DECLINED})


class DueState(StrEnum):
    """How an open action stands against its date; computed, never stored."""

    NOT_DUE = "not_due"
    THIS_WEEK = "this_week"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class NewAction:
    """What somebody agrees to do.

    Attributes:
        owner_id: The one named person in post who will do it.
        due_on: Compulsory; nothing here only because a form may lack it.
        coworkers: Professionals who help; the owner among them is left out.
        set_on: The day it was agreed; the desk's day when empty.
        thought: What it does for victims and for engagement; compulsory before something is done
            against somebody.
    """

    text: str = field(repr=False)
    owner_id: UUID | None
    due_on: date | None
    person_id: UUID | None = None
    case_id: UUID | None = None
    meeting_id: UUID | None = None
    goal_id: UUID | None = None
    coworkers: tuple[UUID, ...] = ()
    kind: ActionKind = ActionKind.SUPPORT
    priority: ActionPriority = ActionPriority.NORMAL
    sensitivity: Sensitivity = Sensitivity.STANDARD
    set_on: date | None = None
    thought: Thought | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an action.

    Attributes:
        note: The result, the reason, or what was offered; which of them follows from the status.
        waiting_on: The agency or person it waits for, since `waiting_since` (today when empty).
        barrier: What stopped it; `barrier_details` may follow until the minutes are issued.
        barrier_agency: The agency whose rule or lack it is, when there is one.
        escalate: That barrier is to be escalated at once: a draft is written with it.
        barrier_own: What the panel calls it, where it is *other* and on the panel's own list.
    """

    status: ActionStatus
    note: str = field(default="", repr=False)
    done_on: date | None = None
    waiting_on: str = field(default="", repr=False)
    waiting_since: date | None = None
    barrier: BarrierCategory | None = None
    barrier_details: str = field(default="", repr=False)
    barrier_agency: UUID | None = None
    escalate: bool = False
    barrier_own: str = ""


def check_new(new: NewAction, today: date) -> None:
    """Refuse an action without words, owner or date, or one agreed after it was due.

    Raises:
        InvalidFieldsError: Rules `required`, `not-a-person`, `before-start`, `in-the-future`.
    """
    set_on = new.set_on or today
    wrong: dict[str, str] = {}
    if is_blank(new.text):
        wrong["text"] = "required"
    if new.owner_id is None:
        wrong["owner_id"] = "not-a-person"
    if new.due_on is None:
        wrong["due_on"] = "required"
    elif new.due_on < set_on:
        wrong["due_on"] = "before-start"
    if set_on > today:
        wrong["set_on"] = "in-the-future"
    if wrong:
        raise InvalidFieldsError(wrong)


_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U


def number_step(chance: int) -> int:
    """Say how far the next number of a meeting's actions is from the one before.

    Mostly 1, half as often 2, and so on: numbers of which every reader has all have gaps, so that
    the gap of a reader who has not proves nothing. `docs/decisions/0011` has the reasons.

    Args:
        chance: Random bits, such as those at the end of an id.
    """
    step = 1
    while chance & 1 and step < _LARGEST_STEP:
        chance >>= 1
        step += 1
    return step


def mark_of_install(install: UUID) -> str:
    """Give the four signs that numbers of one away store carry: letters and figures nobody mixes.

    Of a million marks; should two stores have one, the second number is held back when it comes
    home (`docs/decisions/0015`).
    """
    chance = int.from_bytes(hashlib.sha256(install.bytes).digest()[:4])
    return "".join(_SIGNS[chance >> 5 * place & 31] for place in range(4))


def has_mark(number: str, install: UUID) -> bool:
    """Whether a number carries the mark of a store: `D26/K7QX-0001`."""
    head, _dash, place = number.rpartition("-")
    return head.endswith(f"/{mark_of_install(install)}") and place.isdecimal()


def check_owner(name: str, left_on: date | None, *, agency_stands: bool, today: date) -> None:
    """Refuse an owner who is nobody in particular, has left, or whose agency has ended.

    Raises:
        GuardError: `owner-is-group`, `professional-left`, `agency-closed`.
    """
    if is_blank(name):
        raise GuardError("owner-is-group")
    if left_on is not None and left_on <= today:
        raise GuardError("professional-left")
    if not agency_stands:
        raise GuardError("agency-closed")


def check_move(was: ActionStatus, wanted: ActionStatus) -> None:
    """Refuse a step that the table of moves does not have.

    Raises:
        TransitionError: It is not there.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_outcome(was: ActionStatus, outcome: Outcome, *, set_on: date, today: date) -> None:
    """Refuse an outcome that lacks what its status must say.

    Raises:
        TransitionError: It cannot follow; reopening and passing on are acts of their own.
        GuardError: `barrier-needed`.
        InvalidFieldsError: Rules `required`, `in-the-future`, `before-start`.
    """
    if outcome.status in {_S.OPEN, _S.TRANSFERRED}:
        raise TransitionError(was=was, wanted=outcome.status)
    check_move(was, outcome.status)
    if outcome.status is _S.COULD_NOT and outcome.barrier is None:
        raise GuardError("barrier-needed")
    if wrong := dict(_faults(outcome, set_on, today)):
        raise InvalidFieldsError(wrong)


def _faults(outcome: Outcome, set_on: date, today: date) -> Iterable[tuple[str, str]]:
    if outcome.status in _NOTE_NEEDED and is_blank(outcome.note):
        yield "outcome_note", "required"
    if outcome.status is _S.WAITING:
        if is_blank(outcome.waiting_on):
            yield "waiting_on", "required"
        if outcome.waiting_since and outcome.waiting_since > today:
            yield "waiting_since", "in-the-future"
    if outcome.status is _S.DONE:
        yield from _faults_of_day(outcome.done_on, set_on, today)


def _faults_of_day(done_on: date | None, set_on: date, today: date) -> Iterable[tuple[str, str]]:
    if done_on is None:
        yield "done_on", "required"
    elif done_on > today:
        yield "done_on", "in-the-future"
    elif done_on < min(set_on, today):  # a clock set back may have it agreed tomorrow
        yield "done_on", "before-start"


def settled(outcome: Outcome, today: date) -> dict[str, Any]:
    """Give the columns that move together with the status; what does not belong is emptied."""
    waits = outcome.status is _S.WAITING
    return {
        "status": outcome.status,
        "outcome_note": outcome.note,
        "done_on": outcome.done_on if outcome.status is _S.DONE else None,
        "barrier_category": outcome.barrier if outcome.status is _S.COULD_NOT else None,
        "waiting_on": outcome.waiting_on if waits else "",
        "waiting_since": (outcome.waiting_since or today) if waits else None,
        "closed_on": None if outcome.status in STILL_OPEN else today,
    }


def check_reopening(was: ActionStatus, reason: str) -> None:
    """Refuse to reopen what is open, what goes on as another action, or without a reason.

    Raises:
        TransitionError: It is open, or was passed to a new owner.
        ReasonNeededError: Prompt `reopened`.
    """
    check_move(was, _S.OPEN)
    if is_blank(reason):
        raise ReasonNeededError(("reopened",))


def check_new_date(
    status: ActionStatus, was: date, wanted: date | None, *, reason: str, today: date
) -> None:
    """Refuse to move a date without saying why, to the same day, or into the past.

    Raises:
        GuardError: `action-closed`.
        InvalidFieldsError: Rules `required`, `same`, `in-the-past`.
        ReasonNeededError: Prompt `date-moved`.
    """
    check_open(status)
    if wanted is None:
        raise InvalidFieldsError({"due_on": "required"})
    if wanted == was:
        raise InvalidFieldsError({"due_on": "same"})
    if wanted < today:
        raise InvalidFieldsError({"due_on": "in-the-past"})
    if is_blank(reason):
        raise ReasonNeededError(("date-moved",))


def check_open(status: ActionStatus) -> None:
    """Refuse to change an action that has come to its outcome.

    Raises:
        GuardError: `action-closed`.
    """
    if status not in STILL_OPEN:
        raise GuardError("action-closed")


def days_late(due_on: date, today: date, working_days_after: WorkingDaysAfter) -> int:
    """Count the working days past the due date; the due date itself counts as 0."""
    return max(working_days_after(due_on, today), 0)


def due_state(due_on: date, today: date, late: int) -> DueState:
    """Say how an open action stands against its date.

    A date that fell on a day when offices were closed, or before such days, is *today* until the
    first working day after it has come.

    Args:
        due_on: The date agreed.
        today: The desk's day.
        late: From `days_late`.
    """
    if late > 0:
        return DueState.OVERDUE
    if due_on <= today:
        return DueState.TODAY
    sunday = today + timedelta(days=6 - today.weekday())
    return DueState.THIS_WEEK if due_on <= sunday else DueState.NOT_DUE


def times_carried(set_on: date, until: date, meetings: Iterable[date]) -> int:
    """Count the meetings at which an action still stood open.

    Args:
        set_on: The meeting of this day, where it was agreed, is not one of them.
        until: The last day on which it stood open: today, or the day before its outcome.
        meetings: Days of meetings that were held.
    """
    return sum(set_on < day <= until for day in meetings)


def check_acceptance(handed_over_on: date | None, accepted_on: date | None) -> None:
    """Refuse to accept what was not passed on, or is accepted already.

    Raises:
        GuardError: `nothing-to-accept`.
    """
    if handed_over_on is None or accepted_on is not None:
        raise GuardError("nothing-to-accept")
