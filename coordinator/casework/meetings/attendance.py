"""Who came, for which agency, how; frozen under the names of the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_items import meeting_under_way
from coordinator.db.models import Agency, Meeting, Presence, Professional, Seat
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import DuplicateRecordError, InvalidFieldsError
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.rules import HERE, Quorum, check_said, quorum
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import MeetingStatus

_GUESTS = frozenset(
    {Attendance.OBSERVER, Attendance.PERSON_PRESENT, Attendance.PRESENT, Attendance.PART}
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who is no holder of the seat: from the directory, or a name only.

    Attributes:
        has_signed: The confidentiality statement; asked of observers above all.
    """

    professional_id: UUID | None = None
    agency_id: UUID | None = None
    name: str = ""
    job: str = ""
    has_signed: bool = False


def seats_as_filled(desk: Desk, tx: Transaction, meeting: Meeting) -> list[Presence]:
    """Make the row of each seat for a meeting that opens, inside the act that opens it."""
    seats = tx.meetings.seats()
    holders = tx.get_many(Professional, [s.holder_id for s in seats if s.holder_id])
    in_post = {key: one for key, one in holders.items() if _is_in_post(one, meeting.on)}
    agencies = tx.get_many(Agency, _agencies_of(seats, in_post))
    return [tx.add(_row(desk, meeting, seat, in_post, agencies)) for seat in seats]


def _is_in_post(professional: Professional, on: date) -> bool:
    return professional.left_on is None or professional.left_on > on


def _agencies_of(seats: Any, holders: Mapping[UUID, Professional]) -> list[UUID]:
    return [s.agency_id for s in seats if s.agency_id] + [h.agency_id for h in holders.values()]


def _row(
    desk: Desk,
    meeting: Meeting,
    seat: Seat,
    holders: Mapping[UUID, Professional],
    agencies: Mapping[UUID, Agency],
) -> Presence:
    holder = holders.get(seat.holder_id) if seat.holder_id else None
    agency_id = seat.agency_id or (holder.agency_id if holder else None)
    agency = agencies.get(agency_id) if agency_id else None
    return Presence(
        id=desk.new_id(),
        meeting_id=meeting.id,
        seat_id=seat.id,
        agency_id=agency_id,
        agency=agency.name if agency else seat.name,
        professional_id=holder.id if holder else None,
        name=holder.name if holder else "",
        job=holder.job if holder else "",
        result=_at_first(meeting) if holder else Attendance.VACANT,
        confidentiality_signed=bool(holder and holder.confidentiality_signed_on),
    )


def _at_first(meeting: Meeting) -> Attendance | None:
    """Say how a seat stands until somebody says more: expected, or, where few are, not needed."""
    expected = kind_of(meeting.meeting_type).fills_seats
    return None if expected else Attendance.NOT_REQUIRED


def record_attendance(
    desk: Desk, presence_id: UUID, result: Attendance, *, seen: int
) -> Done[int]:
    """Record how the holder of a seat came, or that they did not.

    Raises:
        InvalidFieldsError: `not-in-list`: a substitute is named with `record_substitute`; the
            holder of a vacant seat cannot come.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = _open_row(tx, presence_id)
        if result is Attendance.SUBSTITUTE or (not presence.name and result in HERE):
            raise InvalidFieldsError({"result": "not-in-list"})
        fields = {"result": result, **_said_before(tx, presence, result)}
        put(tx, presence, seen=seen, fields=fields)
        tx.journal("attendance.recorded", record=presence.id)
    return Done(presence.revision, tx.changes)


def _said_before(tx: Reading, presence: Presence, result: Attendance) -> dict[str, object]:
    """Take back what was said of a seat and no longer fits how it is filled after all."""
    fields: dict[str, object] = {}
    if presence.result is Attendance.SUBSTITUTE:
        fields |= _holder(tx, presence)
    if presence.result is Attendance.APOLOGIES_INFORMED:
        fields |= {"information_sent": False, "information_on": None}
    if result is not Attendance.PART and (presence.arrived_at or presence.left_at):
        fields |= {"arrived_at": None, "left_at": None}
    return fields


def _holder(tx: Reading, presence: Presence) -> dict[str, object]:
    """Give the seat back to its holder, after a substitute was written down by mistake."""
    seat = tx.get(Seat, presence.seat_id) if presence.seat_id else None
    if seat is None or seat.holder_id is None:
        return {
            "professional_id": None,
            "name": "",
            "job": "",
            "confidentiality_signed": False,
        }
    holder = tx.get(Professional, seat.holder_id)
    return {
        "professional_id": holder.id,
        "name": holder.name,
        "job": holder.job,
        "confidentiality_signed": holder.confidentiality_signed_on is not None,
    }


def record_apologies(
    desk: Desk, presence_id: UUID, *, seen: int, information_on: date | None = None
) -> Done[int]:
    """Record apologies, and the day information was sent ahead, if any was.

    Raises:
        InvalidFieldsError: `in-the-future`: information cannot have come after the meeting's day.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = _open_row(tx, presence_id)
        if information_on is not None and information_on > desk.today():
            raise InvalidFieldsError({"information_on": "in-the-future"})
        was_sent = information_on is not None
        result = Attendance.APOLOGIES_INFORMED if was_sent else Attendance.APOLOGIES
        fields = {
            **_said_before(tx, presence, result),
            "result": result,
            "information_sent": was_sent,
            "information_on": information_on,
        }
        put(tx, presence, seen=seen, fields=fields)
        tx.journal("attendance.apologies", record=presence.id)
    return Done(presence.revision, tx.changes)


