"""Meeting series and the calendar: when the panel meets, and what moves or falls out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Meeting, Series
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.meetings.rules import (
    check_move,
    check_reason,
    check_to_come,
    next_reference,
)
from coordinator.domain.meetings.series import (
    Rhythm,
    check_rhythm,
    fault_of_length,
    next_day,
    next_days,
)
from coordinator.domain.meetings.views import SeriesRow
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import MeetingStatus
from coordinator.reference.working_days import is_working_day

_CHANGEABLE = frozenset({"name", "starts_at", "minutes_planned", "place"})


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and where people meet; local time."""

    on: date
    starts_at: time
    minutes_planned: int = 90
    place: str = ""


def start_series(
    desk: Desk,
    *,
    name: str,
    first: Appointment,
    every_weeks: int = 1,
    meeting_type: MeetingType = MeetingType.TASKING,
) -> Done[UUID]:
    """Begin a series that meets every week or every other week from a first day on.

    Raises:
        InvalidFieldsError: No name, or a rhythm or length that cannot be.
    """
    check_rhythm(name, every_weeks, first.minutes_planned)
    with desk.act(Right.RUN_MEETINGS) as tx:
        series = Series(
            id=desk.new_id(),
            name=name,
            meeting_type=meeting_type,
            first_on=first.on,
            every_weeks=every_weeks,
            starts_at=first.starts_at,
            minutes_planned=first.minutes_planned,
            place=first.place,
        )
        tx.add(series)
        tx.journal("series.started", record=series.id)
    return Done(series.id, tx.changes)


