"""Who may see what about a person: what the one rule is asked, gathered for acts and reads."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import Agency, Basis, Person
from coordinator.db.transaction import Reading
from coordinator.domain.errors import (
    GuardError,
    WithheldError,
)
from coordinator.domain.exchange.manifests import PackKind
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know import bases
from coordinator.domain.need_to_know import sharing as rules
from coordinator.domain.need_to_know.bases import missing_conditions
from coordinator.domain.need_to_know.rule import Entry, Reader, may_see
from coordinator.domain.need_to_know.sharing import ListedName
from coordinator.domain.people.rules import PersonName, check_living
from coordinator.domain.states import BasisStatus, Sensitivity


def visible(look: Reading, reader: Reader, people: Iterable[UUID]) -> frozenset[UUID]:
    """Give those of these people whom the reader may see, with one question to the store."""
    asked = set(people)
    not_told = look.readers.not_told(asked)
    return frozenset(
        person
        for person in asked
        if may_see(reader, Entry(person, not_told=not_told.get(person, frozenset())))
    )


def reader_of_logs(desk: Desk, look: Reading) -> Reader:
    """Describe the sitter to whom logs are read: those name by reference, and whole."""
    return replace(desk.reader(look), sample=None)


def may_have(reader: Reader, person: UUID | None, sensitivity: Sensitivity) -> bool:
    """Whether the reader may have an entry about a person they may see already."""
    return may_see(reader, Entry(person, sensitivity))


def shown_person(
    desk: Desk,
    look: Reading,
    person_id: UUID,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
) -> Person:
    """Give one person to a read or an act, when the sitter may see an entry about them.

    Raises:
        MissingRecordError: No such person.
        WithheldError: The sitter may not see it.
    """
    person = look.get(Person, person_id)
    not_told = look.readers.not_told([person_id]).get(person_id, frozenset())
    if not may_see(desk.reader(look), Entry(person_id, sensitivity, not_told)):
        raise WithheldError(record=person_id)
    return person


def living_person(
    desk: Desk,
    look: Reading,
    person_id: UUID,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
) -> Person:
    """Give one person whose file may still change.

    Raises:
        GuardError: `person-died`: what is kept is frozen.
        MissingRecordError, WithheldError: As for `shown_person`.
    """
    person = shown_person(desk, look, person_id, sensitivity)
    check_living(person.died_on)
    return person


def check_may_be_told(look: Reading, person_id: UUID | None, whom: Iterable[UUID]) -> None:
    """Refuse to give a part in somebody's plan to who may not know of them.

    Args:
        look: Where to look.
        person_id: About whom; nothing is the panel's own business.
        whom: The agencies, and the workers, that are to have the part.

    Raises:
        GuardError: `worker-not-told`: one of the workers must not be told about this person;
            `agency-not-told`: their agency must not, or is never told about a named person at all.
    """
    if person_id is None:
        return
    asked = set(whom)
    kept = look.readers.not_told([person_id]).get(person_id, frozenset())
    agencies = look.get_many(Agency, sorted(asked))
    kinds = {one.agency_kind for one in agencies.values()}
    if agencies.keys() & kept or kinds & NEVER_NAMED_DATA:
        raise GuardError("agency-not-told")
    if asked & kept:
        raise GuardError("worker-not-told")


def basis_statuses(look: Reading, people: Collection[UUID]) -> dict[UUID, BasisStatus]:
    """Give how complete the basis of each person is; nobody without a basis is in it.

    In a store that holds an agency's actions only, no basis is on file: nobody is there whose
    basis did not stand when the panel made the pack.
    """
    info = look.away.info
    if info is not None and info.kind == PackKind.AGENCY_ACTIONS:
        return dict.fromkeys(people, BasisStatus.RECORDED)
    found = look.people.about(Basis, people)
    return {row.person_id: status_on(row, look.today) for row in found}


def status_on(basis: Basis, today: date | None) -> BasisStatus:
    """Say how a basis counts on a day, as `bases.status_on` has it."""
    lacks = missing_conditions(
        basis.special_condition, basis.schedule_condition, offence_data=basis.offence_data
    )
    return bases.status_on(basis.status, lacks, basis.review_on, today)


def listed_names(look: Reading, people: Iterable[Person]) -> dict[UUID, ListedName]:
    """Give the name of each person as a list may hold it: without a complete basis, initials."""
    asked = list(people)
    found = basis_statuses(look, [one.id for one in asked])
    return {one.id: rules.listed(_name_of(one), found.get(one.id)) for one in asked}


def _name_of(person: Person) -> PersonName:
    return PersonName(person.given_name, person.family_name, person.preferred_name)
