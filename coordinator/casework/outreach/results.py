"""Entering what came of a whole sheet in one pass: each line its contact, or nothing is kept."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.outreach.sheets import lines_to_change
from coordinator.casework.people.contacts import contact_of
from coordinator.db.models import OutreachLine, OutreachSheet, Person, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import InvalidFieldsError, MissingRecordError
from coordinator.domain.need_to_know.field_guards import TELLS_WHERE
from coordinator.domain.outcomes import Done
from coordinator.domain.outreach import LineResult, check_results
from coordinator.domain.people.contacts import NewContact, check_contact
from coordinator.domain.people.rules import check_living
from coordinator.domain.roles import Right


def enter_results(desk: Desk, sheet_id: UUID, results: Sequence[LineResult]) -> Done[int]:
    """Write the contact of each of these lines; gives how many.

    *Not there* is a result like any other: it closes nothing and changes nobody's case. What is
    written down long after it happened is marked as late, as with every contact.

    Raises:
        InvalidFieldsError: There is nothing to enter, a line twice, or a time that cannot be.
        GuardError: `outreach-entered`: a line has its contact; `person-died`.
        MissingRecordError, WithheldError: No such sheet, line or worker, or not theirs to see.
    """
    if any(one.at.tzinfo is None for one in results):
        raise InvalidFieldsError({"at": "naive-time"})
    with desk.act(Right.LOG_CONTACTS) as tx:
        sheet = tx.get(OutreachSheet, sheet_id)
        check_results(results, sheet.on, [one.at.astimezone(LONDON).date() for one in results])
        lines = lines_to_change(desk, tx, [one.line_id for one in results])
        if any(line.sheet_id != sheet_id for line in lines):
            raise MissingRecordError(what="outreach_line", key=str(sheet_id))
        _check_living(tx, lines)
        _write(desk, tx, dict(zip([one.id for one in lines], lines, strict=True)), results)
        tx.journal("outreach.results_entered", record=sheet_id)
    return Done(len(results), tx.changes)


def _check_living(tx: Transaction, lines: Sequence[OutreachLine]) -> None:
    for person in tx.get_many(Person, [line.person_id for line in lines]).values():
        check_living(person.died_on)


def _write(
    desk: Desk,
    tx: Transaction,
    lines: Mapping[UUID, OutreachLine],
    results: Sequence[LineResult],
) -> None:
    cases = tx.outreach.cases_of([line.person_id for line in lines.values()])
    tried = {
        one.line_id: one.worker_id or lines[one.line_id].worker_id or desk.sitter.professional
        for one in results
    }
    posts = tx.get_many(Professional, list(tried.values()))
    for one in results:
        line, worker = lines[one.line_id], tried[one.line_id]
        if worker not in posts:
            raise MissingRecordError(what="professional", key=str(worker))
        new = _contact(one, line, tells_where=_tells_where(tx, line))
        check_contact(new, desk.now(), one.at.astimezone(LONDON).date())
        contact = contact_of(desk, new, worker, cases.get(line.person_id))
        tx.add(contact)
        tx.session.flush()  # the line names it
        line.contact_id = contact.id


def _tells_where(tx: Transaction, line: OutreachLine) -> bool:
    """Whether everybody may know where a line says to look: a contact repeats it to them."""
    return tx.guarded(line.person_id).keys().isdisjoint(TELLS_WHERE)


def _contact(one: LineResult, line: OutreachLine, *, tells_where: bool) -> NewContact:
    return NewContact(
        person_id=line.person_id,
        at=one.at,
        type=one.type,
        result=one.result,
        place=line.where if tells_where else "",
        note=one.note,
        next_try_on=one.next_try_on,
    )
