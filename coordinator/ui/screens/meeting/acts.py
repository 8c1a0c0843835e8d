"""What can be done about one meeting, each from what its form says. No Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.agendas import (
    NewItem,
    add_item,
    add_urgent_item,
    change_item,
    take_back_agenda,
    withdraw_from_agenda,
)
from coordinator.casework.meetings.held import record_held
from coordinator.casework.meetings.minutes import (
    correct_minutes,
    record_approval,
    take_back_minutes,
)
from coordinator.casework.meetings.series import Appointment, cancel_meeting, move_meeting
from coordinator.domain.outcomes import Done
from coordinator.ui.kit.asks import Question

Said = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def added(meeting: UUID, said: Said, _seen: int, *, urgent: bool) -> Act:
    """Put something on the agenda."""
    new = NewItem(
        kind=said.get("kind", NewItem().kind),
        title=said["title"],
        person_id=said["person_id"],
        outcome_sought=said["outcome_sought"],
        minutes_planned=said.get("minutes_planned") or None,
    )
    act = add_urgent_item if urgent else add_item
    return partial(act, meeting_id=meeting, new=new, reason=said.get("reason", ""))


def changed(entry: UUID, question: Question, said: Said, seen: int) -> Act:
    """Change what a line says and how long it takes."""
    return partial(change_item, item_id=entry, seen=seen, **question.changed(said))


def withdrawn(entry: UUID, said: Said, _seen: int) -> Act:
    """Take a line off."""
    return partial(withdraw_from_agenda, item_id=entry, reason=said["reason"])


def agenda_taken_back(meeting: UUID, said: Said, _seen: int) -> Act:
    """Let the agenda be changed again."""
    return partial(take_back_agenda, meeting_id=meeting, reason=said["reason"])


def moved(meeting: UUID, said: Said, seen: int) -> Act:
    """Hold the meeting at another time or place."""
    when = Appointment(said["on"], said["starts_at"], said["minutes_planned"], said["place"])
    return partial(move_meeting, meeting_id=meeting, when=when, seen=seen, reason=said["reason"])


def cancelled(meeting: UUID, said: Said, _seen: int) -> Act:
    """Do not hold the meeting."""
    return partial(cancel_meeting, meeting_id=meeting, reason=said["reason"])


def held(meeting: UUID, said: Said, _seen: int) -> Act:
    """Say that it was held, with its minutes on paper."""
    return partial(record_held, meeting_id=meeting, **said)


def approved_elsewhere(meeting: UUID, said: Said, _seen: int) -> Act:
    """Record what the chair said somewhere else."""
    return partial(
        record_approval,
        meeting_id=meeting,
        by_id=said["approved_by_id"],
        on=said["approved_on"],
        how=said["approval_how"],
    )


def minutes_taken_back(meeting: UUID, said: Said, _seen: int) -> Act:
    """Let the minutes be changed again."""
    return partial(take_back_minutes, meeting_id=meeting, reason=said["reason"])


def corrected(meeting: UUID, said: Said, _seen: int) -> Act:
    """Put a dated correction beside approved minutes."""
    return partial(correct_minutes, meeting_id=meeting, **said)
