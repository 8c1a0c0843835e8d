"""Running a meeting: opening it, what is read and agreed at its start, and closing it."""

from datetime import time
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import officers_on
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_facts import actions_checked
from coordinator.casework.meetings.agenda_items import meeting_under_way
from coordinator.casework.meetings.attendance import seats_as_filled
from coordinator.db.models import Correction, Meeting, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.meetings import MinutesAccuracy
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.rules import check_day, check_move, check_to_come
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import MeetingStatus


def open_meeting(
    desk: Desk,
    meeting_id: UUID,
    *,
    at: time,
    chair_id: UUID | None = None,
    minute_taker_id: UUID | None = None,
) -> Done[int]:
    """Open a meeting: one row of attendance per seat, names as of this day.

    What was due and the quorum asked for are kept with it, so that its minutes say the same later.

    Args:
        desk: Where and by whom.
        meeting_id: Which.
        at: Local time it began.
        chair_id: Who chairs; the panel's chair, or who stands in, when not said.
        minute_taker_id: Who takes the minutes; the panel's coordinator, or who stands in, when not
            said.

    Returns:
        How many seats there are; an empty panel has none.

    Raises:
        TransitionError: It is open already, over or cancelled.
        GuardError: `meeting-not-yet`: its day has not come.
        MissingRecordError: No such meeting or professional.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        seats = begin(desk, tx, meeting, at)
        meeting.chair_id = _officer(tx, chair_id, meeting.chair_id)
        meeting.minute_taker_id = _officer(tx, minute_taker_id, meeting.minute_taker_id)
        tx.journal("meeting.opened", record=meeting.id)
    return Done(seats, tx.changes)


def open_meeting_today(desk: Desk, meeting_id: UUID, *, seen: int, at: time) -> Done[int]:
    """Open a meeting of another day on this one: it is moved here and begins, in one act.

    Raises:
        GuardError: `meeting-begun`.
        TransitionError: It is over or cancelled.
        StaleRecordError: Somebody else moved it meanwhile.
        MissingRecordError: No such meeting.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        check_to_come(meeting.status)
        put(tx, meeting, seen=seen, fields={"on": desk.today()})
        seats = begin(desk, tx, meeting, at)
        tx.journal("meeting.opened", record=meeting.id)
    return Done(seats, tx.changes)


def begin(desk: Desk, tx: Transaction, meeting: Meeting, at: time) -> int:
    """Begin a meeting inside an act, with its usual officers; gives how many seats there are.

    Raises:
        TransitionError, GuardError: As for `open_meeting`.
    """
    check_move(meeting.status, MeetingStatus.IN_PROGRESS)
    check_day(meeting.on, desk.today())
    meeting.status = MeetingStatus.IN_PROGRESS
    meeting.began_at = at
    panel = tx.meetings.panel()
    meeting.chair_id, meeting.minute_taker_id = officers_on(tx, panel, meeting.on)
    kind = kind_of(meeting.meeting_type)
    meeting.quorum_needed = panel.quorum if panel and kind.has_quorum else 0
    if kind.checks_actions:
        meeting.actions_checked = [one.id.hex for one in actions_checked(tx, meeting)]
    return len(seats_as_filled(desk, tx, meeting))


def _officer(tx: Transaction, named: UUID | None, usual: UUID | None) -> UUID | None:
    if named is not None:
        tx.get(Professional, named)
    return named or usual


def name_officers(
    desk: Desk,
    meeting_id: UUID,
    *,
    seen: int,
    chair_id: UUID | None,
    minute_taker_id: UUID | None,
) -> Done[int]:
    """Say who chairs and who takes the minutes of a meeting that is open.

    Raises:
        GuardError: `professional-left`; the meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else changed the same post meanwhile.
        MissingRecordError: No such meeting or professional.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_under_way(tx, meeting_id)
        named = {"chair_id": chair_id, "minute_taker_id": minute_taker_id}
        changed = {
            post: one for post, one in named.items() if one and one != getattr(meeting, post)
        }
        for one in changed.values():
            check_in_post(tx.get(Professional, one).left_on, meeting.on)
        put(tx, meeting, seen=seen, fields=changed)
        tx.journal("meeting.officers_named", record=meeting.id)
    return Done(meeting.revision, tx.changes)


def record_statement_read(desk: Desk, meeting_id: UUID, *, at: time, by_id: UUID) -> Done[None]:
    """Record that the confidentiality statement was read, when and by whom.

    Raises:
        GuardError: The meeting is not open, or its minutes no longer change.
        MissingRecordError: No such meeting or professional.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_under_way(tx, meeting_id)
        tx.get(Professional, by_id)
        meeting.statement_read_at, meeting.statement_read_by_id = at, by_id
        tx.journal("meeting.statement_read", record=meeting.id)
    return Done(None, tx.changes)


def settle_last_minutes(desk: Desk, meeting_id: UUID, *, amendments: str = "") -> Done[None]:
    """Record that the minutes of the meeting before were agreed, as they are or with changes.

    Changes to minutes that are approved already are kept with them as a dated correction.

    Raises:
        GuardError: The meeting is not open, or its minutes no longer change.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_under_way(tx, meeting_id)
        said = amendments.strip()
        meeting.last_minutes = said
        meeting.last_minutes_accuracy = MinutesAccuracy.AMENDED if said else MinutesAccuracy.AGREED
        if said:
            _correct_last(desk, tx, meeting, said)
        tx.journal("meeting.last_minutes_settled", record=meeting.id)
    return Done(None, tx.changes)


def _correct_last(desk: Desk, tx: Transaction, meeting: Meeting, said: str) -> None:
    last = tx.meetings.before(meeting)
    if last is not None and last.status is MeetingStatus.APPROVED:
        tx.add(
            Correction(
                id=desk.new_id(),
                meeting_id=last.id,
                corrected_on=meeting.on,
                corrected_by_id=desk.sitter.professional,
                text=said,
            )
        )


def write_meeting_notes(desk: Desk, meeting_id: UUID, *, seen: int, **fields: str) -> Done[int]:
    """Write the learning note (`learning`) or any other business (`other_business`).

    Raises:
        InvalidFieldsError: Another field.
        GuardError: The meeting is not open, or its minutes no longer change.
        StaleRecordError: Somebody else changed the same field meanwhile.
    """
    if unknown := set(fields) - {"learning", "other_business"}:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_under_way(tx, meeting_id)
        put(tx, meeting, seen=seen, fields=fields)
        tx.journal("meeting.notes_written", record=meeting.id)
    return Done(meeting.revision, tx.changes)


def close_meeting(desk: Desk, meeting_id: UUID, *, at: time) -> Done[int]:
    """Close a meeting; what was not reached returns on the next agenda by itself.

    Args:
        desk: Where and by whom.
        meeting_id: Which.
        at: Local time it ended.

    Returns:
        How many items were not reached.

    Raises:
        TransitionError: It is not open.
        InvalidFieldsError: `before-start`.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        end(meeting, at)
        tx.journal("meeting.closed", record=meeting.id)
        left = tx.meetings.unresolved(meeting_id)
    return Done(left, tx.changes)


def end(meeting: Meeting, at: time) -> None:
    """End a meeting inside an act.

    Raises:
        TransitionError, InvalidFieldsError: As for `close_meeting`.
    """
    check_move(meeting.status, MeetingStatus.HELD)
    if meeting.began_at is not None and at < meeting.began_at:
        raise InvalidFieldsError({"ended_at": "before-start"})
    meeting.status = MeetingStatus.HELD
    meeting.ended_at = at
