"""Saving a form over a record that may have moved on: only a clash on one field is refused."""

from collections.abc import Mapping
from typing import Any

from coordinator.db.models import Record
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, StaleRecordError


def put(tx: Transaction, record: Record, *, seen: int, fields: Mapping[str, Any]) -> None:
    """Give a record the values of a form.

    Args:
        tx: The act's transaction.
        record: What is edited, as it is now.
        seen: The revision the form was filled from.
        fields: Only what the person changed.

    Raises:
        GuardError: `part-kept`: it writes over a part that whoever acts may not have.
        StaleRecordError: A field of the form was changed by somebody else since; `theirs` holds
            its value now. Other fields that moved on meanwhile do no harm.
    """
    fields = _written(tx, record, fields)
    if record.revision != seen:
        moved = tx.history.fields_changed_since(record, seen)
        theirs = {name: getattr(record, name) for name in fields if name in moved}
        clash = {name: value for name, value in theirs.items() if value != fields[name]}
        if clash:
            raise StaleRecordError(
                record=record.id, seen=seen, found=record.revision, theirs=clash
            )
    for name, value in fields.items():
        setattr(record, name, value)


def _written(tx: Transaction, record: Record, fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave alone the parts whoever acts was shown blank; refuse to write something over them."""
    kept = {name for name, level in tx.guarded(record.id).items() if level not in tx.may_change}
    if any(fields[name] for name in kept & fields.keys()):
        raise GuardError("part-kept")
    return {name: value for name, value in fields.items() if name not in kept}
