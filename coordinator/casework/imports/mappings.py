"""How the columns of a sender's files are understood, kept in the store under a name."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import SheetError
from coordinator.domain.roles import Right
from coordinator.sheets.columns import Target, folded
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
        kept = look.local.mapping(_second(given, target.value)) or look.local.mapping(given)
        body = kept.body if kept else None
    if body is None:
        raise SheetError(path, "no-mapping")
    return KeptMapping(given, mapping_from_text(body, path, target))


def find_mapping(desk: Desk, target: Target, headings: Collection[str]) -> KeptMapping | None:
    """Find the mapping kept last whose columns all stand in a file: its sender sent another.

    Raises:
        NotPermittedError: The role may not import.
    """
    there = {folded(heading) for heading in headings}
    with desk.read(Right.IMPORT) as look:
        kept = [one for one in look.local.mappings() if one.target == target.value]
    for one in sorted(kept, key=lambda one: one.saved_at, reverse=True):
        try:
            mapping = mapping_from_text(one.body, Path(), target)
        except SheetError:
            continue  # of an older program; its sender's columns are found by their names
        wanted = {folded(heading) for heading in (*mapping.columns.values(), *mapping.ignored)}
        if mapping.has_headings and wanted <= there:
            return KeptMapping(one.name.removesuffix(_second("", target.value)), mapping)
    return None


def keep(desk: Desk, tx: Transaction, mapping: KeptMapping | None) -> None:
    """Keep a mapping with the act that used it; one of the same name and kind of rows goes."""
    if mapping is None:
        return
    name, target = mapping.name, mapping.mapping.target.value
    standing = tx.local.mapping(name)
    if standing is not None and standing.target != target:
        name = _second(name, target)  # the same sender's people and actions
    tx.local.keep_mapping(name, target, mapping_text(mapping.mapping), saved_at=desk.now())


def _second(name: str, target: str) -> str:
    return f"{name} ({target})"
