"""The housing log: asking for a home, what providers answer, and what a home must allow for."""

from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.db.models import Agency, Barrier, HousingApplication, HousingConstraint
from coordinator.db.transaction import Transaction
from coordinator.domain import housing as rules
from coordinator.domain.errors import GuardError
from coordinator.domain.housing import NewApplication, Refused
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.housing import AppealResult, ConstraintKind
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import AgencyStatus, HousingStep, RiskStatus, Sensitivity


def apply_for_home(desk: Desk, person_id: UUID, new: NewApplication) -> Done[UUID]:
    """Keep that somebody was asked for a home.

    Raises:
        InvalidFieldsError: Nobody was asked, or the day is ahead.
        GuardError: `agency-closed`, `person-died`.
        MissingRecordError, WithheldError: No such person or agency, or not theirs to see.
    """
    rules.check_application(new, desk.today())
    with desk.act(Right.EDIT_PLAN) as tx:
        living_person(desk, tx, person_id, new.sensitivity)
        if new.provider_id is not None:
            _check_stands(tx, new.provider_id)
        made = tx.add(
            HousingApplication(
                id=desk.new_id(),
                person_id=person_id,
                case_id=tx.actions.open_case(person_id),
                applied_on=new.applied_on or desk.today(),
                provider_id=new.provider_id,
                provider=new.provider.strip(),
                what=new.what.strip(),
                sensitivity=new.sensitivity,
            )
        )
        tx.journal("housing.applied", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def move_application(
    desk: Desk, application_id: UUID, step: HousingStep, *, seen: int, on: date | None = None
) -> Done[int]:
    """Say that a home was offered or accepted, or the application withdrawn; gives the revision.

    A refusal and an appeal have acts of their own: they need more to be said.

    Raises:
        TransitionError: It cannot follow.
        InvalidFieldsError: The day cannot be.
        GuardError: `person-died`.
        StaleRecordError: Somebody else said something else meanwhile.
        MissingRecordError, WithheldError: No such application, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        one = _shown(desk, tx, application_id)
        rules.check_move(one.status, step)
        if step in {HousingStep.REFUSED, HousingStep.APPEALED} or (
            one.status is HousingStep.APPEALED
        ):
            raise GuardError("reason-needed")
        day = on or desk.today()
        rules.check_day(day, since=one.status_on or one.applied_on, today=desk.today())
        put(tx, one, seen=seen, fields={"status": step, "status_on": day})
        tx.journal(f"housing.{step.value}", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def refuse_home(desk: Desk, application_id: UUID, refused: Refused, *, seen: int) -> Done[int]:
    """Keep why a provider said no, in its own words; gives the new revision.

    Raises:
        TransitionError: It cannot follow.
        InvalidFieldsError: A day cannot be, or *other* says nothing.
        GuardError: `person-died`.
        StaleRecordError, MissingRecordError, WithheldError: As for `move_application`.
    """
    on = refused.on or desk.today()
    rules.check_refusal(refused, on)
    with desk.act(Right.EDIT_PLAN) as tx:
        one = _shown(desk, tx, application_id)
        rules.check_move(one.status, HousingStep.REFUSED)
        rules.check_day(on, since=one.status_on or one.applied_on, today=desk.today())
        fields = {
            "status": HousingStep.REFUSED,
            "status_on": on,
            "refusal": refused.because,
            "refusal_words": refused.words.strip(),
            "appeal_by": refused.appeal_by,
        }
        put(tx, one, seen=seen, fields=fields)
        tx.journal("housing.refused", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def appeal_refusal(
    desk: Desk, application_id: UUID, *, seen: int, note: str = "", on: date | None = None
) -> Done[int]:
    """Say that a refusal is appealed; gives the new revision.

    An appeal after its last day is kept too: some are heard all the same.

    Raises:
        TransitionError: It was not refused, or is appealed already.
        InvalidFieldsError: The day cannot be.
        GuardError: `person-died`.
        StaleRecordError, MissingRecordError, WithheldError: As for `move_application`.
    """
    day = on or desk.today()
    with desk.act(Right.EDIT_PLAN) as tx:
        one = _shown(desk, tx, application_id)
        rules.check_move(one.status, HousingStep.APPEALED)
        since = one.status_on or one.applied_on
        rules.check_day(day, since=since, today=desk.today(), name="appealed_on")
        put(
            tx,
            one,
            seen=seen,
            fields={
                "status": HousingStep.APPEALED,
                "appealed_on": day,
                "appeal_result": None,
                "appeal_on": None,
                "appeal_note": note.strip(),
            },
        )
        tx.journal("housing.appealed", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def settle_appeal(
    desk: Desk,
    application_id: UUID,
    result: AppealResult,
    *,
    seen: int,
    note: str = "",
    on: date | None = None,
) -> Done[int]:
    """Keep what became of an appeal; gives the new revision.

    Raises:
        InvalidFieldsError: The day cannot be.
        GuardError: `not-appealed`, `person-died`.
        StaleRecordError, MissingRecordError, WithheldError: As for `move_application`.
    """
    day, then = on or desk.today(), rules.after_appeal(result)
    with desk.act(Right.EDIT_PLAN) as tx:
        one = _shown(desk, tx, application_id)
        if one.status is not HousingStep.APPEALED:
            raise GuardError("not-appealed")
        since = one.appealed_on or one.applied_on
        rules.check_day(day, since=since, today=desk.today(), name="appeal_on")
        fields: dict[str, Any] = {"status": then, "appeal_result": result, "appeal_on": day}
        if then is HousingStep.OFFERED:
            fields["status_on"] = day
        if note.strip():
            fields["appeal_note"] = note.strip()
        put(tx, one, seen=seen, fields=fields)
        tx.journal("housing.appeal_settled", record=one.id, scope=one.person_id)
    return Done(one.revision, tx.changes)


def barrier_from_refusal(
    desk: Desk, application_id: UUID, *, category: BarrierCategory | None = None
) -> Done[UUID]:
    """Name what a refusal puts in the way, in one step: its words become the barrier's.

    Raises:
        GuardError: `not-refused`, `barrier-named`, `person-died`.
        MissingRecordError, WithheldError: No such application, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        one = _shown(desk, tx, application_id)
        because = rules.check_barrier(one.refusal, one.barrier_id)
        barrier = Barrier(
            id=desk.new_id(),
            person_id=one.person_id,
            category=category or rules.barrier_of(because),
            agency_id=one.provider_id,
            description=_said(one, _provider(tx, one)),
            tried=one.what,
            since=one.status_on or desk.today(),
            sensitivity=one.sensitivity,
        )
        tx.add(barrier)
        tx.session.flush()
        one.barrier_id = barrier.id
        tx.journal("housing.barrier_named", record=barrier.id, scope=one.person_id)
    return Done(barrier.id, tx.changes)


def note_constraint(
    desk: Desk,
    person_id: UUID,
    constraint: ConstraintKind,
    *,
    details: str = "",
    sensitivity: Sensitivity | None = None,
) -> Done[UUID]:
    """Note what a home has to allow for or keep away from.

    Args:
        desk: Where and by whom.
        person_id: About whom.
        constraint: From the list.
        details: More about it; needed for a distance and for *other*.
        sensitivity: How far it may travel; as such a thing usually is when nothing.

    Raises:
        InvalidFieldsError: It says nothing.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    rules.check_constraint(constraint, details)
    kept = rules.sensitivity_of(constraint, sensitivity)
    with desk.act(Right.EDIT_PEOPLE) as tx:
        living_person(desk, tx, person_id)
        made = tx.add(
            HousingConstraint(
                id=desk.new_id(),
                person_id=person_id,
                constraint=constraint,
                details=details.strip(),
                since=desk.today(),
                sensitivity=kept,
            )
        )
        tx.journal("constraint.noted", record=made.id, scope=person_id)
    return Done(made.id, tx.changes)


def end_constraint(desk: Desk, constraint_id: UUID, *, reason: str) -> Done[None]:
    """Say that a constraint no longer holds, and why.

    Raises:
        ReasonNeededError: `constraint-ended`.
        GuardError: `constraint-ended`, `person-died`.
        MissingRecordError, WithheldError: No such constraint, or not theirs to see.
    """
    need_reason(reason, "constraint-ended")
    with desk.act(Right.EDIT_PEOPLE) as tx:
        one = tx.get(HousingConstraint, constraint_id)
        living_person(desk, tx, one.person_id, one.sensitivity)
        rules.check_constraint_stands(one.status)
        one.status, one.ended_on = RiskStatus.ENDED, desk.today()
        one.end_reason = reason.strip()
        tx.journal("constraint.ended", record=one.id, scope=one.person_id, reason=reason)
    return Done(None, tx.changes)


def _shown(desk: Desk, tx: Transaction, application_id: UUID) -> HousingApplication:
    one = tx.get(HousingApplication, application_id)
    living_person(desk, tx, one.person_id, one.sensitivity)
    return one


def _check_stands(tx: Transaction, agency_id: UUID) -> None:
    if tx.get(Agency, agency_id).status is not AgencyStatus.ACTIVE:
        raise GuardError("agency-closed")


def _provider(tx: Transaction, one: HousingApplication) -> str:
    if one.provider_id is None:
        return one.provider
    found = tx.get_many(Agency, [one.provider_id]).get(one.provider_id)
    return found.name if found else one.provider


def _said(one: HousingApplication, provider: str) -> str:
    """Write who said no and in which words; the log has the rest."""
    return ": ".join(part for part in (provider, one.refusal_words) if part)
