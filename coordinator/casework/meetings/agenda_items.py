"""Loading one line of an agenda, or a meeting, for an act that may change it."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.db.models import AgendaItem, Meeting
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.meetings.agendas import Matter, matter_of
from coordinator.domain.meetings.rules import check_minutes_open, check_to_come


def shown_item(desk: Desk, look: Reading, item_id: UUID) -> AgendaItem:
    """Give a line the sitter may see.

    Raises:
        MissingRecordError, WithheldError: No such line, or its person is not theirs to see.
    """
    item = look.get(AgendaItem, item_id)
    if item.person_id is not None:
        shown_person(desk, look, item.person_id)
    return item


def item_under_way(desk: Desk, tx: Transaction, item_id: UUID) -> tuple[AgendaItem, Meeting]:
    """Give a line and its meeting, whose minutes may still be written.

    Raises:
        GuardError: The meeting is not open, or its minutes no longer change.
        MissingRecordError, WithheldError: As for `shown_item`.
    """
    item = shown_item(desk, tx, item_id)
    return item, meeting_under_way(tx, item.meeting_id)


def meeting_under_way(look: Reading, meeting_id: UUID) -> Meeting:
    """Give a meeting whose minutes may be written.

    Raises:
        GuardError: It has not begun, or its minutes no longer change.
        MissingRecordError: No such meeting.
    """
    meeting = look.get(Meeting, meeting_id)
    check_minutes_open(meeting.status)
    return meeting


def meeting_to_come(look: Reading, meeting_id: UUID) -> Meeting:
    """Give a meeting that may still be prepared.

    Raises:
        GuardError: It has begun or will not be.
        MissingRecordError: No such meeting.
    """
    meeting = look.get(Meeting, meeting_id)
    check_to_come(meeting.status)
    return meeting


def matter_on(item: AgendaItem) -> Matter:
    """Say what a line is about; a topic carried on is the topic it was."""
    return matter_of(
        item.item_kind,
        case_id=item.case_id,
        referral_id=item.referral_id,
        escalation_id=item.escalation_id,
        item_id=item.carried_from_id or item.id,
    )
