"""The one plan of a person: begun, written, put forward, agreed, ended."""

from datetime import date
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.directory.covers import chairs_on
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.field_guards import copy_parts_kept_back
from coordinator.casework.need_to_know.sharing import living_person, shown_person
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.casework.plans.state import snapshot_of, state_of
from coordinator.db.models import Case, Goal, Meeting, Panel, Plan, PlanVersion
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import DuplicateRecordError, GuardError, InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.plans import rules
from coordinator.domain.plans.rules import Agreement, WithPerson
from coordinator.domain.plans.snapshots import freeze
from coordinator.domain.roles import Right
from coordinator.domain.states import CaseStatus, GoalStatus, PlanStatus

_GOES_ON = frozenset({GoalStatus.OPEN, GoalStatus.PARTLY_ACHIEVED})


def begin_plan(desk: Desk, person_id: UUID, *, case_id: UUID | None = None) -> Done[UUID]:
    """Begin the one plan of a person, as a draft.

    Args:
        desk: Where and by whom.
        person_id: Whose.
        case_id: In which period; the open case when empty.

    Raises:
        DuplicateRecordError: `live-plan`: there is one.
        GuardError: `case-closed`: nobody works with the person now; `person-died`.
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        living_person(desk, tx, person_id)
        check_work(desk, tx, person_id)
        plan = _begin(tx, desk, person_id, _open_case(tx, person_id, case_id))
        tx.journal("plan.begun", record=plan.id, scope=person_id)
    return Done(plan.id, tx.changes)


def edit_plan(desk: Desk, plan_id: UUID, *, seen: int, **sections: str) -> Done[int]:
    """Change texts of a live plan; gives the new revision.

    Raises:
        InvalidFieldsError: `unknown` section, `too-long`.
        GuardError: `plan-ended`; as `check_work` has it.
        ReasonNeededError: `basis-incomplete`.
        StaleRecordError: Somebody else changed the same section meanwhile.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    rules.check_sections(sections)
    with desk.act(Right.EDIT_PLAN) as tx:
        plan = live_plan(desk, tx, plan_id)
        check_work(desk, tx, plan.person_id)
        put(tx, plan, seen=seen, fields=sections)
        tx.journal("plan.edited", record=plan.id, scope=plan.person_id)
    return Done(plan.revision, tx.changes)


def propose_plan(desk: Desk, plan_id: UUID, *, seen: int) -> Done[int]:
    """Put a draft forward to be agreed; gives the new revision.

    Raises:
        TransitionError: It is no draft.
        GuardError: `plan-empty`.
        StaleRecordError, MissingRecordError, WithheldError: As for `edit_plan`.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        plan = live_plan(desk, tx, plan_id)
        texts = any(getattr(plan, name).strip() for name in rules.SECTIONS)
        says_anything = texts or bool(tx.plans.goals_of(plan.id))
        rules.check_proposal(plan.status, says_anything=says_anything)
        check_work(desk, tx, plan.person_id)
        put(tx, plan, seen=seen, fields={"status": PlanStatus.PROPOSED})
        tx.journal("plan.proposed", record=plan.id, scope=plan.person_id)
    return Done(plan.revision, tx.changes)


def take_back_proposal(desk: Desk, plan_id: UUID, *, seen: int) -> Done[int]:
    """Make a proposed plan a draft again; gives the new revision.

    Raises:
        TransitionError: It was not proposed.
        StaleRecordError, MissingRecordError, WithheldError: As for `edit_plan`.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        plan = live_plan(desk, tx, plan_id)
        rules.check_move(rules.PLAN_MOVES, plan.status, PlanStatus.DRAFT)
        put(tx, plan, seen=seen, fields={"status": PlanStatus.DRAFT})
        tx.journal("plan.taken_back", record=plan.id, scope=plan.person_id)
    return Done(plan.revision, tx.changes)


def agree_plan(desk: Desk, plan_id: UUID, agreement: Agreement, *, seen: int) -> Done[UUID]:
    """Agree a plan: what it says now is frozen as its next version, whose id is given.

    The version before is superseded by that. What was said about the person's own agreement
    belonged to it; `agreement.with_person` speaks of the new one.

    Raises:
        TransitionError: It is a draft, or has ended.
        GuardError: `no-meeting`: neither a meeting nor a chair; `meeting-not-held`;
            `minutes-approved`; `plan-ended`.
        ReasonNeededError: The chair decides alone and says no reason; `basis-incomplete`.
        InvalidFieldsError: The days of the person's agreement cannot be true.
        StaleRecordError: The plan is no longer what was shown; nothing is agreed unseen.
        MissingRecordError, WithheldError: No such plan or meeting, or not theirs to see.
    """
    rules.check_with_person(agreement.with_person, desk.today())
    with desk.act(Right.AGREE_PLAN) as tx:
        plan = tx.get(Plan, live_plan(desk, tx, plan_id).id, seen=seen)
        version = agree_in(tx, desk, plan, agreement)
        reason = agreement.reason.strip()
        tx.journal("plan.agreed", record=plan.id, scope=plan.person_id, reason=reason)
    return Done(version.id, tx.changes)


