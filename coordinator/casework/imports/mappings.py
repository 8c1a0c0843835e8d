"""How the columns of a sender's files are understood, kept in the store under a name."""

from dataclasses import dataclass
from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import SheetError
from coordinator.domain.roles import Right
from coordinator.sheets.columns import Target
from coordinator.sheets.mappings import (
    ColumnMapping,
    mapping_from,
    mapping_from_text,
    mapping_text,
)


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """A mapping and the name it is kept under."""

    name: str
    mapping: ColumnMapping


def choose_mapping(desk: Desk, given: str, target: Target) -> KeptMapping:
    """Give the mapping of a file, or the one kept in the store under this name.

    Raises:
        SheetError: `no-mapping`: neither; `bad-mapping`: it is none, or for other rows.
    """
    path = Path(given)
    if path.is_file():
        return KeptMapping(path.stem, mapping_from(path, target))
    with desk.read(Right.IMPORT) as look:
        kept = look.local.mapping(given)
        body = kept.body if kept else None
    if body is None:
        raise SheetError(path, "no-mapping")
    return KeptMapping(given, mapping_from_text(body, path, target))


def keep(desk: Desk, tx: Transaction, mapping: KeptMapping | None) -> None:
    """Keep a mapping with the act that used it; one of the same name goes."""
    if mapping is not None:
        target = mapping.mapping.target.value
        tx.local.keep_mapping(
            mapping.name, target, mapping_text(mapping.mapping), saved_at=desk.now()
        )
