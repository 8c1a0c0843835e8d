"""Observers invited to a meeting before it begins, so that their pack can reach them."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.attendance import Attendee, added_in
from coordinator.db.models import Meeting, Presence
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.meetings import Attendance
from coordinator.domain.meetings.rules import check_to_come
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right


def invite_observer(desk: Desk, meeting_id: UUID, somebody: Attendee) -> Done[UUID]:
    """Invite somebody to look on; they stand on the list of the room when it opens.

    Raises:
        InvalidFieldsError: Nobody is named.
        DuplicateRecordError: `attendee`: they are invited already.
        GuardError: `meeting-begun`.
        MissingRecordError: No such meeting, professional or agency.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_to_come(meeting.status)
        presence = added_in(desk, tx, meeting, Attendance.OBSERVER, somebody)
        tx.journal("attendance.invited", record=presence.id)
    return Done(presence.id, tx.changes)


def take_back_invitation(desk: Desk, invitation: UUID) -> Done[None]:
    """Take back that somebody was invited to look on: no pack is made for them any more.

    A copy they were sent before stands in the log as it did.

    Raises:
        GuardError: `meeting-begun`: who came is noted as such; `not-invited`: they have a seat, or
            the invitation was taken back before.
        MissingRecordError: No such invitation.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        presence = tx.get(Presence, invitation)
        check_to_come(tx.get(Meeting, presence.meeting_id).status)
        if presence.result is not Attendance.OBSERVER or presence.seat_id is not None:
            raise GuardError("not-invited")
        presence.removed = True
        tx.journal("attendance.uninvited", record=invitation)
    return Done(None, tx.changes)
