"""The information basis of a person, the agencies that must not be told, and who may see what."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.lead_roles import end_role_of_untold
from coordinator.db.models import Agency, Basis, Exclusion, Person
from coordinator.db.transaction import Reading
from coordinator.domain import sharing as rules
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    MissingRecordError,
    WithheldError,
)
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know import Entry, Reader, may_see
from coordinator.domain.outcomes import Done
from coordinator.domain.people import PersonName, check_living
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.sharing import BasisCard, BasisFacts, ExclusionRow, ListedName, Sharing
from coordinator.domain.states import BasisStatus, Sensitivity

_FACTS = ("lawful_basis", "gateway", "told", "told_on", "not_told_reason", "review_on")
_FIELDS = frozenset({*_FACTS, "special_condition", "told_by", "agreement"})


def visible(look: Reading, reader: Reader, people: Iterable[UUID]) -> frozenset[UUID]:
    """Give those of these people whom the reader may see, with one question to the store."""
    asked = set(people)
    not_told = look.people.not_told(asked)
    return frozenset(
        person
        for person in asked
        if may_see(reader, Entry(person, not_told=not_told.get(person, frozenset())))
    )


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
    not_told = look.people.not_told([person_id]).get(person_id, frozenset())
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


def check_may_be_told(look: Reading, person_id: UUID | None, agencies: Iterable[UUID]) -> None:
    """Refuse to give a part in somebody's plan to an agency that may not know of them.

    Raises:
        GuardError: `agency-not-told`: it must not be told about this person, or is never told
            about a named person at all.
    """
    if person_id is None:
        return
    asked = set(agencies)
    kept = look.people.not_told([person_id]).get(person_id, frozenset())
    kinds = {one.agency_kind for one in look.get_many(Agency, sorted(asked)).values()}
    if asked & kept or kinds & NEVER_NAMED_DATA:
        raise GuardError("agency-not-told")


def basis_statuses(look: Reading, people: Collection[UUID]) -> dict[UUID, BasisStatus]:
    """Give how complete the basis of each person is; nobody without a basis is in it."""
    return {row.person_id: row.status for row in look.people.about(Basis, people)}


def listed_names(look: Reading, people: Iterable[Person]) -> dict[UUID, ListedName]:
    """Give the name of each person as a list may hold it: without a complete basis, initials."""
    asked = list(people)
    bases = basis_statuses(look, [one.id for one in asked])
    return {one.id: rules.listed(_name_of(one), bases.get(one.id)) for one in asked}


def _name_of(person: Person) -> PersonName:
    return PersonName(person.given_name, person.family_name, person.preferred_name)


def record_basis(desk: Desk, person_id: UUID, *, seen: int = 0, **fields: Any) -> Done[UUID]:
    """Record or change the information basis; how complete it is, is worked out.

    Args:
        desk: Where and by whom.
        person_id: Whose.
        seen: The revision the form was filled from; 0 when there was none yet.
        fields: Columns of a basis, such as `lawful_basis`, `gateway`, `told` or `review_on`.

    Raises:
        InvalidFieldsError: A day cannot be true.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    _check_known(fields)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        basis, is_new = tx.people.basis(person_id), False
        if basis is None:
            basis, is_new = tx.add(Basis(id=desk.new_id(), person_id=person_id)), True
            tx.session.flush()
        facts = replace(_facts(basis), **{k: v for k, v in fields.items() if k in _FACTS})
        rules.check_basis(_only_new(facts, fields), desk.today())
        facts = replace(facts, is_withdrawn=False)
        values = {**fields, "status": rules.status_of(facts)}
        put(tx, basis, seen=basis.revision if is_new else seen or basis.revision, fields=values)
        act = "basis.recorded" if is_new else "basis.changed"
        tx.journal(act, record=basis.id, scope=person_id)
    return Done(basis.id, tx.changes)


