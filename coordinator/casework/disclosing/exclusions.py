"""Recording who must not be told about a person: whole agencies, and single workers."""

from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.leads.roles import end_role_of_untold
from coordinator.casework.need_to_know.lifting import may_one_lift
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.db.models import Agency, ExcludedWorker, Exclusion, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import DuplicateRecordError, GuardError
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right


def exclude_agency(desk: Desk, person_id: UUID, *, agency_id: UUID, reason: str) -> Done[UUID]:
    """Say that an agency, and whatever it merges with, must not be told about a person.

    When it leads, that ends with it: the case is listed as without a lead from today.

    Raises:
        ReasonNeededError: No reason was given.
        GuardError: `nobody-to-lift`: no user could lift it again, for none might see the person.
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
        made = Exclusion(agency_id=agency_id, **_noted(desk, person_id, reason))
        _note(desk, tx, made)
    return Done(made.id, tx.changes)


def exclude_worker(
    desk: Desk, person_id: UUID, *, professional_id: UUID, reason: str
) -> Done[UUID]:
    """Say that one worker must not be told about a person, whatever their agency may know.

    When they lead, that ends: the case is listed as without a lead from today.

    Raises:
        ReasonNeededError: No reason was given.
        GuardError: `nobody-to-lift`: no user could lift it again, for none might see the person.
        DuplicateRecordError: `excluded-worker`: they are not to be told already.
        MissingRecordError, WithheldError: No such person or worker, or not theirs to see.
    """
    need_reason(reason, "worker-excluded")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        shown_person(desk, tx, person_id)
        tx.get(Professional, professional_id)
        for standing in tx.people.about(ExcludedWorker, [person_id]):
            if standing.professional_id == professional_id:
                raise DuplicateRecordError("excluded-worker", standing.id)
        made = ExcludedWorker(professional_id=professional_id, **_noted(desk, person_id, reason))
        _note(desk, tx, made)
    return Done(made.id, tx.changes)


def lift_exclusion(desk: Desk, exclusion_id: UUID, *, reason: str) -> Done[None]:
    """Say that an agency may be told again.

    Raises:
        NotPermittedError: The role does not decide that: it is for the coordinator and the chair.
        ReasonNeededError: No reason was given.
        MissingRecordError, WithheldError: No such exclusion, or the person is not theirs to see.
    """
    return _lift(desk, Exclusion, exclusion_id, reason)


def lift_worker(desk: Desk, untold_id: UUID, *, reason: str) -> Done[None]:
    """Say that a worker may be told again.

    Raises:
        NotPermittedError: The role does not decide that: it is for the coordinator and the chair.
        ReasonNeededError: No reason was given.
        MissingRecordError, WithheldError: No such exclusion, or the person is not theirs to see.
    """
    return _lift(desk, ExcludedWorker, untold_id, reason)


def _noted(desk: Desk, person_id: UUID, reason: str) -> dict[str, Any]:
    return {
        "id": desk.new_id(),
        "person_id": person_id,
        "reason": reason,
        "since": desk.today(),
    }


def _note(desk: Desk, tx: Transaction, made: Exclusion | ExcludedWorker) -> None:
    could_lift = may_one_lift(tx, made.person_id)
    tx.add(made)
    tx.session.flush()
    if could_lift and not may_one_lift(tx, made.person_id):
        raise GuardError("nobody-to-lift")
    end_role_of_untold(tx, made.person_id, desk.today())
    tx.journal("exclusion.added", record=made.id, scope=made.person_id, reason=made.reason)


def _lift(
    desk: Desk, kind: type[Exclusion] | type[ExcludedWorker], exclusion_id: UUID, reason: str
) -> Done[None]:
    need_reason(reason, "exclusion-lifted")
    with desk.act(Right.DECIDE) as tx:
        standing = tx.get(kind, exclusion_id)
        shown_person(desk, tx, standing.person_id)
        standing.removed = True
        tx.journal(
            "exclusion.lifted", record=exclusion_id, scope=standing.person_id, reason=reason
        )
    return Done(None, tx.changes)