def record_substitute(
    desk: Desk, presence_id: UUID, somebody: Attendee, *, seen: int
) -> Done[int]:
    """Record who came in place of the holder of a seat.

    Raises:
        InvalidFieldsError: Nobody is named.
        DuplicateRecordError: `attendee`: they came, and are on the list, already.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
        MissingRecordError: No such seat or professional.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = _open_row(tx, presence_id)
        who = _named(tx, somebody)
        _check_once(tx, tx.get(Meeting, presence.meeting_id), who, presence.id)
        fields = {
            "result": Attendance.SUBSTITUTE,
            "professional_id": who.professional_id,
            "name": who.name,
            "job": who.job,
            "confidentiality_signed": who.has_signed,
        }
        put(tx, presence, seen=seen, fields=fields)
        tx.journal("attendance.substitute", record=presence.id)
    return Done(presence.revision, tx.changes)


def add_attendee(
    desk: Desk, meeting_id: UUID, result: Attendance, somebody: Attendee
) -> Done[UUID]:
    """Record somebody who has no seat: an observer, the person or their advocate, a guest.

    Raises:
        InvalidFieldsError: Nobody is named, or a result that only a seat can have.
        DuplicateRecordError: `attendee`: they are on the list already.
        GuardError: The meeting is not open, or its minutes no longer change.
        MissingRecordError: No such meeting, professional or agency.
    """
    if result not in _GUESTS:
        raise InvalidFieldsError({"result": "not-in-list"})
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_under_way(tx, meeting_id)
        presence = added_in(desk, tx, meeting, result, somebody)
        tx.journal("attendance.added", record=presence.id)
    return Done(presence.id, tx.changes)


def added_in(
    desk: Desk, tx: Transaction, meeting: Meeting, result: Attendance, somebody: Attendee
) -> Presence:
    """Write down somebody without a seat inside another act, which journals it.

    Raises:
        InvalidFieldsError, DuplicateRecordError, MissingRecordError: As for `add_attendee`.
    """
    who = _named(tx, somebody)
    _check_once(tx, meeting, who)
    agency = tx.get(Agency, who.agency_id) if who.agency_id else None
    presence = Presence(
        id=desk.new_id(),
        meeting_id=meeting.id,
        agency_id=who.agency_id,
        agency=agency.name if agency else "",
        professional_id=who.professional_id,
        name=who.name,
        job=who.job,
        result=result,
        confidentiality_signed=who.has_signed,
    )
    return tx.add(presence)


def _check_once(tx: Reading, meeting: Meeting, who: Attendee, but: UUID | None = None) -> None:
    """Refuse to write down somebody of the directory who is on the list of those who came."""
    if who.professional_id is None:
        return
    for row in tx.meetings.attendance(meeting.id):
        if row.id != but and row.professional_id == who.professional_id and row.result in HERE:
            raise DuplicateRecordError("attendee", row.id)


def _named(tx: Reading, somebody: Attendee) -> Attendee:
    """Fill in what the directory knows about somebody."""
    if somebody.professional_id is None:
        check_said(name=somebody.name)
        return somebody
    known = tx.get(Professional, somebody.professional_id)
    return Attendee(
        professional_id=known.id,
        agency_id=somebody.agency_id or known.agency_id,
        name=known.name,
        job=known.job,
        has_signed=somebody.has_signed or known.confidentiality_signed_on is not None,
    )


def record_times(
    desk: Desk, presence_id: UUID, *, seen: int, arrived_at: time | None, left_at: time | None
) -> Done[int]:
    """Record that somebody came late or left early; who was there all along has neither.

    Raises:
        InvalidFieldsError: They left before they came, or were not there at all.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
    """
    if arrived_at and left_at and left_at < arrived_at:
        raise InvalidFieldsError({"left_at": "before-start"})
    fields = {"arrived_at": arrived_at, "left_at": left_at}
    return _changed(desk, presence_id, seen, fields, "attendance.times")


def declare_conflict(desk: Desk, presence_id: UUID, *, seen: int, conflict: str) -> Done[int]:
    """Record a conflict of interest somebody declared; empty takes it back.

    Raises:
        InvalidFieldsError: They were not there.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
    """
    return _changed(desk, presence_id, seen, {"conflict": conflict}, "attendance.conflict")


def record_signature(
    desk: Desk, presence_id: UUID, *, seen: int, has_signed: bool = True
) -> Done[int]:
    """Record that somebody in the room signed the confidentiality statement.

    Raises:
        InvalidFieldsError: They were not there.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else recorded it meanwhile.
    """
    fields = {"confidentiality_signed": has_signed}
    return _changed(desk, presence_id, seen, fields, "attendance.signed")


def _changed(
    desk: Desk, presence_id: UUID, seen: int, fields: Mapping[str, object], act: str
) -> Done[int]:
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = _open_row(tx, presence_id)
        if presence.result not in HERE:
            raise InvalidFieldsError({"result": "not-present"})
        put(tx, presence, seen=seen, fields=fields)
        tx.journal(act, record=presence.id)
    return Done(presence.revision, tx.changes)


def _open_row(tx: Transaction, presence_id: UUID) -> Presence:
    presence = tx.get(Presence, presence_id)
    meeting_under_way(tx, presence.meeting_id)
    return presence


def quorum_now(look: Reading, meeting: Meeting) -> Quorum:
    """Count the agencies in the room against what the panel asked for when the meeting opened.

    While it is held, who has left counts no longer; once it is over, everybody who came counts.
    """
    rows = look.meetings.attendance(meeting.id)
    if meeting.status is MeetingStatus.IN_PROGRESS:
        rows = [row for row in rows if row.left_at is None]
    panel = look.meetings.panel()
    asked = meeting.quorum_needed
    if asked is None:
        asked = panel.quorum if panel else 0
    return quorum(((row.agency_id or row.agency, row.result) for row in rows), asked)
