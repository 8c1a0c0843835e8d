"""Attendance as a room fills and empties: everybody else at once, who comes late, who goes."""

from collections.abc import Mapping
from datetime import time
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_items import meeting_under_way
from coordinator.db.models import Presence
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.rules import HERE
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right

_WHOLE = frozenset({None, Attendance.PRESENT})
"""What becomes *present for part* when somebody comes late or goes early."""


def clock_of(desk: Desk) -> time:
    """Give the time of day at the panel's place, to the minute."""
    return desk.now().astimezone(LONDON).time().replace(second=0, microsecond=0)


def record_everybody_else(desk: Desk, meeting_id: UUID) -> Done[int]:
    """Record that the holder of every seat of which nothing was said yet is present.

    Returns:
        How many that were.

    Raises:
        GuardError: The meeting is not open, or its minutes no longer change.
        MissingRecordError: No such meeting.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_under_way(tx, meeting_id)
        rows = [one for one in tx.meetings.attendance(meeting.id) if one.result is None]
        came = [one for one in rows if one.name]
        for one in came:
            one.result = Attendance.PRESENT
        tx.journal("attendance.everybody", record=meeting.id)
    return Done(len(came), tx.changes)


def record_arrival(
    desk: Desk, presence_id: UUID, *, seen: int, at: time | None = None
) -> Done[int]:
    """Record that somebody came late, or is back.

    Args:
        desk: Where and by whom.
        presence_id: Their row.
        seen: The revision it was read in.
        at: Local time; now when not said. Who had left is back, and came when they came.

    Raises:
        InvalidFieldsError: The seat is vacant.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = _open_row(tx, presence_id)
        if not presence.name:
            raise InvalidFieldsError({"result": "not-in-list"})
        is_back = presence.result in HERE and presence.left_at is not None
        came = presence.arrived_at if is_back else at or clock_of(desk)
        there = presence.result if presence.result in HERE else None
        fields = {"arrived_at": came, "left_at": None, **_for_part(there)}
        put(tx, presence, seen=seen, fields=fields)
        tx.journal("attendance.times", record=presence.id)
    return Done(presence.revision, tx.changes)


def record_departure(
    desk: Desk, presence_id: UUID, *, seen: int, at: time | None = None
) -> Done[int]:
    """Record that somebody left before the end.

    Args:
        desk: Where and by whom.
        presence_id: Their row.
        seen: The revision it was read in.
        at: Local time; now when not said.

    Raises:
        InvalidFieldsError: They were not there, or left before they came.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = _open_row(tx, presence_id)
        if presence.result not in HERE:
            raise InvalidFieldsError({"result": "not-present"})
        left = at or clock_of(desk)
        if presence.arrived_at is not None and left < presence.arrived_at:
            raise InvalidFieldsError({"left_at": "before-start"})
        put(tx, presence, seen=seen, fields={"left_at": left, **_for_part(presence.result)})
        tx.journal("attendance.times", record=presence.id)
    return Done(presence.revision, tx.changes)


def _for_part(result: Attendance | None) -> Mapping[str, object]:
    return {"result": Attendance.PART} if result in _WHOLE else {}


def remove_attendee(desk: Desk, presence_id: UUID) -> Done[None]:
    """Take somebody off the list who was written down by mistake; seats stay.

    Raises:
        GuardError: `seat-stays`; the meeting is not open, or its minutes no longer change.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = _open_row(tx, presence_id)
        if presence.seat_id is not None:
            raise GuardError("seat-stays")
        presence.removed = True
        tx.journal("attendance.removed", record=presence.id)
    return Done(None, tx.changes)


def _open_row(tx: Transaction, presence_id: UUID) -> Presence:
    presence = tx.get(Presence, presence_id)
    meeting_under_way(tx, presence.meeting_id)
    return presence