def agree_in(tx: Transaction, desk: Desk, plan: Plan, agreement: Agreement) -> PlanVersion:
    """Agree a plan inside another act, which journals it."""
    rules.check_agreeing(plan.status)
    check_work(desk, tx, plan.person_id)
    by, on = _decider(tx, desk, agreement)
    frozen = freeze(snapshot_of(state_of(tx, plan)))
    plan.status = PlanStatus.AGREED
    plan.version = tx.plans.count_versions(plan.id) + 1
    plan.agreed_on = on
    _keep_with_person(plan, agreement.with_person)
    return tx.add(
        PlanVersion(
            id=desk.new_id(),
            person_id=plan.person_id,
            plan_id=plan.id,
            number=plan.version,
            agreed_on=on,
            meeting_id=agreement.meeting_id,
            decided_by_id=by,
            reason=agreement.reason.strip(),
            content=frozen.content,
            restricted_content=frozen.restricted,
            fingerprint=frozen.fingerprint,
        )
    )


def record_with_person(desk: Desk, plan_id: UUID, said: WithPerson, *, seen: int) -> Done[int]:
    """Keep whether the plan was agreed with the person, and when they had their copy.

    Raises:
        InvalidFieldsError: An answer has no day, or a day is to come.
        GuardError, StaleRecordError, MissingRecordError, WithheldError: As for `edit_plan`.
    """
    rules.check_with_person(said, desk.today())
    with desk.act(Right.EDIT_PLAN) as tx:
        plan = live_plan(desk, tx, plan_id)
        put(tx, plan, seen=seen, fields=_with_person(said))
        tx.journal("plan.agreed_with_person", record=plan.id, scope=plan.person_id)
    return Done(plan.revision, tx.changes)


def end_plan(desk: Desk, plan_id: UUID, *, seen: int, reason: str) -> Done[int]:
    """End a plan; its versions stay readable. Gives the new revision.

    Raises:
        TransitionError: It has ended.
        ReasonNeededError: No reason.
        StaleRecordError, MissingRecordError, WithheldError: As for `edit_plan`.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        plan = tx.get(Plan, plan_id)
        shown_person(desk, tx, plan.person_id)
        rules.check_ending(plan.status, reason)
        put(tx, plan, seen=seen, fields={"status": PlanStatus.ENDED})
        tx.journal("plan.ended", record=plan.id, scope=plan.person_id, reason=reason.strip())
    return Done(plan.revision, tx.changes)


def copy_ended_plan(tx: Transaction, desk: Desk, *, person_id: UUID, case_id: UUID) -> Plan | None:
    """Make a draft from the plan that ended last, inside the act that reopens a case.

    Texts and the goals still worked on come along; nothing counts as agreed. Gives nothing when
    the person never had a plan.

    Raises:
        DuplicateRecordError: `live-plan`: there is one.
    """
    old = tx.plans.ended_last(person_id)
    if old is None:
        return None
    plan = _begin(tx, desk, person_id, case_id)
    for name in rules.SECTIONS:
        setattr(plan, name, getattr(old, name))
    copy_parts_kept_back(desk, tx, person_id, {old.id: plan.id})
    plan.goal_order = _copy_goals(tx, desk, old, plan)
    return plan


def live_plan(desk: Desk, tx: Transaction, plan_id: UUID) -> Plan:
    """Give a plan that may be changed, to somebody who may see its person.

    Raises:
        GuardError: `plan-ended`, `person-died`.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    plan = tx.get(Plan, plan_id)
    living_person(desk, tx, plan.person_id)
    rules.check_live(plan.status)
    return plan


def _begin(tx: Transaction, desk: Desk, person_id: UUID, case_id: UUID) -> Plan:
    if standing := tx.plans.live_of(person_id):
        raise DuplicateRecordError(rule="live-plan", record=standing.id)
    return tx.plans.begin(
        Plan(id=desk.new_id(), person_id=person_id, case_id=case_id, goal_order=[])
    )


def _open_case(tx: Transaction, person_id: UUID, case_id: UUID | None) -> UUID:
    if case_id is None:
        found = tx.actions.open_case(person_id)
        if found is None:
            raise GuardError("case-closed")
        return found
    case = tx.get(Case, case_id)
    if case.person_id != person_id:
        raise InvalidFieldsError({"case_id": "unknown"})
    if case.status is CaseStatus.CLOSED:
        raise GuardError("case-closed")
    return case_id


def _decider(tx: Transaction, desk: Desk, agreement: Agreement) -> tuple[UUID, date]:
    """Say who agreed for the panel, and on which day."""
    panel = tx.get(Panel, tx.info.panel_id)
    if agreement.meeting_id is not None:
        meeting = tx.get(Meeting, agreement.meeting_id)
        rules.check_meeting(meeting.status)
        return meeting.chair_id or panel.chair_id or desk.sitter.professional, meeting.on
    by = agreement.decided_by or desk.sitter.professional
    rules.check_chairs_decision(by, chairs_on(tx, desk.today()), agreement.reason)
    return by, desk.today()


def _with_person(said: WithPerson) -> dict[str, object]:
    return {
        "agreed_with_person": said.answer,
        "agreed_with_on": said.on,
        "copy_given_on": said.copy_given_on,
    }


def _keep_with_person(plan: Plan, said: WithPerson) -> None:
    for name, value in _with_person(said).items():
        setattr(plan, name, value)


def _copy_goals(tx: Transaction, desk: Desk, old: Plan, plan: Plan) -> list[str]:
    """Copy the goals still worked on, in their order, and give the new order."""
    order: list[str] = []
    for goal in state_of(tx, old).goals:
        if goal.status in _GOES_ON:
            texts = {name: getattr(goal, name) for name in sorted(rules.GOAL_FIELDS)}
            made = tx.add(
                Goal(
                    id=desk.new_id(),
                    person_id=plan.person_id,
                    plan_id=plan.id,
                    sensitivity=goal.sensitivity,
                    **texts,
                )
            )
            order.append(made.id.hex)
    return order
