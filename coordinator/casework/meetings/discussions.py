"""What is said about one item: facts, each agency's own note, the person's view, the next look."""

from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_items import (
    item_under_way,
    meeting_under_way,
    shown_item,
)
from coordinator.casework.need_to_know.sharing import check_may_be_told, living_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Agency, AgencyNote, AgendaItem, Case, Meeting
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.meetings.agendas import MOST_MINUTES
from coordinator.domain.meetings.rules import (
    TO_COME,
    check_item_move,
    check_reason,
    check_review,
    check_said,
)
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import ItemStatus, Sensitivity

_PLANNED = ItemStatus.PLANNED
_TIMED = "item.timed"
_FACTS = frozenset(
    {"summary", "since_last", "risks", "strengths", "disagreement", "restricted", "outcome_sought"}
)


def take_item(desk: Desk, item_id: UUID) -> Done[None]:
    """Take an item: it has been talked about.

    Raises:
        GuardError: `statement-not-read` before a person is talked about; the meeting is not open,
            or its minutes no longer change.
        TransitionError: It was taken already.
        MissingRecordError, WithheldError: No such item, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        item, meeting = item_under_way(desk, tx, item_id)
        if item.person_id is not None and meeting.statement_read_at is None:
            raise GuardError("statement-not-read")
        _resolve(item, ItemStatus.TAKEN, "")
        tx.journal("item.taken", record=item.id, scope=item.person_id)
    return Done(None, tx.changes)


def defer_item(desk: Desk, item_id: UUID, *, reason: str) -> Done[None]:
    """Put an item off; it returns on the next agenda by itself.

    Raises:
        ReasonNeededError: No reason.
        TransitionError: It was put off already.
        GuardError, MissingRecordError, WithheldError: As for `take_item`.
    """
    return _set_aside(desk, item_id, ItemStatus.DEFERRED, reason)


def defer_items(desk: Desk, meeting_id: UUID, *, reason: str) -> Done[int]:
    """Put off everything that is still planned and theirs to see; gives how many lines.

    Raises:
        ReasonNeededError: No reason.
        GuardError, MissingRecordError: As for `take_item`.
    """
    check_reason(reason, "item-deferred")
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = meeting_under_way(tx, meeting_id)
        planned = [one for one in tx.meetings.items(meeting.id) if one.status is _PLANNED]
        sight = sight_of(desk, tx, [one.person_id for one in planned])
        shown = [one for one in planned if sight.sees(one.person_id)]
        for item in shown:
            _resolve(item, ItemStatus.DEFERRED, reason)
        tx.journal("items.deferred", record=meeting.id, reason=reason)
    return Done(len(shown), tx.changes)


def withdraw_item(desk: Desk, item_id: UUID, *, reason: str) -> Done[None]:
    """Withdraw an item; only what is on file can bring its matter back.

    Raises:
        ReasonNeededError: No reason.
        TransitionError: It was withdrawn already, or has been talked about.
        GuardError, MissingRecordError, WithheldError: As for `take_item`.
    """
    return _set_aside(desk, item_id, ItemStatus.WITHDRAWN, reason)


def put_back_item(desk: Desk, item_id: UUID) -> Done[None]:
    """Take back what was said of an item by mistake: it is planned again, its notes stay.

    Works before the meeting, too, on a line that was withdrawn.

    Raises:
        TransitionError: It is planned.
        GuardError: The minutes no longer change, or the meeting will not be.
        MissingRecordError, WithheldError: As for `take_item`.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        item = shown_item(desk, tx, item_id)
        if tx.get(Meeting, item.meeting_id).status not in TO_COME:
            meeting_under_way(tx, item.meeting_id)
        _resolve(item, ItemStatus.PLANNED, "")
        tx.journal("item.put_back", record=item.id, scope=item.person_id)
    return Done(None, tx.changes)


def _set_aside(desk: Desk, item_id: UUID, status: ItemStatus, reason: str) -> Done[None]:
    check_reason(reason, f"item-{status.value}")
    with desk.act(Right.RUN_MEETINGS) as tx:
        item, _meeting = item_under_way(desk, tx, item_id)
        _resolve(item, status, reason)
        tx.journal(f"item.{status.value}", record=item.id, scope=item.person_id, reason=reason)
    return Done(None, tx.changes)


def _resolve(item: AgendaItem, status: ItemStatus, reason: str) -> None:
    check_item_move(item.status, status)
    item.status, item.status_reason = status, reason


def write_facts(desk: Desk, item_id: UUID, *, seen: int, **fields: str) -> Done[int]:
    """Write down facts of an item, not speech.

    Args:
        desk: Where and by whom.
        item_id: Which.
        seen: The revision the form was filled from.
        fields: `summary`, `since_last`, `risks`, `strengths`, `disagreement`, `outcome_sought`,
            or `restricted`: the paragraph that most copies leave out.

    Raises:
        InvalidFieldsError: Another field.
        StaleRecordError: Somebody else changed the same field meanwhile.
        ReasonNeededError, GuardError: As `check_work` has it.
        GuardError, MissingRecordError, WithheldError: As for `take_item`.
    """
    if unknown := set(fields) - _FACTS:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
    return _written(desk, item_id, seen, fields, "item.facts_written")


