"""Place plans: drafted, agreed, ended; what they set out to change. Nobody is named in one."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.panel.lines import check_switched_on
from coordinator.casework.places.nameless import check_nameless
from coordinator.db.models import Agency, PlaceGroup, PlacePlan, PlacePriority
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.panel import Feature
from coordinator.domain.outcomes import Done
from coordinator.domain.places import rules
from coordinator.domain.places.rules import PLAN_TEXTS, PRIORITY_TEXTS, NewPlacePlan, NewPriority
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import PlacePlanStatus


def draft_place_plan(
    desk: Desk, new: NewPlacePlan, *, nobody_is_meant: bool = False
) -> Done[UUID]:
    """Begin a plan for a place; it is a draft until it is agreed.

    Raises:
        InvalidFieldsError: Place, title or time are missing or cannot be; `names-somebody`,
            `may-name-somebody`.
        GuardError: `places-off`.
        MissingRecordError: No such group.
    """
    with desk.act(Right.DECIDE) as tx:
        check_switched_on(tx, Feature.PLACES)
        fields: dict[str, Any] = {
            "place": new.place.strip(),
            "title": new.title.strip(),
            "from_on": new.from_on,
            "to_on": new.to_on,
            "summary": new.summary.strip(),
        }
        rules.check_plan(fields)
        if new.group_id is not None:
            tx.get(PlaceGroup, new.group_id)
        number = tx.places.next_number(desk.today().year)
        plan = PlacePlan(id=desk.new_id(), number=number, group_id=new.group_id, **fields)
        plan.no_names = []
        why = check_nameless(desk, tx, plan, fields, PLAN_TEXTS, nobody_is_meant=nobody_is_meant)
        tx.add(plan)
        tx.journal("place_plan.drafted", record=plan.id, reason=why)
    return Done(plan.id, tx.changes)


def describe_place_plan(
    desk: Desk, plan_id: UUID, *, seen: int, nobody_is_meant: bool = False, **fields: Any
) -> Done[int]:
    """Change what a plan is for, whose and over which time; gives the new revision.

    Raises:
        InvalidFieldsError: `unknown` field, one that cannot be, or somebody is named.
        GuardError: `place-plan-ended`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.DECIDE) as tx:
        rules.check_known("plan", fields)
        plan = open_plan(tx, plan_id)
        rules.check_plan({"from_on": plan.from_on, "to_on": plan.to_on, **fields})
        if fields.get("group_id"):
            tx.get(PlaceGroup, fields["group_id"])
        why = check_nameless(desk, tx, plan, fields, PLAN_TEXTS, nobody_is_meant=nobody_is_meant)
        put(tx, plan, seen=seen, fields=trimmed(fields))
        tx.journal("place_plan.described", record=plan.id, reason=why)
    return Done(plan.revision, tx.changes)


def agree_place_plan(desk: Desk, plan_id: UUID, *, seen: int) -> Done[int]:
    """Agree a plan; gives the new revision.

    Raises:
        TransitionError: It is agreed already, or ended.
        GuardError: `place-plan-empty`: it has no priority.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.DECIDE) as tx:
        plan = tx.get(PlacePlan, plan_id)
        if plan.status is PlacePlanStatus.ENDED:
            rules.check_may_change(plan.status)
        rules.check_move(plan.status, PlacePlanStatus.AGREED)
        if not any(one.ended_on is None for one in tx.places.priorities([plan.id])):
            raise GuardError("place-plan-empty")
        agreed = {"status": PlacePlanStatus.AGREED, "agreed_on": desk.today()}
        put(tx, plan, seen=seen, fields=agreed)
        tx.journal("place_plan.agreed", record=plan.id)
    return Done(plan.revision, tx.changes)


def end_place_plan(
    desk: Desk, plan_id: UUID, *, seen: int, reason: str, nobody_is_meant: bool = False
) -> Done[int]:
    """Say that a plan has ended, and how; its open actions stay on everybody's list.

    Raises:
        TransitionError: It has ended already.
        ReasonNeededError: No reason.
        InvalidFieldsError: The reason names somebody.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "place-plan-ended")
        plan = tx.get(PlacePlan, plan_id)
        rules.check_move(plan.status, PlacePlanStatus.ENDED)
        fields = {"end_reason": reason}
        check_nameless(desk, tx, plan, fields, PLAN_TEXTS, nobody_is_meant=nobody_is_meant)
        ended = {
            "status": PlacePlanStatus.ENDED,
            "ended_on": desk.today(),
            "end_reason": reason.strip(),
        }
        put(tx, plan, seen=seen, fields=ended)
        tx.journal("place_plan.ended", record=plan.id, reason=reason.strip())
    return Done(plan.revision, tx.changes)


