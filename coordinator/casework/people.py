"""Putting a person on file, correcting what is kept, and finding people."""

from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Person
from coordinator.domain.outcomes import Done
from coordinator.domain.people import check_person
from coordinator.domain.roles import Right


def register_person(desk: Desk, *, reference: str = "", **fields: Any) -> Done[UUID]:
    """Put somebody on file.

    Args:
        desk: Where and by whom.
        reference: As the panel counts (`SC-0142`); the next free one when empty.
        fields: Columns of a person, such as `given_name` or `born_on`.

    Raises:
        InvalidFieldsError: Something cannot be true.
    """
    check_person({"given_name": "", **fields}, desk.today())
    with desk.act(Right.REFER) as tx:
        wanted = reference or tx.people.next_reference()
        person = tx.add(Person(id=desk.new_id(), reference=wanted, **fields))
        tx.journal("person.registered", record=person.id, scope=person.id)
    return Done(person.id, tx.changes)


def correct_person(desk: Desk, person_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change what is kept about somebody; gives the new revision.

    Raises:
        InvalidFieldsError: Something cannot be true.
        MissingRecordError: No such person.
        StaleRecordError: Somebody else changed the same field meanwhile.
    """
    check_person(fields, desk.today())
    with desk.act(Right.EDIT_PEOPLE) as tx:
        person = tx.get(Person, person_id)
        put(tx, person, seen=seen, fields=fields)
        tx.journal("person.corrected", record=person.id, scope=person.id)
    return Done(person.revision, tx.changes)
