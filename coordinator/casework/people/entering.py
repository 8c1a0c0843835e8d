"""Putting a person on file, correcting what is kept, other names and numbers, and a death."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person, shown_person, visible
from coordinator.db.models import Alias, Identifier, Person, RetentionHold
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import DuplicateRecordError, GuardError, InvalidFieldsError
from coordinator.domain.lists.sharing import HoldKind
from coordinator.domain.outcomes import Done
from coordinator.domain.people.deaths import LOOK_AGAIN
from coordinator.domain.people.rules import check_death, check_person
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import Sensitivity

G = TypeVar("G", Alias, Identifier)
_NAMES = ("given_name", "family_name", "preferred_name")


def register_person(desk: Desk, *, reference: str = "", **fields: Any) -> Done[UUID]:
    """Put somebody on file; ask `finding.find_possible_duplicates` first.

    Args:
        desk: Where and by whom.
        reference: As the panel counts (`SC-0142`); the next free one when empty.
        fields: Columns of a person, such as `given_name` or `born_on`.

    Raises:
        InvalidFieldsError: Something cannot be true.
        DuplicateRecordError: `reference`: somebody has it.
    """
    check_person({"given_name": "", **fields}, desk.today())
    with desk.act(Right.REFER) as tx:
        wanted = reference.strip().upper() or tx.people.next_reference()
        person = tx.people.begin(Person(id=desk.new_id(), reference=wanted, **fields))
        tx.journal("person.registered", record=person.id, scope=person.id)
    return Done(person.id, tx.changes)


def correct_person(desk: Desk, person_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change what is kept about somebody; gives the new revision.

    Raises:
        InvalidFieldsError: Something cannot be true.
        GuardError: `person-died`: the file is frozen.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
        StaleRecordError: Somebody else changed the same field meanwhile.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        person = living_person(desk, tx, person_id)
        names = {name: getattr(person, name) for name in _NAMES} if _renames(fields) else {}
        check_person({**names, **fields}, desk.today())
        put(tx, person, seen=seen, fields=fields)
        tx.journal("person.corrected", record=person.id, scope=person.id)
    return Done(person.revision, tx.changes)


def add_alias(
    desk: Desk, person_id: UUID, name: str, *, sensitivity: Sensitivity = Sensitivity.STANDARD
) -> Done[UUID]:
    """Note another name somebody is known by.

    Args:
        desk: Where and by whom.
        person_id: Who.
        name: The name.
        sensitivity: How far it may travel.

    Raises:
        InvalidFieldsError: `name` is `required`.
        DuplicateRecordError: `name`: it is noted already.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    if not name.strip():
        raise InvalidFieldsError({"name": "required"})
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id)
        for standing in _known_to_sitter(tx, tx.people.about(Alias, [person_id])):
            if standing.name.casefold() == name.strip().casefold():
                raise DuplicateRecordError("name", standing.id)
        made = Alias(id=desk.new_id(), person_id=person_id, name=name.strip())
        made.sensitivity = sensitivity
        tx.add(made)
        tx.journal("alias.added", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def remove_alias(desk: Desk, alias_id: UUID, *, reason: str = "") -> Done[None]:
    """Take a name off that is not theirs.

    Raises:
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such name, or the person is not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        _remove(desk, tx, tx.get(Alias, alias_id), reason)
    return Done(None, tx.changes)


def add_identifier(
    desk: Desk,
    person_id: UUID,
    *,
    issuer: str,
    value: str,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
) -> Done[UUID]:
    """Note a number another agency knows the person by.

    Args:
        desk: Where and by whom.
        person_id: Who.
        issuer: Who gave it.
        value: The number.
        sensitivity: How far it may travel.

    Raises:
        InvalidFieldsError: `issuer` or `value` is `required`.
        DuplicateRecordError: `identifier`: somebody on file has this number of this issuer;
            `record` says who, when the sitter may see them.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    given = {"issuer": issuer.strip(), "value": value.strip()}
    if wrong := {name: "required" for name, text in given.items() if not text}:
        raise InvalidFieldsError(wrong)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id)
        _check_number_is_free(desk, tx, **given)
        made = Identifier(id=desk.new_id(), person_id=person_id, **given)
        made.sensitivity = sensitivity
        tx.add(made)
        tx.journal("identifier.added", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def remove_identifier(desk: Desk, identifier_id: UUID, *, reason: str = "") -> Done[None]:
    """Take a number off that is not theirs.

    Raises:
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such number, or the person is not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        _remove(desk, tx, tx.get(Identifier, identifier_id), reason)
    return Done(None, tx.changes)


def record_death(
    desk: Desk, person_id: UUID, *, died_on: date, source: str, review: str = ""
) -> Done[None]:
    """Record that somebody has died: from now on what is kept about them is frozen.

    Their case stays until somebody closes it with the reason *died*; their record is kept until
    somebody looked whether a review needs it.

    Args:
        desk: Where and by whom.
        person_id: Who.
        died_on: When.
        source: Who told the panel.
        review: Any review that follows, such as a safeguarding adults review.

    Raises:
        InvalidFieldsError: The day cannot be, or nobody is named as the source.
        GuardError: `person-died`: it is recorded.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.act(Right.EDIT_PEOPLE) as tx:
        person = living_person(desk, tx, person_id)
        check_death(died_on, person.born_on, source, desk.today())
        person.died_on, person.death_source, person.death_review = died_on, source, review
        tx.add(
            RetentionHold(
                id=desk.new_id(),
                person_id=person_id,
                hold=HoldKind.DEATH,
                from_on=desk.today(),
                look_again_on=desk.today() + LOOK_AGAIN,
            )
        )
        tx.journal("person.died", record=person_id, scope=person_id)
    return Done(None, tx.changes)


def withdraw_death(desk: Desk, person_id: UUID, *, reason: str) -> Done[None]:
    """Take back a death that was recorded in error: the file can change again.

    Raises:
        ReasonNeededError: `death-withdrawn`.
        GuardError: `not-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    need_reason(reason, "death-withdrawn")
    with desk.act(Right.DECIDE) as tx:
        person = shown_person(desk, tx, person_id)
        if person.died_on is None:
            raise GuardError("not-died")
        person.died_on, person.death_source, person.death_review = None, "", ""
        for hold in tx.retention.holds([person_id]).get(person_id, ()):
            if hold.hold is HoldKind.DEATH and hold.released_on is None:
                hold.released_on = desk.today()
        tx.journal("person.death_withdrawn", record=person_id, scope=person_id, reason=reason)
    return Done(None, tx.changes)


def _renames(fields: dict[str, Any]) -> bool:
    return any(name in fields for name in _NAMES)


def _remove(desk: Desk, tx: Transaction, gone: Alias | Identifier, reason: str) -> None:
    living_person(desk, tx, gone.person_id)
    gone.removed = True
    tx.journal(f"{gone.kind.value}.removed", record=gone.id, scope=gone.person_id, reason=reason)


def _known_to_sitter(tx: Transaction, found: Iterable[G]) -> list[G]:
    """Leave out what is held back from whoever acts: that it stands already would tell of it."""
    return [one for one in found if one.sensitivity in tx.may_change]


def _check_number_is_free(desk: Desk, tx: Transaction, issuer: str, value: str) -> None:
    standing = _known_to_sitter(tx, tx.people.having_identifier(issuer, value))
    holders = [one.person_id for one in standing]
    if holders:
        shown = visible(tx, desk.reader(tx), holders)
        raise DuplicateRecordError("identifier", next(iter(shown), None))
