"""Keeping how often somebody met a service, by whose list, and putting that right."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.casework.need_to_know.sight import sight_of_one
from coordinator.db.models import Agency, DemandCount
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.demand import rules
from coordinator.domain.demand.rules import NewCount
from coordinator.domain.outcomes import Done
from coordinator.domain.people.rules import check_since_birth
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def note_count(desk: Desk, person_id: UUID, count: NewCount) -> Done[UUID]:
    """Keep how often somebody met a service in a period.

    Raises:
        InvalidFieldsError: As for `check_count`, `check_since_birth` and `check_overlap`.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person or agency, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        rules.check_count(count, desk.today())
        person = living_person(desk, tx, person_id, count.sensitivity)
        check_since_birth(person.born_on, from_on=count.from_on)
        _check_agency(tx, count)
        rules.check_overlap(count, _others(desk, tx, person_id, count))
        made = DemandCount(
            id=desk.new_id(), person_id=person_id, **columns_of(count, desk.today())
        )
        tx.add(made)
        tx.journal("demand.noted", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def change_count(desk: Desk, count_id: UUID, count: NewCount, *, seen: int) -> Done[int]:
    """Say anew what a count says; gives the new revision.

    Raises:
        InvalidFieldsError: As for `note_count`.
        GuardError: `count-ended`, `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such count or agency, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        rules.check_count(count, desk.today())
        one = _standing(desk, tx, count_id)
        person = living_person(desk, tx, one.person_id, count.sensitivity)
        check_since_birth(person.born_on, from_on=count.from_on)
        _check_agency(tx, count)
        others = _others(desk, tx, one.person_id, count)
        rules.check_overlap(count, (other for other in others if other.id != one.id))
        put(tx, one, seen=seen, fields=columns_of(count, desk.today()))
        tx.journal("demand.changed", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def end_count(desk: Desk, count_id: UUID, *, reason: str) -> Done[None]:
    """Take a count back: it was wrong, or of somebody else. It stays on file and counts no more.

    Raises:
        ReasonNeededError: `count-ended`.
        GuardError: `count-ended`, `person-died`.
        MissingRecordError, WithheldError: No such count, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        need_reason(reason, "count-ended")
        one = _standing(desk, tx, count_id)
        one.ended_on, one.end_reason = desk.today(), reason.strip()
        tx.journal("demand.ended", record=one.id, scope=one.person_id, reason=reason)
    return Done(None, tx.changes)


def columns_of(count: NewCount, today: date) -> dict[str, Any]:
    """Write a count as its columns hold it; a source that did not say looked today."""
    said = asdict(count) | {"as_at": count.as_at or today}
    return said | {name: " ".join(said[name].split()) for name in ("source", "note")}


def _standing(desk: Desk, tx: Transaction, count_id: UUID) -> DemandCount:
    one = tx.get(DemandCount, count_id)
    living_person(desk, tx, one.person_id, one.sensitivity)
    rules.check_stands(one.ended_on, "count-ended")
    return one


def _others(desk: Desk, look: Reading, person_id: UUID, count: NewCount) -> Iterable[DemandCount]:
    """Give the counts a new one is held against: what is hidden is not told of by a refusal."""
    sight = sight_of_one(desk, look, person_id)
    found = look.demand.standing(person_id, count.measure)
    return [one for one in found if sight.sees(person_id, one.sensitivity)]


def _check_agency(tx: Transaction, count: NewCount) -> None:
    if count.agency_id is not None:
        tx.get(Agency, count.agency_id)
