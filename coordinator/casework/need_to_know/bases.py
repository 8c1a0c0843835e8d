"""Recording why the panel may hold and share what it does about a person, and taking it back."""

from collections.abc import Collection, Mapping
from dataclasses import fields as columns_of
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import shown_person, status_on
from coordinator.db.models import Basis
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError, MissingRecordError
from coordinator.domain.lists.sharing import Gateway
from coordinator.domain.need_to_know import bases as rules
from coordinator.domain.need_to_know.bases import BasisCard, BasisFacts
from coordinator.domain.need_to_know.sharing import review_is_due
from coordinator.domain.outcomes import Done
from coordinator.domain.people.rules import check_living
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import BasisStatus
from coordinator.reference.working_days import add_working_days

_WORKED_OUT = frozenset({"is_withdrawn", "urgent_on", "urgent_reason", "withdrawn_on",
                         "withdrawn_reason"})  # fmt: skip
_COLUMNS = tuple(one.name for one in columns_of(BasisFacts) if one.name != "is_withdrawn")
_FIELDS = frozenset(_COLUMNS) - _WORKED_OUT
_NOTHING = BasisFacts()
_OBJECTION = frozenset({"objection", "objected_on"})
_DAYS = ("told_on", "agreed_on", "objected_on", "capacity_on", "review_on")


