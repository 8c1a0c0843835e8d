"""Making a day's sheet, and changing who is looked for, by whom, where and in which order."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import check_may_be_told, living_person, visible
from coordinator.casework.outreach.facts import (
    Around,
    around,
    chosen,
    proposals,
    where_of,
)
from coordinator.db.models import Meeting, OutreachLine, OutreachSheet, Person, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.cases.leads import check_in_post
from coordinator.domain.errors import (
    DuplicateRecordError,
    InvalidFieldsError,
    MissingRecordError,
    WithheldError,
)
from coordinator.domain.lists.outreach import WhyFind
from coordinator.domain.outcomes import Done
from coordinator.domain.outreach import check_unanswered
from coordinator.domain.roles import Right
from coordinator.domain.states import ItemStatus
from coordinator.wording.outreach import why_words

_OF_A_LINE = frozenset({"worker_id", "where", "why"})


def make_sheet(
    desk: Desk, on: date, area: str = "", *, people: Sequence[UUID] | None = None
) -> Done[UUID]:
    """Make the sheet of a day and an area.

    Args:
        desk: Where and by whom.
        on: The day; today or later.
        area: A town or a place people are found at; everywhere when empty.
        people: Who stands on it, in this order; whoever is proposed when nothing.

    Raises:
        InvalidFieldsError: The day is in the past.
        DuplicateRecordError: `outreach-sheet`: the day has its sheet for this area.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: Somebody chosen is not there, or not theirs to see.
    """
    if on < desk.today():
        raise InvalidFieldsError({"on": "in-the-past"})
    with desk.act(Right.RUN_MEETINGS) as tx:
        if (standing := tx.outreach.sheet_of(on, area)) is not None:
            raise DuplicateRecordError("outreach-sheet", standing.id)
        known = around(desk, tx, on)
        sheet = _begin(desk, tx, on, area)
        wanted = people
        if wanted is None:
            wanted = [one.person for one in proposals(tx, known, on, area)]
        _write_lines(desk, tx, sheet, known, wanted)
        tx.journal("outreach.sheet_made", record=sheet.id)
    return Done(sheet.id, tx.changes)


def make_sheet_of_meeting(desk: Desk, meeting_id: UUID) -> Done[UUID]:
    """Put everybody a huddle names on the sheet of its day; the sheet is made when there is none.

    Whoever stands on it already stays where they are.

    Raises:
        InvalidFieldsError: The day of the meeting is in the past.
        MissingRecordError: No such meeting.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        meeting = tx.get(Meeting, meeting_id)
        if meeting.on < desk.today():
            raise InvalidFieldsError({"on": "in-the-past"})
        sheet = tx.outreach.sheet_of(meeting.on, "") or _begin(
            desk, tx, meeting.on, "", meeting_id
        )
        there = {line.person_id for line in tx.outreach.lines([sheet.id])}
        named = _named_at(desk, tx, meeting)
        known = around(desk, tx, meeting.on)
        wanted = [person for person in named if person not in there]
        _write_lines(desk, tx, sheet, known, wanted, WhyFind.HUDDLE)
        tx.journal("outreach.sheet_made", record=sheet.id)
    return Done(sheet.id, tx.changes)


def add_to_sheet(desk: Desk, person_id: UUID, sheet_id: UUID, *, why: str = "") -> Done[UUID]:
    """Put somebody on a sheet by hand, at its end.

    Raises:
        DuplicateRecordError: `outreach-line`: they stand on it already.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such sheet or person, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        person = living_person(desk, tx, person_id)
        sheet = tx.get(OutreachSheet, sheet_id)
        if any(line.person_id == person_id for line in tx.outreach.lines([sheet_id])):
            raise DuplicateRecordError("outreach-line")
        known = around(desk, tx, sheet.on)
        (line,) = _write_lines(desk, tx, sheet, known, [person.id])
        line.why = "; ".join(part for part in (why.strip(), line.why) if part)
        tx.journal("outreach.line_added", record=line.id, scope=person_id)
    return Done(line.id, tx.changes)


def take_off_sheet(desk: Desk, outreach_line_id: UUID) -> Done[None]:
    """Take somebody off a sheet; what was tried before stays on file.

    Raises:
        GuardError: `outreach-entered`: what came of it is entered.
        MissingRecordError, WithheldError: No such line, or the person is not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        (line,) = lines_to_change(desk, tx, [outreach_line_id])
        line.removed = True
        tx.journal("outreach.line_removed", record=line.id, scope=line.person_id)
    return Done(None, tx.changes)


def change_sheet_line(
    desk: Desk, outreach_line_id: UUID, *, seen: int, **fields: Any
) -> Done[int]:
    """Change where somebody is looked for, why, or by whom; gives the revision.

    Args:
        desk: Where and by whom.
        outreach_line_id: Which.
        seen: The revision the form was filled from.
        fields: `worker_id`, `where`, `why`.

    Raises:
        InvalidFieldsError: No such field.
        GuardError: `outreach-entered`, `agency-not-told`; `professional-left`; `person-died`.
        StaleRecordError, MissingRecordError, WithheldError: As elsewhere.
    """
    if unknown := set(fields) - _OF_A_LINE:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
    with desk.act(Right.RUN_MEETINGS) as tx:
        (line,) = lines_to_change(desk, tx, [outreach_line_id])
        living_person(desk, tx, line.person_id)
        if fields.get("worker_id") is not None:
            _check_workers(desk, tx, [line], fields["worker_id"])
        put(tx, line, seen=seen, fields=fields)
        tx.journal("outreach.line_changed", record=line.id, scope=line.person_id)
    return Done(line.revision, tx.changes)