def write_person_view(
    desk: Desk, item_id: UUID, *, seen: int, view: str, spoken_by: str
) -> Done[int]:
    """Write down the person's own view, and who spoke for them.

    Raises:
        InvalidFieldsError: A view without whoever spoke for the person.
        StaleRecordError, GuardError, MissingRecordError, WithheldError: As for `write_facts`.
    """
    if view.strip():
        check_said(view_spoken_by=spoken_by)
    fields = {"person_view": view, "view_spoken_by": spoken_by}
    return _written(desk, item_id, seen, fields, "item.view_written")


def record_minutes_used(desk: Desk, item_id: UUID, *, seen: int, minutes: int) -> Done[int]:
    """Record how long an item took.

    Raises:
        InvalidFieldsError: `out-of-range`.
        StaleRecordError, GuardError, MissingRecordError, WithheldError: As for `write_facts`.
    """
    if not 0 <= minutes <= MOST_MINUTES:
        raise InvalidFieldsError({"minutes_used": "out-of-range"})
    return _written(desk, item_id, seen, {"minutes_used": minutes}, _TIMED)


def _written(
    desk: Desk, item_id: UUID, seen: int, fields: dict[str, str] | dict[str, int], act: str
) -> Done[int]:
    with desk.act(Right.RUN_MEETINGS) as tx:
        item, _meeting = item_under_way(desk, tx, item_id)
        if act != _TIMED:
            check_work(desk, tx, item.person_id)
        put(tx, item, seen=seen, fields=fields)
        tx.journal(act, record=item.id, scope=item.person_id)
    return Done(item.revision, tx.changes)


def set_next_review(desk: Desk, item_id: UUID, *, seen: int, on: date) -> Done[int]:
    """Agree when the panel looks again: on the item and on the case, as one act.

    The case of a referral is the one it has just opened.

    Raises:
        InvalidFieldsError: `in-the-past`: not after the meeting.
        GuardError: `person-died`; the meeting is not open, or its minutes no longer change.
        StaleRecordError, MissingRecordError, WithheldError: As for `write_facts`.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        item, meeting = item_under_way(desk, tx, item_id)
        check_review(on, meeting.on)
        if item.person_id is not None:
            living_person(desk, tx, item.person_id)
            check_work(desk, tx, item.person_id)
        put(tx, item, seen=seen, fields={"next_review_on": on})
        case = item.case_id or (item.person_id and tx.actions.open_case(item.person_id))
        if case is not None:
            tx.get(Case, case).next_review_on = on
        tx.journal("item.review_set", record=item.id, scope=item.person_id)
    return Done(item.revision, tx.changes)


def add_note(
    desk: Desk,
    item_id: UUID,
    *,
    agency_id: UUID,
    text: str,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
) -> Done[UUID]:
    """Write down what one agency shared, under the name it has today.

    Raises:
        InvalidFieldsError: No words.
        GuardError: `agency-not-told`: it must not hear of the person, so it has said nothing here.
        ReasonNeededError, GuardError: As `check_work` has it.
        GuardError, MissingRecordError, WithheldError: As for `take_item`.
    """
    check_said(text=text)
    with desk.act(Right.RUN_MEETINGS) as tx:
        item, meeting = item_under_way(desk, tx, item_id)
        check_may_be_told(tx, item.person_id, [agency_id])
        check_work(desk, tx, item.person_id)
        agency = tx.get(Agency, agency_id)
        note = AgencyNote(
            id=desk.new_id(),
            meeting_id=meeting.id,
            item_id=item.id,
            person_id=item.person_id,
            agency_id=agency.id,
            agency=agency.name,
            text=text,
            said_on=meeting.on,
            sensitivity=sensitivity,
        )
        tx.add(note)
        tx.journal("note.added", record=note.id, scope=item.person_id)
    return Done(note.id, tx.changes)


def change_note(
    desk: Desk,
    note_id: UUID,
    *,
    seen: int,
    text: str,
    sensitivity: Sensitivity | None = None,
) -> Done[int]:
    """Correct an agency's note while the minutes are still written.

    Raises:
        InvalidFieldsError: No words.
        StaleRecordError, GuardError, MissingRecordError, WithheldError: As for `write_facts`.
    """
    check_said(text=text)
    fields: dict[str, object] = {"text": text}
    if sensitivity is not None:
        fields["sensitivity"] = sensitivity
    with desk.act(Right.RUN_MEETINGS) as tx:
        note, _meeting = _note_under_way(desk, tx, note_id)
        put(tx, note, seen=seen, fields=fields)
        tx.journal("note.changed", record=note.id, scope=note.person_id)
    return Done(note.revision, tx.changes)


def remove_note(desk: Desk, note_id: UUID, *, reason: str) -> Done[None]:
    """Take an agency's note out of minutes that are still written.

    Raises:
        ReasonNeededError: No reason.
        GuardError, MissingRecordError, WithheldError: As for `take_item`.
    """
    check_reason(reason, "note-removed")
    with desk.act(Right.RUN_MEETINGS) as tx:
        note, _meeting = _note_under_way(desk, tx, note_id)
        note.removed = True
        tx.journal("note.removed", record=note.id, scope=note.person_id, reason=reason)
    return Done(None, tx.changes)


def _note_under_way(desk: Desk, tx: Transaction, note_id: UUID) -> tuple[AgencyNote, Meeting]:
    note = tx.get(AgencyNote, note_id)
    _item, meeting = item_under_way(desk, tx, note.item_id)
    return note, meeting
