"""Minutes from draft to approval, and the dated corrections that are all that may follow."""

from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import chairs_on
from coordinator.casework.meetings.agenda_items import shown_item
from coordinator.casework.need_to_know.field_guards import hold_part_back
from coordinator.db.models import Correction, Meeting, Professional
from coordinator.db.repositories.agendas import MINUTES_ISSUED
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.meetings.rules import check_issue, check_move, check_reason, check_said
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.roles import Right
from coordinator.domain.states import MeetingStatus, Sensitivity

AT_THE_DESK = "at_the_desk"
"""How a chair approves in the program itself; any other value says how the coordinator knows."""


def draft_minutes(desk: Desk, meeting_id: UUID) -> Done[None]:
    """Say that the minutes of a meeting that was held are being drafted.

    Raises:
        TransitionError: It was not held, or its minutes are further on.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_move(meeting.status, MeetingStatus.MINUTES_DRAFT)
        if meeting.status is MeetingStatus.MINUTES_ISSUED:
            raise GuardError("minutes-issued")
        meeting.status = MeetingStatus.MINUTES_DRAFT
        tx.journal("minutes.drafted", record=meeting.id)
    return Done(None, tx.changes)


def issue_minutes(desk: Desk, meeting_id: UUID) -> Done[None]:
    """Issue minutes in which every item has its outcome.

    Raises:
        GuardError: `unresolved-items`, `barriers-without-details`.
        TransitionError: They are not in draft.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_move(meeting.status, MeetingStatus.MINUTES_ISSUED)
        check_issue(
            tx.meetings.unresolved(meeting_id), len(tx.barriers.without_details(meeting_id))
        )
        meeting.status = MeetingStatus.MINUTES_ISSUED
        meeting.issued_on = desk.today()
        tx.journal(MINUTES_ISSUED, record=meeting.id)
    return Done(None, tx.changes)


def take_back_minutes(desk: Desk, meeting_id: UUID, *, reason: str) -> Done[None]:
    """Take issued minutes back into draft, because the chair wants them changed.

    Raises:
        ReasonNeededError: No reason.
        TransitionError: They are not issued, or approved already.
    """
    check_reason(reason, "minutes-taken-back")
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        if meeting.status is MeetingStatus.HELD:
            raise GuardError("minutes-not-issued")
        check_move(meeting.status, MeetingStatus.MINUTES_DRAFT)
        meeting.status = MeetingStatus.MINUTES_DRAFT
        tx.journal("minutes.taken_back", record=meeting.id, reason=reason)
    return Done(None, tx.changes)


def approve_minutes(desk: Desk, meeting_id: UUID) -> Done[None]:
    """Approve issued minutes, as the chair, at the desk; from now on nothing in them changes.

    Raises:
        NotPermittedError: Only the chair approves.
        TransitionError: They are not issued, or approved already.
    """
    with desk.act(Right.APPROVE_MINUTES) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_move(meeting.status, MeetingStatus.APPROVED)
        _approve(meeting, desk.today(), desk.sitter.professional, AT_THE_DESK)
        tx.journal("minutes.approved", record=meeting.id)
    return Done(None, tx.changes)


def record_approval(
    desk: Desk, meeting_id: UUID, *, by_id: UUID, on: date, how: str
) -> Done[None]:
    """Record that the chair approved the minutes elsewhere, such as by e-mail.

    Args:
        desk: The coordinator's.
        meeting_id: Which.
        by_id: The chair who approved.
        on: The day they did.
        how: How it is known: *e-mail of 23 November, 09:12*.

    Raises:
        InvalidFieldsError: Nothing says how; a day before the minutes went out, or to come;
            somebody who chairs neither this meeting nor the panel, nor stood in that day.
        TransitionError: They are not issued, or approved already.
    """
    check_said(approval_how=how)
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_move(meeting.status, MeetingStatus.APPROVED)
        tx.get(Professional, by_id)
        _check_approval(meeting, on, desk.today())
        if by_id not in {meeting.chair_id, *chairs_on(tx, on)}:
            raise InvalidFieldsError({"approved_by_id": "not-in-list"})
        _approve(meeting, on, by_id, how)
        tx.journal("minutes.approval_recorded", record=meeting.id, reason=how)
    return Done(None, tx.changes)


def _check_approval(meeting: Meeting, on: date, today: date) -> None:
    if on > today:
        raise InvalidFieldsError({"approved_on": "in-the-future"})
    if meeting.issued_on is not None and on < meeting.issued_on:
        raise InvalidFieldsError({"approved_on": "before-start"})


def _approve(meeting: Meeting, on: date, by_id: UUID, how: str) -> None:
    meeting.status = MeetingStatus.APPROVED
    meeting.approved_on, meeting.approved_by_id, meeting.approval_how = on, by_id, how


def correct_minutes(
    desk: Desk,
    meeting_id: UUID,
    *,
    text: str,
    item_id: UUID | None = None,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
) -> Done[UUID]:
    """Add a dated correction to approved minutes, to the whole or to one item.

    Raises:
        InvalidFieldsError: No words, or an item of another meeting.
        GuardError: `minutes-not-approved`: what is not approved is changed itself.
        MissingRecordError, WithheldError: No such meeting or item, or not theirs to see.
    """
    check_said(text=text)
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        if meeting.status is not MeetingStatus.APPROVED:
            raise GuardError("minutes-not-approved")
        item = shown_item(desk, tx, item_id) if item_id else None
        if item is not None and item.meeting_id != meeting_id:
            raise InvalidFieldsError({"item_id": "unknown"})
        person = item.person_id if item else None
        correction = Correction(
            id=desk.new_id(),
            meeting_id=meeting.id,
            item_id=item_id,
            person_id=person,
            corrected_on=desk.today(),
            corrected_by_id=desk.sitter.professional,
            text=text,
        )
        tx.add(correction)
        part = Part(RecordKind.CORRECTION, correction.id, "text")
        hold_part_back(desk, tx, person, part, sensitivity)
        tx.journal("minutes.corrected", record=correction.id, scope=correction.person_id)
    return Done(correction.id, tx.changes)
