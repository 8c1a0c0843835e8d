"""What can be done about one meeting, each from what its form says. No Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from uuid import UUID

from coordinator.casework.agendas import (
    NewItem,
    add_item,
    add_urgent_item,
    change_item,
    withdraw_from_agenda,
)
from coordinator.casework.desk import Desk
from coordinator.casework.held_meetings import record_held
from coordinator.casework.minutes import record_approval
from coordinator.casework.series import Appointment, cancel_meeting, move_meeting
from coordinator.domain.meeting_views import AgendaEntry, MeetingRow
from coordinator.domain.outcomes import Done

Said = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def added(meeting: UUID, said: Said, *, urgent: bool) -> Act:
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


def changed(entry: AgendaEntry, said: Said) -> Act:
    """Change what a line says and how long it takes."""
    return partial(change_item, item_id=entry.id, seen=entry.revision, **said)


def withdrawn(entry: AgendaEntry, said: Said) -> Act:
    """Take a line off."""
    return partial(withdraw_from_agenda, item_id=entry.id, reason=said["reason"])


def moved(row: MeetingRow, said: Said) -> Act:
    """Hold the meeting at another time or place."""
    when = Appointment(said["on"], said["starts_at"], said["minutes_planned"], said["place"])
    return partial(
        move_meeting, meeting_id=row.id, when=when, seen=row.revision, reason=said["reason"]
    )


def cancelled(row: MeetingRow, said: Said) -> Act:
    """Do not hold the meeting."""
    return partial(cancel_meeting, meeting_id=row.id, reason=said["reason"])


def held(row: MeetingRow, said: Said) -> Act:
    """Say that it was held, with its minutes on paper."""
    return partial(record_held, meeting_id=row.id, **said)


def approved_elsewhere(row: MeetingRow, said: Said) -> Act:
    """Record what the chair said somewhere else."""
    return partial(
        record_approval,
        meeting_id=row.id,
        by_id=said["approved_by_id"],
        on=said["approved_on"],
        how=said["approval_how"],
    )
