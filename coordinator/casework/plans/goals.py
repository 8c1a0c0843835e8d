"""Goals of a plan: added, reworded, put in order, and how each goes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.casework.plans.state import in_order
from coordinator.casework.plans.writing import live_plan
from coordinator.db.models import Goal, Plan
from coordinator.db.transaction import Transaction
from coordinator.domain.outcomes import Done
from coordinator.domain.plans import rules
from coordinator.domain.roles import Right
from coordinator.domain.states import GoalStatus, Sensitivity


def add_goal(
    desk: Desk,
    plan_id: UUID,
    *,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
    **fields: Any,
) -> Done[UUID]:
    """Add a goal at the end of a live plan.

    Raises:
        InvalidFieldsError: `unknown` field, or neither the person's words nor the panel's.
        GuardError: `plan-ended`, `person-died`.
        MissingRecordError, WithheldError: No such plan, or not theirs to see.
    """
    rules.check_goal(fields)
    with desk.act(Right.EDIT_PLAN) as tx:
        plan = live_plan(desk, tx, plan_id)
        check_work(desk, tx, plan.person_id)
        standing = in_order(plan.goal_order, tx.plans.goals_of(plan.id))
        shown_person(desk, tx, plan.person_id, sensitivity)
        goal = tx.add(
            Goal(
                id=desk.new_id(),
                person_id=plan.person_id,
                plan_id=plan.id,
                sensitivity=sensitivity,
                **fields,
            )
        )
        plan.goal_order = [*(one.id.hex for one in standing), goal.id.hex]
        tx.journal("goal.added", record=goal.id, scope=plan.person_id)
    return Done(goal.id, tx.changes)


def edit_goal(desk: Desk, goal_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Change a goal; gives the new revision.

    Raises:
        InvalidFieldsError: `unknown` field, or no words are left.
        StaleRecordError: Somebody else changed the same field meanwhile.
        GuardError, MissingRecordError, WithheldError: As for `add_goal`.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        goal, _plan = _live_goal(desk, tx, goal_id)
        check_work(desk, tx, goal.person_id)
        words = {name: getattr(goal, name) for name in ("own_words", "panel_words")}
        rules.check_goal({**words, **fields})
        put(tx, goal, seen=seen, fields=fields)
        tx.journal("goal.edited", record=goal.id, scope=goal.person_id)
    return Done(goal.revision, tx.changes)


def set_goal_status(
    desk: Desk, goal_id: UUID, status: GoalStatus, *, seen: int, note: str = ""
) -> Done[int]:
    """Say how a goal goes; gives the new revision.

    Raises:
        TransitionError: It cannot follow.
        InvalidFieldsError: A note is wanted.
        StaleRecordError: Somebody else said something else meanwhile.
        GuardError, MissingRecordError, WithheldError: As for `add_goal`.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        goal, _plan = _live_goal(desk, tx, goal_id)
        was = goal.status
        put(tx, goal, seen=seen, fields={"status": status, "status_note": note.strip()})
        rules.check_goal_status(was, status, note)  # after: a stale form is told so first
        tx.journal(f"goal.{status.value}", record=goal.id, scope=goal.person_id)
    return Done(goal.revision, tx.changes)


def reorder_goals(desk: Desk, plan_id: UUID, order: Sequence[UUID], *, seen: int) -> Done[int]:
    """Put the goals of a plan in another order; gives the plan's new revision.

    Raises:
        InvalidFieldsError: A goal is missing, twice there, or of another plan.
        StaleRecordError: Somebody else changed the order, or added a goal, meanwhile.
        GuardError, MissingRecordError, WithheldError: As for `add_goal`.
    """
    with desk.act(Right.EDIT_PLAN) as tx:
        plan = live_plan(desk, tx, plan_id)
        standing = in_order(plan.goal_order, tx.plans.goals_of(plan.id))
        sight = sight_of(desk, tx, [plan.person_id])
        shown = [one.id for one in standing if sight.sees(one.person_id, one.sensitivity)]
        new = iter(order)  # what the sitter is not shown keeps its place
        whole = [next(new, one.id) if one.id in shown else one.id for one in standing]
        put(tx, plan, seen=seen, fields={"goal_order": [one.hex for one in whole]})
        with tx.session.no_autoflush:  # the order is checked before it is written
            rules.check_order(order, shown)
        tx.journal("goals.reordered", record=plan.id, scope=plan.person_id)
    return Done(plan.revision, tx.changes)


def _live_goal(desk: Desk, tx: Transaction, goal_id: UUID) -> tuple[Goal, Plan]:
    goal = tx.get(Goal, goal_id)
    shown_person(desk, tx, goal.person_id, goal.sensitivity)
    return goal, live_plan(desk, tx, goal.plan_id)
