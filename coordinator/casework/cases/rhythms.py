"""After a move: who is due to be in touch with whom, as other reads ask it."""

from collections.abc import Collection, Mapping
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.db.transaction import Reading
from coordinator.domain.cases.rhythms import NextContact, next_contact


def find_next_contacts(desk: Desk, people: Collection[UUID]) -> Mapping[UUID, NextContact]:
    """Say when somebody is to be in touch again with each; those without a rhythm are left out."""
    with desk.read() as look:
        return next_contacts_of(desk, look, sight_of(desk, look, people).people)


def next_contacts_of(
    desk: Desk, look: Reading, people: Collection[UUID]
) -> Mapping[UUID, NextContact]:
    """Say the same about people the reader may see, as part of a larger read: two questions."""
    cases = look.holding.kept_cases(people)
    touched = look.holding.last_in_touch([case.person_id for case in cases])
    found: dict[UUID, NextContact] = {}
    for case in cases:
        at = touched.get(case.person_id)
        due = next_contact(
            case.contact_every,
            since=case.moved_in_on or case.opened_on,
            last_on=at.astimezone(LONDON).date() if at else None,
            today=desk.today(),
        )
        if due is not None:
            found[case.person_id] = due
    return found
