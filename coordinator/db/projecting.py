"""What the log says a record is: the values its row must have, and where people disagree."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Date, Integer, Time, inspect

from coordinator.db.logging_rules import defaults, logged_fields
from coordinator.db.models import Record
from coordinator.db.types import Id, Moment, tidied
from coordinator.domain.merging.changes import REMOVED, RESTRICTED, ROW, Change, canonical
from coordinator.domain.merging.heads import Fields, is_removed


@dataclass(frozen=True, slots=True)
class Projection:
    """The logged values of a record's columns, and the fields with several current values."""

    values: Mapping[str, Any]
    disputed: frozenset[str]


def project(
    model: type[Record], current: Mapping[str, Sequence[Change]], local: Mapping[str, Any]
) -> Projection:
    """Work out a record's values from the current changes of its fields.

    Args:
        model: Its kind.
        current: Field -> its current changes.
        local: The logged values the row has now; empty for a record that is new here. Where
            people disagree the local value stays.
    """
    known = logged_fields(model)
    values = dict(_unsaid(model))
    disputed: set[str] = set()
    for field, heads in current.items():
        if field == REMOVED or field not in known:
            continue
        columns = known[field]
        if len(heads) > 1 and len({canonical(head.value) for head in heads}) > 1:
            disputed.add(field)
        if head := _chosen(heads, field, columns, local):
            values |= _columns_of(head, field, columns)
    values["removed"], is_disputed = _removal(current)
    if is_disputed:
        disputed.add(REMOVED)
    if values["removed"]:
        disputed.clear()  # whoever removed it had seen every value: nobody is asked
    return Projection(values, frozenset(disputed))


@cache
def _unsaid(model: type[Record]) -> Mapping[str, Any]:
    """Give the values of a record of which nothing was ever said."""
    usual = defaults(model)
    return {
        column: usual[column] for columns in logged_fields(model).values() for column in columns
    }


def _chosen(
    heads: Sequence[Change], field: str, columns: Sequence[str], local: Mapping[str, Any]
) -> Change | None:
    """Take the head that holds the local value, else the first by id: the same everywhere."""
    if len(heads) == 1:
        return heads[0]
    ordered = sorted(heads, key=lambda head: head.id)
    for head in ordered:
        if local and _columns_of(head, field, columns) == {c: local[c] for c in columns}:
            return head
    return ordered[0] if ordered else None


def _columns_of(head: Change, field: str, columns: Sequence[str]) -> dict[str, Any]:
    value = head.value
    if len(columns) == 1 and field not in {ROW, RESTRICTED}:
        return {columns[0]: tidied(value)}
    told = value if isinstance(value, Mapping) else {}
    return {column: tidied(told[column]) for column in columns if column in told}


def _removal(current: Fields) -> tuple[bool, bool]:
    marks = current.get(REMOVED, ())
    removed = is_removed(current)
    return removed, not removed and any(mark.value is True for mark in marks)


def column_value(model: type[Record], column: str, logged: Any) -> Any:
    """Turn a logged value back into what the column holds."""
    return None if logged is None else _readers(model)[column](logged)


@cache
def _readers(model: type[Record]) -> Mapping[str, Callable[[Any], Any]]:
    """Give what reads the logged values of each column."""
    return {
        name: next(read for kind, read in _READERS if isinstance(column.type, kind))
        for name, column in inspect(model).columns.items()
    }


def _as_logged(logged: Any) -> Any:
    return logged


_READERS: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (Id, UUID),
    (Moment, datetime.fromisoformat),
    (Date, date.fromisoformat),
    (Time, time.fromisoformat),
    (Boolean, bool),
    (Integer, int),
    (object, _as_logged),
)


def by_field(changes: Iterable[Change]) -> dict[str, list[Change]]:
    """Gather the current changes of one record by their field."""
    fields: dict[str, list[Change]] = {}
    for change in changes:
        fields.setdefault(change.field, []).append(change)
    return fields


def same(logged: Any, projected: Any) -> bool:
    """Whether two logged values are the same in their one written form."""
    if type(logged) is type(projected) and not isinstance(logged, list | dict):
        return bool(logged == projected)  # almost always; a check asks it of every column
    return json.dumps(logged, sort_keys=True) == json.dumps(projected, sort_keys=True)
