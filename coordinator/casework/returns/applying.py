"""Taking in what an agency says on its returns sheet: all rows that were chosen, as one act."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from coordinator.casework.actions.agreeing import action_to_change, move_in
from coordinator.casework.actions.outcomes import note_in, settle_in
from coordinator.casework.desk import Desk
from coordinator.casework.returns.matching import match
from coordinator.db.models import Action
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.outcomes import Done
from coordinator.domain.returns.rules import Planned, Returned
from coordinator.domain.roles import Right
from coordinator.wording.returns import move_reason

RETURNS_APPLIED = "returns.applied"


@dataclass(frozen=True, slots=True)
class Applied:
    """A sheet as it was taken in. `act` names it for undoing, `count` the rows it took."""

    act: UUID
    agency: str
    count: int


def apply_return(desk: Desk, sheet: Returned, taken: Mapping[int, int]) -> Done[Applied]:
    """Take in the rows that were chosen, all of them or none.

    Args:
        desk: Where and by whom.
        sheet: As it came back.
        taken: The number of each chosen row, with the revision of its action that was looked at.

    Raises:
        GuardError: `return-empty`: no row was chosen; `return-moved-on`: an action is not what
            it was when somebody chose.
        NotPermittedError: An action is another agency's than the sitter's.
        SheetError: `other-panel`.
    """
    if not taken:
        raise GuardError("return-empty")
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        matched = match(desk, tx, sheet)
        chosen = [one for one in matched.planned if one.said.row in taken]
        agency = matched.agency.name if matched.agency else ""
        _check_as_seen(chosen, matched.actions, taken)
        for one in chosen:
            action = action_to_change(desk, tx, matched.actions[one.said.row].id)
            _take(tx, desk, action, one, agency or action.owner_agency)
        record = matched.agency.id if matched.agency else None
        tx.journal(RETURNS_APPLIED, record=record, reason=agency)
    return Done(Applied(tx.stamp.act, agency, len(chosen)), tx.changes)


def _check_as_seen(
    chosen: list[Planned], actions: Mapping[int, Action], taken: Mapping[int, int]
) -> None:
    found = {one.said.row: actions.get(one.said.row) for one in chosen if one.can_be_taken}
    seen = {row: action.revision for row, action in found.items() if action is not None}
    if seen != dict(taken):
        raise GuardError("return-moved-on")


def _take(tx: Transaction, desk: Desk, action: Action, one: Planned, agency: str) -> None:
    """Do what a row says; a date moves before an outcome could close the action."""
    steps = one.steps
    if steps.move_to is not None:
        reason = move_reason(agency, one.said.line.strip())
        move_in(tx, desk, action, steps.move_to, reason)
    if steps.report:
        note_in(tx, desk, action, steps.report)
    if steps.outcome is not None:
        settle_in(tx, desk, action, steps.outcome, seen=action.revision)
