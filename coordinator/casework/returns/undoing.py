"""Taking a returns sheet back as a whole, as long as nobody has built on it."""

from uuid import UUID

from coordinator.casework.actions.agreeing import action_to_change
from coordinator.casework.desk import Desk
from coordinator.casework.records.taking_back import take_back
from coordinator.casework.returns.applying import RETURNS_APPLIED
from coordinator.db.models import Act, ActionNote
from coordinator.db.repositories.imports import Written
from coordinator.db.transaction import Reading
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.outcomes import Done, RecordKind
from coordinator.domain.returns.views import AppliedReturn
from coordinator.domain.roles import Right

RETURNS_UNDONE = "returns.undone"
_MOST = 20  # sheets listed; older ones are history


def list_returns(desk: Desk) -> tuple[AppliedReturn, ...]:
    """List the sheets taken in lately, with those that were taken back.

    Raises:
        NotPermittedError: The role may not say what became of actions.
    """
    with desk.read(Right.UPDATE_ACTIONS) as look:
        acts = look.imports.acts_named({RETURNS_APPLIED, RETURNS_UNDONE})
        undone = {act.record for act in acts if act.name == RETURNS_UNDONE}
        applied = [act for act in acts if act.name == RETURNS_APPLIED][:_MOST]
        return tuple(
            AppliedReturn(act.id, act.at, act.reason, _actions_in(look, act), act.id in undone)
            for act in applied
        )


def undo_return(desk: Desk, act_id: UUID) -> Done[int]:
    """Put every action back as it stood before a sheet was taken in; gives how many.

    What the sheet made (reports, moves, barriers) is removed by its flag. The history keeps all.

    Raises:
        MissingRecordError: No such sheet was taken in.
        GuardError: `return-undone`: it was taken back before; `return-built-on`: so much of it
            was changed or used since.
        NotPermittedError: An action is another agency's than the sitter's.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        _check(tx, act_id)
        written = tx.imports.written_by(act_id)
        touched = {one.record for one in written if one.kind == RecordKind.ACTION}
        touched |= _reported_on(tx, written)
        for action in sorted(touched):
            action_to_change(desk, tx, action)
        take_back(tx, act_id, written)
        tx.journal(RETURNS_UNDONE, record=act_id)
    return Done(len(touched), tx.changes)


def _check(look: Reading, act_id: UUID) -> None:
    acts = look.imports.acts_named({RETURNS_APPLIED, RETURNS_UNDONE})
    act = next((one for one in acts if one.id == act_id and one.name == RETURNS_APPLIED), None)
    if act is None:
        raise MissingRecordError(what="return", key="")
    if any(one.record == act_id for one in acts if one.name == RETURNS_UNDONE):
        raise GuardError("return-undone")
    touched = look.imports.changed_since(act) | look.imports.leaning_on(act.id)
    if touched:
        raise GuardError("return-built-on", count=len(touched))


def _reported_on(look: Reading, written: list[Written]) -> set[UUID]:
    """Name the actions of which a sheet only brought a report."""
    notes = [one.record for one in written if one.kind == RecordKind.ACTION_NOTE]
    return {note.action_id for note in look.get_many(ActionNote, notes).values()}


def _actions_in(look: Reading, act: Act) -> int:
    written = look.imports.written_by(act.id)
    notes = {one.record for one in written if one.kind == RecordKind.ACTION_NOTE}
    changed = {one.record for one in written if one.kind == RecordKind.ACTION}
    return len(changed | _reported_on(look, written)) if notes else len(changed)
