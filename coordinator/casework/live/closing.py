"""Reading what a meeting leaves open, and how far its minutes are."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from coordinator.casework.actions.barriers import find_barriers_without_details
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.meetings.reading import read_meeting
from coordinator.db.models import Meeting
from coordinator.db.transaction import Reading
from coordinator.domain.meetings.closing_check import ClosingFacts, OpenLine, left_open
from coordinator.domain.meetings.kinds import MeetingKind, kind_of
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.roles import Right, may
from coordinator.domain.states import CaseStatus


@dataclass(frozen=True, slots=True)
class Closing:
    """What the closing check shows.

    Attributes:
        revision: Of the meeting; its notes are saved over it.
        now: The moment at the meeting's place.
        agreed: How many actions were agreed, that agencies can be sent.
        chairs: Who may have approved the minutes elsewhere, the meeting's own first.
        may_approve: Whether the sitter is who approves at the desk.
        may_send: Whether texts for agencies are theirs to send.
    """

    row: MeetingRow
    kind: MeetingKind
    lines: tuple[OpenLine, ...]
    revision: int
    learning: str = field(repr=False)
    other_business: str = field(repr=False)
    next_on: date | None
    now: datetime
    agreed: int
    chairs: tuple[tuple[str, UUID], ...]
    approved_by: str
    approval_how: str
    may_approve: bool
    may_send: bool


def read_closing(desk: Desk, meeting_id: UUID) -> Closing:
    """Read what is left open and what comes next.

    Raises:
        MissingRecordError: No such meeting.
    """
    record = read_meeting(desk, meeting_id)
    row, role = record.header.row, desk.sitter.role
    with desk.read() as look:
        meeting = look.get(Meeting, meeting_id)
        cases = _cases(look)
        officers = frozenset(filter(None, (meeting.chair_id, meeting.minute_taker_id)))
        chair = meeting.chair_id
    agreed = (*(one for item in record.items for one in item.actions), *record.other_actions)
    facts = ClosingFacts(
        on=row.on,
        items=record.items,
        agreed=agreed,
        attendance=record.attendance,
        quorum=record.quorum,
        barriers=find_barriers_without_details(desk, meeting_id),
        cases=cases,
        officers=officers,
        is_read=record.statement_read_at is not None,
        kind=kind_of(row.meeting_type),
    )
    return Closing(
        row=row,
        kind=facts.kind,
        lines=left_open(facts),
        revision=row.revision,
        learning=record.learning,
        other_business=record.other_business,
        next_on=record.header.next_on,
        now=desk.now().astimezone(LONDON),
        agreed=len(agreed),
        chairs=_chairs(desk, chair),
        approved_by=record.approved_by,
        approval_how=record.approval_how,
        may_approve=may(role, Right.APPROVE_MINUTES),
        may_send=may(role, Right.EXPORT_PANEL),
    )


def _cases(look: Reading) -> dict[UUID, date | None]:
    return {
        case.person_id: case.next_review_on
        for case in look.agendas.open_cases()
        if case.status is CaseStatus.OPEN
    }


def _chairs(desk: Desk, chaired: UUID | None) -> tuple[tuple[str, UUID], ...]:
    page = read_directory(desk, with_former=True)
    names = {one.id: one.name for one in page.professionals}
    known = dict(page.panel.chairs)
    first = {chaired: names[chaired]} if chaired in names else {}
    return tuple((name, who) for who, name in {**first, **known}.items())
