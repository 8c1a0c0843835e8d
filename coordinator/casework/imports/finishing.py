"""What an import gives back once its act is written."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.domain.imports import Counts, Imported
from coordinator.domain.roles import Right


def imported(desk: Desk, counts: Counts, act: UUID) -> Imported:
    """Name an import that was just written, by the number of its act in the journal."""
    with desk.read(Right.IMPORT) as look:
        number, _hash = look.history.head()
    return Imported(counts, act, number)