def change_series(desk: Desk, series_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change name, time, length or place for the meetings that are still to be scheduled.

    Raises:
        InvalidFieldsError: A field that does not change, or a length that cannot be.
        StaleRecordError: Somebody else changed the same field meanwhile.
    """
    _check_changes(fields)
    with desk.act(Right.RUN_MEETINGS) as tx:
        series = tx.get(Series, series_id)
        put(tx, series, seen=seen, fields=fields)
        tx.journal("series.changed", record=series.id)
    return Done(series.revision, tx.changes)


def _check_changes(fields: Mapping[str, Any]) -> None:
    wrong = dict.fromkeys(set(fields) - _CHANGEABLE, "unknown")
    if not str(fields.get("name", "kept")).strip():
        wrong["name"] = "required"
    wrong |= fault_of_length(fields.get("minutes_planned", 1))
    if wrong:
        raise InvalidFieldsError(wrong)


def end_series(desk: Desk, series_id: UUID, *, reason: str) -> Done[None]:
    """Stop scheduling a series; its meetings stay as they are.

    Raises:
        ReasonNeededError: No reason.
        GuardError: `series-ended` already.
    """
    check_reason(reason, "series-ended")
    with desk.act(Right.RUN_MEETINGS) as tx:
        series = tx.get(Series, series_id)
        _check_active(series)
        series.active = False
        tx.journal("series.ended", record=series.id, reason=reason)
    return Done(None, tx.changes)


def _check_active(series: Series) -> None:
    if not series.active:
        raise GuardError("series-ended")


def schedule_next(desk: Desk, series_id: UUID, *, on: date | None = None) -> Done[UUID]:
    """Put the next meeting of a series in the calendar.

    The day follows the last one the series gave, wherever that meeting was moved to; days that
    have gone by are left out. A bank holiday is not skipped: reads flag it, people decide.

    Args:
        desk: Who acts.
        series_id: The series.
        on: The day that was shown as the next: asked twice, it is not given the day after it.

    Raises:
        GuardError: `series-ended`; `series-day-given` when that day is no longer the next.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        series = tx.get(Series, series_id)
        _check_active(series)
        coming = next_day(rhythm_of(series), tx.meetings.last_day_of(series_id), desk.today())
        if on not in (None, coming):
            raise GuardError("series-day-given")
        when = Appointment(coming, series.starts_at, series.minutes_planned, series.place)
        meeting = put_in_calendar(desk, tx, series.meeting_type, when)
        meeting.series_id, meeting.series_on, meeting.zone = series.id, coming, series.zone
        tx.journal("meeting.scheduled", record=meeting.id)
    return Done(meeting.id, tx.changes)


def schedule_meeting(desk: Desk, meeting_type: MeetingType, when: Appointment) -> Done[UUID]:
    """Put a single meeting in the calendar: a professionals' meeting, an extraordinary panel.

    Raises:
        InvalidFieldsError: A length that cannot be, or a day that has gone by.
    """
    _check_when(when, desk.today())
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = put_in_calendar(desk, tx, meeting_type, when)
        tx.journal("meeting.scheduled", record=meeting.id)
    return Done(meeting.id, tx.changes)


def _check_when(when: Appointment, today: date) -> None:
    wrong = fault_of_length(when.minutes_planned)
    if when.on < today:
        wrong["on"] = "in-the-past"
    if wrong:
        raise InvalidFieldsError(wrong)


def put_in_calendar(
    desk: Desk, tx: Transaction, meeting_type: MeetingType, when: Appointment
) -> Meeting:
    """Make a meeting inside an act, with the next reference of its year."""
    return tx.add(
        Meeting(
            id=desk.new_id(),
            reference=next_reference(when.on, tx.meetings.references(when.on), tx.shares.mark),
            meeting_type=meeting_type,
            on=when.on,
            starts_at=when.starts_at,
            minutes_planned=when.minutes_planned,
            place=when.place,
        )
    )


def move_meeting(
    desk: Desk, meeting_id: UUID, when: Appointment, *, seen: int, reason: str
) -> Done[int]:
    """Move a meeting to another day, time or place; its agenda moves with it.

    An agenda that was issued has to be issued again.

    Raises:
        ReasonNeededError: No reason.
        InvalidFieldsError: A length that cannot be, or a day that has gone by.
        GuardError: `meeting-begun`.
        StaleRecordError: Somebody else moved it meanwhile.
    """
    check_reason(reason, "meeting-moved")
    _check_when(when, desk.today())
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_to_come(meeting.status)
        fields = {
            "on": when.on,
            "starts_at": when.starts_at,
            "minutes_planned": when.minutes_planned,
            "place": when.place,
        }
        put(tx, meeting, seen=seen, fields=fields)
        meeting.status, meeting.agenda_since = MeetingStatus.SCHEDULED, desk.now()
        tx.journal("meeting.moved", record=meeting.id, reason=reason)
    return Done(meeting.revision, tx.changes)


def cancel_meeting(desk: Desk, meeting_id: UUID, *, reason: str) -> Done[None]:
    """Cancel a meeting; what its agenda held returns on the next one.

    Raises:
        ReasonNeededError: No reason.
        TransitionError: It has begun, or was cancelled already.
    """
    check_reason(reason, "meeting-cancelled")
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_move(meeting.status, MeetingStatus.CANCELLED)
        meeting.status = MeetingStatus.CANCELLED
        meeting.cancel_reason = reason
        tx.journal("meeting.cancelled", record=meeting.id, reason=reason)
    return Done(None, tx.changes)


def read_series(desk: Desk, *, days: int = 4) -> tuple[SeriesRow, ...]:
    """List the series with the next days each would meet on, bank holidays flagged."""
    with desk.read() as look:
        found = look.meetings.series()
        last = {series.id: look.meetings.last_day_of(series.id) for series in found}
    return tuple(_row(series, last[series.id], desk.today(), days) for series in found)


def _row(series: Series, last: date | None, today: date, days: int) -> SeriesRow:
    rhythm = rhythm_of(series)
    first = next_day(rhythm, last, today)
    after = date.fromordinal(first.toordinal() - 1)
    return SeriesRow(
        id=series.id,
        revision=series.revision,
        name=series.name,
        meeting_type=series.meeting_type,
        rhythm=rhythm,
        minutes_planned=series.minutes_planned,
        place=series.place,
        is_active=series.active,
        next_days=next_days(rhythm, after, days if series.active else 0, is_working_day),
    )


def rhythm_of(series: Series) -> Rhythm:
    """Give the rhythm of a series."""
    return Rhythm(series.first_on, series.starts_at, series.every_weeks)
