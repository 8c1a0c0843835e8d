"""Meetings called on the spot: a professionals' meeting about one person, an outreach huddle."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from types import MappingProxyType
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.meetings.agendas import NewItem, put_on_agenda
from coordinator.casework.meetings.running import begin
from coordinator.casework.meetings.series import Appointment, put_in_calendar
from coordinator.domain.lists.meetings import AgendaKind, MeetingType, WhyListed
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.roles import Right, check
from coordinator.domain.states import MeetingStatus

USUAL_MINUTES: Mapping[MeetingType, int] = MappingProxyType(
    {MeetingType.OUTREACH: 15, MeetingType.PROFESSIONALS: 60}
)
_USUALLY = 60
_QUARTER = 15
_LATEST = 50


def call_meeting(desk: Desk, person_id: UUID) -> Done[UUID]:
    """Call the professionals around one person together, today; it can be moved like any other.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    kind = MeetingType.PROFESSIONALS
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = put_in_calendar(desk, tx, kind, _when(desk, kind, _quarter(_local(desk))))
        tx.session.flush()
        new = NewItem(AgendaKind.REVIEW, person_id=person_id)
        put_on_agenda(desk, tx, meeting, new, WhyListed.ADDED)
        tx.journal("meeting.called", record=meeting.id, scope=person_id)
    return Done(meeting.id, tx.changes)


def begin_huddle(desk: Desk) -> Done[UUID]:
    """Begin today's outreach huddle now: no agenda is pulled, people are added as they come up.

    One that is under way is gone on with, and one that stands in the calendar is the one begun.
    """
    kind, at = MeetingType.OUTREACH, _local(desk)
    check(desk.sitter.role, Right.RUN_MEETINGS)
    if (under_way := _under_way(desk, kind)) is not None:
        return Done(under_way, Changes())
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.meetings.next_from(desk.today(), kind)
        if meeting is None or meeting.on != desk.today():
            meeting = put_in_calendar(desk, tx, kind, _when(desk, kind, at.time()))
            tx.session.flush()
        begin(desk, tx, meeting, at.time())
        tx.journal("meeting.opened", record=meeting.id)
    return Done(meeting.id, tx.changes)


def _under_way(desk: Desk, kind: MeetingType) -> UUID | None:
    with desk.read() as look:
        tomorrow = desk.today() + timedelta(days=1)
        latest = look.meetings.page(before=(tomorrow, UUID(int=0)), limit=_LATEST)
    found = (
        one.id
        for one in latest
        if one.meeting_type is kind
        and one.on == desk.today()
        and one.status is MeetingStatus.IN_PROGRESS
    )
    return next(found, None)


def _local(desk: Desk) -> datetime:
    return desk.now().astimezone(LONDON).replace(second=0, microsecond=0)


def _quarter(at: datetime) -> time:
    return at.time().replace(minute=at.minute // _QUARTER * _QUARTER)


def _when(desk: Desk, kind: MeetingType, at: time) -> Appointment:
    return Appointment(desk.today(), at, USUAL_MINUTES.get(kind, _USUALLY))
