"""Taking an import back as a whole, as long as nobody has built on it."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.imports.importing_actions import ACTIONS_IMPORTED
from coordinator.casework.imports.importing_demand import DEMAND_IMPORTED
from coordinator.casework.imports.importing_people import PEOPLE_IMPORTED
from coordinator.casework.stores.opening import Office
from coordinator.db.logging_rules import defaults
from coordinator.db.models import Act
from coordinator.db.repositories.imports import Imports, Written, model_of
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import GuardError, MissingRecordError
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import ImportRow
from coordinator.domain.roles import Right, check

IMPORT_UNDONE = "import.undone"
_IMPORTS = frozenset({PEOPLE_IMPORTED, ACTIONS_IMPORTED, DEMAND_IMPORTED})


def list_imports(desk: Desk) -> tuple[ImportRow, ...]:
    """List every import, the newest first, with those that were taken back.

    Raises:
        NotPermittedError: The role may not import.
    """
    with desk.read(Right.IMPORT) as look:
        acts = look.imports.acts_named({*_IMPORTS, IMPORT_UNDONE})
        undone = {act.record for act in acts if act.name == IMPORT_UNDONE}
        return tuple(
            ImportRow(act.id, act.number, act.name, act.at, act.id in undone, act.reason)
            for act in acts
            if act.name in _IMPORTS
        )


def undo_import(office: Office, act_id: UUID, *, progress: Progress | None = None) -> Done[int]:
    """Take back everything one import brought in, after a verified backup; gives how many records.

    What it made is removed by its flag; what it filled is empty again. The history keeps both.

    Args:
        office: The open store.
        act_id: The import's act, from `list_imports` or the import itself.
        progress: Of the backup, told in pages.

    Raises:
        MissingRecordError: No such import.
        GuardError: `import-undone`: it was taken back before; `changed-since`: so many records it
            brought were changed or used since; `act-erased`: somebody it brought was erased.
        NotPermittedError: The role may not import.
    """
    desk = office.desk
    check(desk.sitter.role, Right.IMPORT)
    with desk.read(Right.IMPORT) as look:
        _check(look, act_id)
    office.back_up("import", progress=progress)
    with desk.act(Right.IMPORT) as tx:
        _check(tx, act_id)
        written = tx.imports.written_by(act_id)
        count = _remove(tx, written) + _empty(tx, written)
        tx.journal(IMPORT_UNDONE, record=act_id)
    return Done(count, tx.changes)


def _check(look: Reading, act_id: UUID) -> None:
    imports = look.imports
    acts = imports.acts_named({*_IMPORTS, IMPORT_UNDONE})
    act = next((one for one in acts if one.id == act_id and one.name in _IMPORTS), None)
    if act is None:
        raise MissingRecordError(what="import", key="")
    if any(one.record == act_id for one in acts if one.name == IMPORT_UNDONE):
        raise GuardError("import-undone")
    if look.retention.has_lost(act):
        raise GuardError("act-erased")
    _check_untouched(imports, act)


def _check_untouched(imports: Imports, act: Act) -> None:
    touched = imports.changed_since(act) | imports.leaning_on(act.id)
    if touched:
        raise GuardError("changed-since", count=len(touched))


def _remove(tx: Transaction, written: list[Written]) -> int:
    """Take away the records the import made."""
    made = {(one.kind, one.record) for one in written if one.is_new}
    for kind in sorted({kind for kind, _record in made}):
        ids = sorted(record for of, record in made if of == kind)
        for record in tx.get_many(model_of(kind), ids).values():
            record.removed = True
    return len(made)


def _empty(tx: Transaction, written: list[Written]) -> int:
    """Make the fields empty again that the import filled."""
    filled = [one for one in written if not one.is_new]
    for kind in sorted({one.kind for one in filled}):
        model = model_of(kind)
        found = tx.get_many(model, [one.record for one in filled if one.kind == kind])
        for one in filled:
            if one.record in found:
                setattr(found[one.record], one.field, defaults(model)[one.field])
    return len({one.record for one in filled})
