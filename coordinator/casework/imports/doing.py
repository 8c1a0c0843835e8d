"""How every import is done: planned, backed up, planned again and written, as one act."""

from collections.abc import Callable, Iterable
from typing import Protocol

from coordinator.casework.imports.mappings import KeptMapping, keep
from coordinator.casework.stores.opening import Office
from coordinator.db.bulk import Rows
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import Counts, Imported
from coordinator.domain.roles import Right, check


class Plan(Protocol):
    """What would become of every row of a sheet."""

    @property
    def counts(self) -> Counts:
        """How many arrive, repeat and are refused."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be written."""

    def batches(self, look: Reading) -> Iterable[Rows]:
        """Give the new records, parents first."""

    def fill(self, tx: Transaction) -> None:
        """Write what is new about records that stand already."""


def do_import(
    office: Office,
    plan: Callable[[Reading], Plan],
    name: str,
    source: str,
    *,
    mapping: KeptMapping | None = None,
    progress: Progress | None = None,
) -> Done[Imported]:
    """Do one import after a verified backup; nothing happens when nothing is new.

    Args:
        office: The open store.
        plan: Decides about the rows as the store stands; asked again once it may be written to.
        name: Of the act.
        source: Who sent the sheet; told in the journal.
        mapping: Kept in the store for the next sheet of this sender.
        progress: Of the backup, told in pages.

    Raises:
        NotPermittedError: The role may not import.
        BackupError, StoreError, CancelledError: Nothing was written.
    """
    desk = office.desk
    check(desk.sitter.role, Right.IMPORT)
    with desk.read(Right.IMPORT) as look:
        planned = plan(look)
    if planned.is_empty:
        return Done(Imported(planned.counts), Changes())
    office.back_up("import", progress=progress)
    with desk.act(Right.IMPORT) as tx:
        planned = plan(tx)
        tx.add_many(planned.batches(tx))
        planned.fill(tx)
        keep(desk, tx, mapping)
        tx.journal(name, reason=source)
    with desk.read(Right.IMPORT) as look:
        number, _hash = look.history.head()
    return Done(Imported(planned.counts, tx.stamp.act, number), tx.changes)