def record_basis(
    desk: Desk, person_id: UUID, *, seen: int = 0, stands_again: bool = True, **fields: Any
) -> Done[UUID]:
    """Record or change the information basis; how complete it is, is worked out.

    Args:
        desk: Where and by whom.
        person_id: Whose.
        seen: The revision the form was filled from; 0 when there was none yet.
        stands_again: Whether one that was withdrawn stands again with it.
        fields: Columns of a basis, such as `lawful_basis`, `told`, `asked_to_agree`, `advocate`.

    Raises:
        InvalidFieldsError: As `bases.check_basis`, `bases.check_objection` and
            `bases.status_after` have it.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    _check_known(fields)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        basis, is_new = _basis(desk, tx, person_id)
        stays = basis.status is BasisStatus.WITHDRAWN and not stands_again
        before = facts_of(basis)
        facts = replace(before, **_typed(fields), is_withdrawn=stays)
        if not _OBJECTION.isdisjoint(fields):
            rules.check_objection(facts)
        rules.check_basis(_only_new(facts, fields), desk.today())
        status = rules.status_after(status_on(basis, desk.today()), before, facts)
        values = {**fields, "status": status, **_urgency_over(facts, basis)}
        if not stays and basis.status is BasisStatus.WITHDRAWN:
            values |= {"withdrawn_on": None, "withdrawn_reason": ""}
        put(tx, basis, seen=basis.revision if is_new else seen or basis.revision, fields=values)
        basis.version += 1
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
        basis.withdrawn_on, basis.withdrawn_reason = desk.today(), reason
        basis.version += 1
        tx.journal("basis.withdrawn", record=basis.id, scope=person_id, reason=reason)
    return Done(None, tx.changes)


def begin_urgent_work(desk: Desk, person_id: UUID, *, reason: str) -> Done[date]:
    """Work on somebody before their basis is complete: why it cannot wait, and until when.

    They stay listed by initials. Gives the last day on which the basis is to be complete.

    Raises:
        ReasonNeededError: `basis-incomplete`: no reason was given.
        GuardError: `basis-complete`: there is nothing to wait for; `basis-withdrawn`;
            `urgent-days-over`; `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_work_allowed(None, reason)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        check_living(shown_person(desk, tx, person_id).died_on)
        basis = make_urgent(desk, tx, person_id, reason)
        tx.journal("basis.urgent", record=basis.id, scope=person_id, reason=reason)
        until = rules.complete_by(basis.urgent_on or desk.today(), add_working_days)
    return Done(until, tx.changes)


def make_urgent(desk: Desk, tx: Transaction, person_id: UUID, reason: str) -> Basis:
    """Begin urgent work, or say anew why, inside an act that journals itself.

    Raises:
        GuardError: `basis-complete`, `basis-withdrawn`, `urgent-days-over`.
    """
    basis = tx.people.basis(person_id) or _taken_back(tx, person_id)
    if basis is None:  # written once, so that taking the act back takes it out whole
        urgent = {"urgent_reason": reason, "urgent_on": desk.today()}
        return tx.add(Basis(id=desk.new_id(), person_id=person_id, **urgent))
    status = status_on(basis, desk.today())
    if rules.detail_allowed(status):
        raise GuardError("basis-complete")
    until = last_day(basis)
    rules.check_work_allowed(status, reason, until=until, today=desk.today())
    basis.status, basis.urgent_reason = status, reason
    basis.urgent_on = basis.urgent_on or desk.today()
    return basis


def last_day(basis: Basis | None) -> date | None:
    """Give the last day to complete a basis, where urgent work has begun without."""
    if basis is None or basis.urgent_on is None:
        return None
    return rules.complete_by(basis.urgent_on, add_working_days)


def basis_card(basis: Basis | None, today: date) -> BasisCard:
    """Show a basis as it stands; nothing recorded is a card that lacks everything."""
    if basis is None:
        return BasisCard(
            None,
            0,
            BasisStatus.INCOMPLETE,
            _NOTHING,
            missing=rules.missing(_NOTHING),
            advised=rules.advised(_NOTHING),
        )
    facts, status = facts_of(basis), status_on(basis, today)
    waits, lacks = not rules.detail_allowed(status), rules.missing(facts)
    return BasisCard(
        id=basis.id,
        revision=basis.revision,
        status=status,
        facts=facts,
        version=basis.version,
        missing=lacks,
        advised=rules.advised(facts),
        review_is_due=review_is_due(facts.review_on, today),
        complete_by=last_day(basis) if waits else None,
        stands_until=None if waits or not lacks else rules.stands_until(facts.review_on),
    )


def facts_of(basis: Basis) -> BasisFacts:
    """Take what a row says apart from what is worked out of it."""
    known = _typed({name: getattr(basis, name) for name in _COLUMNS})
    return BasisFacts(**known, is_withdrawn=basis.status is BasisStatus.WITHDRAWN)


def _basis(desk: Desk, tx: Transaction, person_id: UUID) -> tuple[Basis, bool]:
    if (basis := tx.people.basis(person_id)) is not None:
        return basis, False
    if (again := _taken_back(tx, person_id)) is not None:
        return again, False
    made = tx.add(Basis(id=desk.new_id(), person_id=person_id))
    tx.session.flush()
    return made, True


def _taken_back(tx: Transaction, person_id: UUID) -> Basis | None:
    """Begin anew in the row of a basis that was taken back: each person has but one."""
    basis = tx.week.basis_taken_back(person_id)
    if basis is None:
        return None
    for name in _COLUMNS:
        value = getattr(_NOTHING, name)
        setattr(basis, name, [] if value == () else value)
    basis.status, basis.removed = BasisStatus.INCOMPLETE, False
    return basis


def _typed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give powers to share as what they are; in the store they are their names."""
    more = values.get("more_gateways")
    if more is None:
        return dict(values)
    return {**values, "more_gateways": tuple(Gateway(one) for one in more)}


def _urgency_over(facts: BasisFacts, basis: Basis) -> dict[str, Any]:
    """Let urgency end by itself when nothing is missing any more."""
    if basis.urgent_on is None or rules.missing(facts):
        return {}
    return {"urgent_on": None, "urgent_reason": ""}


def _only_new(facts: BasisFacts, fields: Collection[str]) -> BasisFacts:
    """Keep the days somebody has just given: a review that has come due meanwhile is no slip."""
    kept = {day: None for day in _DAYS if day not in fields}
    return replace(facts, **kept)  # type: ignore[arg-type]  # days alone, all may be nothing


def _check_known(fields: Collection[str]) -> None:
    if unknown := set(fields) - _FIELDS:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
