"""What of a record is written in the change log, under which names, and in which shape."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import inspect

from coordinator.db.models import Person, Record, Whole
from coordinator.db.types import Words
from coordinator.domain.merging.changes import REMOVED, RESTRICTED, ROW, Value, stamp

_NEVER = frozenset({"id", "revision"})


@cache
def logged_fields(model: type[Record]) -> Mapping[str, tuple[str, ...]]:
    """Give each change field of a kind with the columns it is made of.

    Fields that move together go under the name of the first of them.
    """
    columns = _columns(model)
    if isinstance(model.log, Whole):
        return _whole(columns, model.log.restricted)
    fields = {group[0]: group for group in model.log.together}
    grouped = {column for group in model.log.together for column in group}
    fields.update({name: (name,) for name in columns if name not in grouped})
    fields[REMOVED] = fields.pop("removed")
    return fields


def is_plain_text(model: type[Record], field: str) -> bool:
    """Whether a change field is one text that people write: no day, no id, no word of a list."""
    columns = logged_fields(model).get(field, ())
    return len(columns) == 1 and isinstance(model.__table__.c[columns[0]].type, Words)


def _columns(model: type[Record]) -> list[str]:
    attributes = inspect(model).column_attrs
    return [
        attribute.key
        for attribute in attributes
        if attribute.key not in _NEVER and not attribute.columns[0].info.get("derived")
    ]


def _whole(columns: list[str], restricted: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    open_to_all = tuple(c for c in columns if c not in restricted and c != "removed")
    fields = {ROW: open_to_all, REMOVED: ("removed",)}
    return fields | {RESTRICTED: restricted} if restricted else fields


@cache
def defaults(model: type[Record]) -> Mapping[str, Any]:
    """Give the value each column has when nobody says anything, as logged."""
    found: dict[str, Any] = {}
    for attribute in inspect(model).column_attrs:
        default = attribute.columns[0].default
        value = default.arg if default is not None else None
        found[attribute.key] = [] if callable(value) else logged_value(value)
    return found


def scope_of(record: Record, panel: UUID) -> UUID:
    """Say whose history a record belongs to: a person's, or the panel's."""
    if isinstance(record, Person):
        return record.id
    return getattr(record, "person_id", None) or panel


def value_of(model: type[Record], field: str, row: Mapping[str, Any]) -> Value:
    """Put the logged values of a field's columns into the one value of a change."""
    columns = logged_fields(model)[field]
    if len(columns) == 1 and field not in {ROW, RESTRICTED}:
        return row[columns[0]]  # type: ignore[no-any-return]
    return {column: row[column] for column in columns}


def usual_value(model: type[Record], field: str) -> Value:
    """Give what a field says as long as nobody says anything; the log keeps none of it."""
    return value_of(model, field, defaults(model))


def logged_value(value: Any) -> Any:
    """Write one column's value as the log keeps it: text, number, yes/no, nothing, or a list."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def is_worth_logging(model: type[Record], field: str, row: Mapping[str, Any]) -> bool:
    """Whether a new record says anything here beyond what every new record says."""
    usual = defaults(model)
    if field == ROW:
        return True
    return any(row[column] != usual[column] for column in logged_fields(model)[field])
