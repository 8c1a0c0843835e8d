"""Giving an action to somebody else: another owner, or passed on with a continuation."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.casework.actions.agreeing import action_to_change, owned_by, owner_in_post
from coordinator.casework.actions.enforcement import carry_thoughts
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import check_may_be_told
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Action, ActionTie, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.actions import rules
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus


@dataclass(frozen=True, slots=True)
class TakenOver:
    """Who takes an action over and why; the date agreed stays when there is no other."""

    owner_id: UUID
    reason: str = field(repr=False)
    due_on: date | None = None


def change_owner(
    desk: Desk, action_id: UUID, *, seen: int, owner_id: UUID, reason: str
) -> Done[int]:
    """Give the same action another owner; gives the new revision.

    Raises:
        GuardError: The action is closed; the owner has left or is nobody in particular, or their
            agency must not be told about the person.
        ReasonNeededError: No reason.
        InvalidFieldsError: They own it already.
        StaleRecordError: Somebody else changed the owner meanwhile.
        MissingRecordError, WithheldError: No such action or owner, or not theirs to see.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        rules.check_open(action.status)
        owner = _new_owner(tx, desk, action, owner_id, reason)
        put(tx, action, seen=seen, fields=owned_by(tx, owner))
        action.coworkers = [who for who in action.coworkers if who != owner.id.hex]
        act = "action.owner_changed"
        tx.journal(act, record=action.id, scope=action.person_id, reason=reason.strip())
    return Done(action.revision, tx.changes)


def transfer_action(
    desk: Desk,
    action_id: UUID,
    *,
    seen: int,
    owner_id: UUID,
    reason: str,
    due_on: date | None = None,
) -> Done[UUID]:
    """Close an action as passed on, and begin its continuation, which the new owner accepts.

    Args:
        desk: Where and by whom.
        action_id: What is passed on.
        seen: The revision that was shown.
        owner_id: Who takes it.
        reason: Why.
        due_on: The new owner's date; the date agreed when empty.

    Raises:
        TransitionError: It has come to its outcome already.
        GuardError, ReasonNeededError, InvalidFieldsError, StaleRecordError: As for
            `change_owner`, and for a date that has passed.
        MissingRecordError, WithheldError: No such action or owner, or not theirs to see.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        new = TakenOver(owner_id, reason, due_on)
        continued = transfer_in(tx, desk, action, new, seen=seen)
        act = "action.transferred"
        tx.journal(act, record=action.id, scope=action.person_id, reason=reason.strip())
    return Done(continued.id, tx.changes)


def transfer_in(
    tx: Transaction, desk: Desk, action: Action, new: TakenOver, *, seen: int
) -> Action:
    """Pass an action on inside another act, which journals it; gives its continuation."""
    rules.check_move(action.status, ActionStatus.TRANSFERRED)
    owner = _new_owner(tx, desk, action, new.owner_id, new.reason)
    passed_on = rules.Outcome(ActionStatus.TRANSFERRED, note=new.reason.strip())
    continued = _continuation(tx, desk, action, owner, new.due_on)
    put(tx, action, seen=seen, fields=rules.settled(passed_on, desk.today()))
    tx.add(continued)
    _carry_tie(tx, desk, action, continued)
    return carry_thoughts(tx, desk, action, continued)


def accept_action(desk: Desk, action_id: UUID, *, on: date | None = None) -> Done[int]:
    """Record that the new owner accepted what was passed to them; gives the new revision.

    Raises:
        GuardError: `nothing-to-accept`.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        rules.check_acceptance(action.handed_over_on, action.accepted_on)
        action.accepted_on = on or desk.today()
        tx.journal("action.accepted", record=action.id, scope=action.person_id)
    return Done(action.revision, tx.changes)


def _new_owner(
    tx: Transaction, desk: Desk, action: Action, owner_id: UUID, reason: str
) -> Professional:
    if owner_id == action.owner_id:
        raise InvalidFieldsError({"owner_id": "same"})
    owner = owner_in_post(tx, owner_id, desk.today())
    check_may_be_told(tx, action.person_id, [owner.agency_id, owner.id])
    need_reason(reason, "owner-changed")
    check_work(desk, tx, action.person_id)
    return owner


def _carry_tie(tx: Transaction, desk: Desk, before: Action, after: Action) -> None:
    """Keep what is passed on in the place plan it belongs to, with its measure."""
    if before.person_id is not None or (tie := tx.places.tie_of(before.id)) is None:
        return
    tx.session.flush()  # the tie refers to it
    tx.add(
        ActionTie(
            id=desk.new_id(),
            action_id=after.id,
            priority_id=tie.priority_id,
            measure=tie.measure,
        )
    )


def _continuation(
    tx: Transaction, desk: Desk, action: Action, owner: Professional, due_on: date | None
) -> Action:
    due = due_on or action.due_on
    if due_on is not None and due_on < desk.today():
        raise InvalidFieldsError({"due_on": "in-the-past"})
    return Action(
        id=desk.new_id(),
        number=tx.actions.next_of_year(desk.today().year),
        person_id=action.person_id,
        case_id=action.case_id,
        goal_id=action.goal_id,
        text=action.text,
        action_kind=action.action_kind,
        priority=action.priority,
        coworkers=[who for who in action.coworkers if who != owner.id.hex],
        set_on=desk.today(),
        due_on=due,
        original_due_on=due,
        continues_id=action.id,
        handed_over_on=desk.today(),
        sensitivity=action.sensitivity,
        **owned_by(tx, owner),
    )