def assign_lines(desk: Desk, lines: Sequence[UUID], worker_id: UUID | None) -> Done[None]:
    """Say who looks for some people of a sheet; nobody in particular when nothing.

    Raises:
        GuardError: `outreach-entered`; `agency-not-told`: of one of them that agency may not know;
            `professional-left`.
        MissingRecordError, WithheldError: No such line or worker, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = lines_to_change(desk, tx, lines)
        if worker_id is not None:
            _check_workers(desk, tx, found, worker_id)
        for line in found:
            line.worker_id = worker_id
        tx.journal("outreach.assigned", record=found[0].sheet_id if found else None)
    return Done(None, tx.changes)


def reorder_sheet(desk: Desk, sheet_id: UUID, lines: Sequence[UUID]) -> Done[None]:
    """Put the lines of a sheet in another order; those not named keep theirs, after them.

    Raises:
        MissingRecordError: No such sheet, or a line that does not stand on it.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        tx.get(OutreachSheet, sheet_id)
        standing = {line.id: line for line in tx.outreach.lines([sheet_id])}
        if unknown := set(lines) - set(standing):
            raise MissingRecordError(what="outreach_line", key=str(unknown.pop()))
        order = list(dict.fromkeys([*lines, *standing]))
        for rank, key in enumerate(order, 1):
            standing[key].rank = rank
        tx.journal("outreach.reordered", record=sheet_id)
    return Done(None, tx.changes)


def lines_to_change(
    desk: Desk, tx: Transaction, wanted: Collection[UUID]
) -> Sequence[OutreachLine]:
    """Give lines without a contact, about people the sitter may see, in the order asked for.

    Raises:
        GuardError: `outreach-entered`.
        MissingRecordError, WithheldError: No such line, or the person is not theirs to see.
    """
    found = tx.get_many(OutreachLine, list(wanted))
    for key in wanted:
        if key not in found:
            raise MissingRecordError(what="outreach_line", key=str(key))
    people = [line.person_id for line in found.values()]
    shown = visible(tx, desk.reader(tx), people)
    for person in people:
        if person not in shown:
            raise WithheldError(record=person)
    check_unanswered(line.contact_id for line in found.values())
    return [found[key] for key in wanted]


def _begin(
    desk: Desk, tx: Transaction, on: date, area: str, meeting_id: UUID | None = None
) -> OutreachSheet:
    sheet = OutreachSheet(
        id=desk.new_id(),
        on=on,
        area=area.strip(),
        made_by_id=desk.sitter.professional,
        meeting_id=meeting_id,
    )
    tx.add(sheet)
    tx.session.flush()
    return sheet


def _named_at(desk: Desk, look: Reading, meeting: Meeting) -> list[UUID]:
    """Give the living people a meeting names whom the sitter may see, in its order."""
    items = {item.id.hex: item for item in look.meetings.items(meeting.id)}
    order = [*(key for key in meeting.item_order if key in items), *sorted(items)]
    named = [
        person
        for key in dict.fromkeys(order)
        if items[key].status is not ItemStatus.WITHDRAWN and (person := items[key].person_id)
    ]
    shown = visible(look, desk.reader(look), named)
    living = look.get_many(Person, named)
    return [one for one in dict.fromkeys(named) if one in shown and not living[one].died_on]


def _write_lines(
    desk: Desk,
    tx: Transaction,
    sheet: OutreachSheet,
    known: Around,
    wanted: Iterable[UUID],
    otherwise: WhyFind | None = None,
) -> list[OutreachLine]:
    """Write a line for each; `otherwise` is why for those no reason on file speaks for."""
    rank = max((line.rank for line in tx.outreach.lines([sheet.id])), default=0)
    made = []
    for place, key in enumerate(dict.fromkeys(wanted), rank + 1):
        person = known.people.get(key) or living_person(desk, tx, key)
        why = chosen(known, key, sheet.on) or ((otherwise,) if otherwise else ())
        one = known.lookouts.get(key)
        line = OutreachLine(
            id=desk.new_id(),
            sheet_id=sheet.id,
            person_id=key,
            rank=place,
            worker_id=known.may_look.get(key),
            where=where_of(person),
            why=why_words(why, one.unseen(sheet.on) if one else 0, one.actions_due if one else 0),
        )
        tx.add(line)
        made.append(line)
    return made


def _check_workers(
    desk: Desk, tx: Transaction, lines: Iterable[OutreachLine], worker_id: UUID
) -> None:
    worker = tx.get(Professional, worker_id)
    check_in_post(worker.left_on, desk.today())
    for line in lines:
        check_may_be_told(tx, line.person_id, [worker.agency_id, worker.id])