def withdraw_basis(desk: Desk, person_id: UUID, *, reason: str) -> Done[None]:
    """Say that the basis no longer holds: from now on the person is listed by initials only.

    Raises:
        ReasonNeededError: No reason was given.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    need_reason(reason, "basis-withdrawn")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        basis = tx.people.basis(person_id)
        if basis is None:
            raise MissingRecordError(what="basis", key=str(person_id))
        basis.status = BasisStatus.WITHDRAWN
        tx.journal("basis.withdrawn", record=basis.id, scope=person_id, reason=reason)
    return Done(None, tx.changes)


def exclude_agency(desk: Desk, person_id: UUID, *, agency_id: UUID, reason: str) -> Done[UUID]:
    """Say that an agency, and whatever it merges with, must not be told about a person.

    When it leads, that ends with it: the case is listed as without a lead from today.

    Raises:
        ReasonNeededError: No reason was given.
        DuplicateRecordError: `exclusion`: it is not to be told already.
        MissingRecordError, WithheldError: No such person or agency, or not theirs to see.
    """
    need_reason(reason, "agency-excluded")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        tx.get(Agency, agency_id)
        for standing in tx.people.about(Exclusion, [person_id]):
            if standing.agency_id == agency_id:
                raise DuplicateRecordError("exclusion", standing.id)
        made = Exclusion(
            id=desk.new_id(),
            person_id=person_id,
            agency_id=agency_id,
            reason=reason,
            since=desk.today(),
        )
        tx.add(made)
        tx.session.flush()  # it counts from now on
        end_role_of_untold(tx, person_id, desk.today())
        tx.journal("exclusion.added", record=made.id, scope=person_id, reason=reason)
    return Done(made.id, tx.changes)


def lift_exclusion(desk: Desk, exclusion_id: UUID, *, reason: str) -> Done[None]:
    """Say that an agency may be told again.

    Raises:
        ReasonNeededError: No reason was given.
        MissingRecordError, WithheldError: No such exclusion, or the person is not theirs to see.
    """
    need_reason(reason, "exclusion-lifted")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        standing = tx.get(Exclusion, exclusion_id)
        shown_person(desk, tx, standing.person_id)
        standing.removed = True
        tx.journal(
            "exclusion.lifted", record=exclusion_id, scope=standing.person_id, reason=reason
        )
    return Done(None, tx.changes)


def read_sharing(desk: Desk, person_id: UUID) -> Sharing:
    """Show what may be shared about a person and with whom not.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read() as look:
        shown_person(desk, look, person_id)
        return sharing_of(look, person_id, desk.today())


def sharing_of(look: Reading, person_id: UUID, today: date) -> Sharing:
    """Gather what is kept about sharing, for a reader who may see the person."""
    excluded = look.people.about(Exclusion, [person_id])
    agencies = look.get_many(Agency, [row.agency_id for row in excluded])
    return Sharing(
        basis=_card(look.people.basis(person_id), today),
        exclusions=tuple(
            ExclusionRow(
                row.id,
                row.revision,
                row.agency_id,
                agencies[row.agency_id].name,
                row.reason,
                row.since,
            )
            for row in excluded
        ),
    )


def _card(basis: Basis | None, today: date) -> BasisCard:
    if basis is None:
        nothing = BasisFacts()
        return BasisCard(None, 0, BasisStatus.INCOMPLETE, nothing, missing=rules.missing(nothing))
    facts = _facts(basis)
    return BasisCard(
        id=basis.id,
        revision=basis.revision,
        status=basis.status,
        facts=facts,
        special_condition=basis.special_condition,
        told_by=basis.told_by,
        agreement=basis.agreement,
        missing=rules.missing(facts),
        review_is_due=rules.review_is_due(facts.review_on, today),
    )


def _facts(basis: Basis) -> BasisFacts:
    known = {name: getattr(basis, name) for name in _FACTS}
    return BasisFacts(**known, is_withdrawn=basis.status is BasisStatus.WITHDRAWN)


def _only_new(facts: BasisFacts, fields: Collection[str]) -> BasisFacts:
    """Keep the days somebody has just given: a review that has come due meanwhile is no slip."""
    kept = {day: None for day in ("told_on", "review_on") if day not in fields}
    return replace(facts, **kept)  # type: ignore[arg-type]  # days alone, all may be nothing


def _check_known(fields: Collection[str]) -> None:
    if unknown := set(fields) - _FIELDS:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
