"""Noting what was found of somebody's needs, and taking off what was noted in error."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.sharing import living_person, may_have
from coordinator.db.models import Need
from coordinator.db.transaction import Transaction
from coordinator.domain.lists.people import NeedDomain
from coordinator.domain.needs.rules import NeedsRound, check_round
from coordinator.domain.outcomes import Done
from coordinator.domain.people.rules import check_since_birth
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def record_needs(desk: Desk, person_id: UUID, needs: NeedsRound) -> Done[tuple[UUID, ...]]:
    """Keep what was found of several areas on one day; what was found before stays as it is.

    Areas that were not asked about get no finding. Gives one id for each finding, in its order.

    Raises:
        InvalidFieldsError: As `check_round` and `check_since_birth` say.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        person = living_person(desk, tx, person_id, needs.sensitivity)
        check_since_birth(person.born_on, seen_on=needs.seen_on)
        check_round(needs, desk.today(), _taken(desk, tx, person_id, needs.seen_on))
        made = [
            tx.add(
                Need(
                    id=desk.new_id(),
                    person_id=person_id,
                    area=one.area,
                    severity=one.severity,
                    need_part=one.need_part,
                    note=one.note.strip(),
                    seen_on=needs.seen_on,
                    seen_by_id=desk.sitter.professional,
                    source=needs.source.strip(),
                    sensitivity=needs.sensitivity,
                )
            )
            for one in needs.findings
        ]
        tx.journal("needs.recorded", record=made[0].id, scope=person_id)
    return Done(tuple(one.id for one in made), tx.changes)


def _taken(desk: Desk, tx: Transaction, person: UUID, on: date | None) -> Iterator[NeedDomain]:
    """Give the areas found on that day already, as far as the sitter may know of it."""
    reader = desk.reader(tx)
    for one in tx.people.about(Need, [person]):
        if one.seen_on == on and may_have(reader, person, one.sensitivity):
            yield one.area


def remove_need(desk: Desk, need_id: UUID, *, reason: str) -> Done[None]:
    """Take a finding off that was noted in error, and say why; the one before it stands again.

    Raises:
        ReasonNeededError: `need-removed`.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such finding, or not theirs to see.
    """
    need_reason(reason, "need-removed")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        gone = tx.get(Need, need_id)
        living_person(desk, tx, gone.person_id, gone.sensitivity)
        gone.removed = True
        tx.journal("need.removed", record=gone.id, scope=gone.person_id, reason=reason)
    return Done(None, tx.changes)
