"""What can be done with an action, each from what its form says. No Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from coordinator.casework.actions.agreeing import move_due_date
from coordinator.casework.actions.outcomes import reopen_action, set_outcome
from coordinator.casework.actions.passing_on import transfer_action
from coordinator.casework.desk import Desk
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.states import ActionStatus
from coordinator.ui.shared.precedents import chosen_barrier

Said = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]


def settled(row: ActionRow, status: ActionStatus, said: Said, seen: int) -> Act:
    """Give the act that an outcome is; reopening and passing on are acts of their own."""
    match status:
        case ActionStatus.OPEN:
            return partial(reopen_action, action_id=row.id, seen=seen, reason=said["reason"])
        case ActionStatus.TRANSFERRED:
            return partial(_pass_on, row=row, said=said, seen=seen)
        case _:
            return partial(_settle, row=row, status=status, said=said, seen=seen)


def date_moved(row: ActionRow, said: Said, seen: int) -> Act:
    """Agree a new date, with its reason."""
    return partial(
        move_due_date, action_id=row.id, seen=seen, to=said["due_on"], reason=said["reason"]
    )


def _pass_on(desk: Desk, row: ActionRow, said: Said, seen: int) -> Done[Any]:
    if said["owner_id"] is None:
        raise InvalidFieldsError({"owner_id": "required"})
    return transfer_action(
        desk, row.id, seen=seen, owner_id=said["owner_id"], reason=said["reason"]
    )


def _settle(desk: Desk, row: ActionRow, status: ActionStatus, said: Said, seen: int) -> Done[int]:
    if status is ActionStatus.COULD_NOT and said["barrier"] is None:
        raise InvalidFieldsError({"barrier": "required"})  # only the form can tell
    barrier, own = chosen_barrier(said.get("barrier"))
    outcome = Outcome(
        status,
        note=said.get("outcome_note", ""),
        done_on=said.get("done_on", desk.today()) if status is ActionStatus.DONE else None,
        waiting_on=said.get("waiting_on", ""),
        barrier=barrier,
        barrier_own=own,
        barrier_details=said.get("barrier_details", ""),
        escalate=bool(said.get("escalate")),
    )
    return set_outcome(desk, row.id, outcome, seen=seen)
