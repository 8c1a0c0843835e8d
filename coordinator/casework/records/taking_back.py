"""Giving records the values they had before an act: the part that every undoing shares."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from coordinator.db.logging_rules import defaults, logged_fields
from coordinator.db.models import Record
from coordinator.db.projecting import column_value
from coordinator.db.repositories.imports import Written
from coordinator.db.transaction import Transaction
from coordinator.domain.merging.changes import Change


def take_back(tx: Transaction, act: UUID, written: list[Written]) -> int:
    """Remove what an act made and give back what it changed; gives how many records.

    Whoever calls makes sure that nobody has built on it.

    Args:
        tx: The act that undoes, which journals itself.
        act: The act that is undone.
        written: What it wrote (`tx.imports.written_by`).
    """
    made, changed = _records(written, is_new=True), _records(written, is_new=False)
    for kind, record in made:
        tx.find(kind, record).removed = True
    for kind, record in changed:
        _give_back(tx, tx.removed(kind, record) or tx.find(kind, record), act)
    return len(made) + len(changed)


def _records(written: list[Written], *, is_new: bool) -> list[tuple[str, UUID]]:
    new = {(one.kind, one.record) for one in written if one.is_new}
    if is_new:
        return sorted(new)
    return sorted({(one.kind, one.record) for one in written} - new)


def _give_back(tx: Transaction, record: Record, act: UUID) -> None:
    """Give a record the values it had before an act."""
    model = type(record)
    changes = {one.id: one for one in tx.history.changes_of(record.id)}
    for change in changes.values():
        if change.act == act:
            before = [changes[one] for one in change.replaces if one in changes]
            before = [one for one in before if one.field == change.field]  # a removal names all
            for column, logged in _columns(model, change, before):
                setattr(record, column, column_value(model, column, logged))


def _columns(
    model: type[Record], change: Change, before: list[Change]
) -> Iterator[tuple[str, Any]]:
    """Give each column of a field with what was said of it before, or what every new one says."""
    columns = logged_fields(model)[change.field]
    for column in columns:
        value: Any = defaults(model)[column]
        if before:
            said = before[-1].value
            value = said[column] if len(columns) > 1 else said  # type: ignore[index,call-overload]
        yield column, value