def reopen_place_plan(
    desk: Desk, plan_id: UUID, *, seen: int, reason: str, nobody_is_meant: bool = False
) -> Done[int]:
    """Say that a plan goes on after all, as what it was; gives the new revision.

    Raises:
        TransitionError: It has not ended.
        ReasonNeededError: No reason.
        InvalidFieldsError: The reason names somebody.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "place-plan-reopened")
        plan = tx.get(PlacePlan, plan_id)
        was = PlacePlanStatus.AGREED if plan.agreed_on else PlacePlanStatus.DRAFT
        rules.check_move(plan.status, was)
        fields = {"reason": reason}
        check_nameless(desk, tx, plan, fields, fields, nobody_is_meant=nobody_is_meant)
        put(tx, plan, seen=seen, fields={"status": was, "ended_on": None, "end_reason": ""})
        tx.journal("place_plan.reopened", record=plan.id, reason=reason.strip())
    return Done(plan.revision, tx.changes)


def add_place_priority(
    desk: Desk, plan_id: UUID, new: NewPriority, *, nobody_is_meant: bool = False
) -> Done[UUID]:
    """Add one thing a plan sets out to change.

    Raises:
        InvalidFieldsError: It has no words, or names somebody.
        GuardError: `place-plan-ended`.
        MissingRecordError: No such plan or agency.
    """
    with desk.act(Right.DECIDE) as tx:
        fields = {"title": new.title.strip(), "why": new.why.strip()}
        rules.check_priority(fields)
        plan = open_plan(tx, plan_id)
        why = check_nameless(
            desk, tx, plan, fields, PRIORITY_TEXTS, nobody_is_meant=nobody_is_meant
        )
        if new.owner_agency_id is not None:
            tx.get(Agency, new.owner_agency_id)
        last = max((one.rank for one in tx.places.priorities([plan.id])), default=0)
        made = PlacePriority(
            id=desk.new_id(),
            plan_id=plan.id,
            rank=last + 1,
            owner_agency_id=new.owner_agency_id,
            **fields,
        )
        tx.add(made)
        tx.journal("place_priority.added", record=plan.id, reason=why)
    return Done(made.id, tx.changes)


def describe_place_priority(
    desk: Desk, priority_id: UUID, *, seen: int, nobody_is_meant: bool = False, **fields: Any
) -> Done[int]:
    """Change the words, the agency or the rank of a priority; gives the new revision.

    Raises:
        InvalidFieldsError, GuardError, StaleRecordError, MissingRecordError: As for
            `describe_place_plan`.
    """
    with desk.act(Right.DECIDE) as tx:
        rules.check_known("priority", fields)
        rules.check_priority(fields)
        priority, plan = priority_to_change(tx, priority_id)
        why = check_nameless(
            desk, tx, plan, fields, PRIORITY_TEXTS, nobody_is_meant=nobody_is_meant
        )
        if fields.get("owner_agency_id"):
            tx.get(Agency, fields["owner_agency_id"])
        put(tx, priority, seen=seen, fields=trimmed(fields))
        tx.journal("place_priority.described", record=plan.id, reason=why)
    return Done(priority.revision, tx.changes)


def end_place_priority(
    desk: Desk, priority_id: UUID, *, seen: int, reason: str, nobody_is_meant: bool = False
) -> Done[int]:
    """Say that a priority is one no longer, and how that came; its actions stay.

    Raises:
        ReasonNeededError: No reason.
        InvalidFieldsError: The reason names somebody.
        GuardError: `place-plan-ended`; `ended-already`.
        StaleRecordError, MissingRecordError: As elsewhere.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "place-priority-ended")
        priority, plan = priority_to_change(tx, priority_id)
        fields = {"end_reason": reason}
        check_nameless(desk, tx, plan, fields, PRIORITY_TEXTS, nobody_is_meant=nobody_is_meant)
        ended = {"ended_on": desk.today(), "end_reason": reason.strip()}
        put(tx, priority, seen=seen, fields=ended)
        tx.journal("place_priority.ended", record=plan.id, reason=reason.strip())
    return Done(priority.revision, tx.changes)


def open_plan(tx: Transaction, plan_id: UUID) -> PlacePlan:
    """Give a plan that may be written in.

    Raises:
        GuardError: `place-plan-ended`.
        MissingRecordError: No such plan.
    """
    plan = tx.get(PlacePlan, plan_id)
    rules.check_may_change(plan.status)
    return plan


def priority_to_change(tx: Transaction, priority_id: UUID) -> tuple[PlacePriority, PlacePlan]:
    """Give a priority that stands, and its plan.

    Raises:
        GuardError: `place-plan-ended`, `ended-already`.
        MissingRecordError: No such priority.
    """
    priority = tx.get(PlacePriority, priority_id)
    plan = open_plan(tx, priority.plan_id)
    if priority.ended_on is not None:
        raise GuardError("ended-already")
    return priority, plan


def trimmed(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Take the blanks around what was typed away."""
    return {name: one.strip() if isinstance(one, str) else one for name, one in fields.items()}
