"""Whether a value that comes from elsewhere is one its field can hold: asked before it is merged.

What a pack holds was written by somebody else's program, a newer one or none of ours. A value that
cannot be read back would stop every page that shows it.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Text, Time, inspect
from sqlalchemy.sql.schema import CallableColumnDefault

from coordinator.db.logging_rules import logged_fields, logged_value
from coordinator.db.models import Record
from coordinator.db.types import Id, Json, Moment, Packed, State, Words
from coordinator.domain.merging.changes import RESTRICTED, ROW, Value

_ID = re.compile(r"[0-9a-f]{32}")
_LARGEST = 2**63


def fits(model: type[Record], field: str, value: Value) -> bool:
    """Whether a logged value is in the form its field's columns have in the log."""
    columns = logged_fields(model)[field]
    if len(columns) == 1 and field not in {ROW, RESTRICTED}:
        return _fits_column(model, columns[0], value)
    if not isinstance(value, Mapping) or not value.keys() <= set(columns):
        return False
    return all(_fits_column(model, name, one) for name, one in value.items())


def _fits_column(model: type[Record], name: str, value: Any) -> bool:
    column = inspect(model).columns[name]
    if value is None:
        return bool(column.nullable)
    if isinstance(column.type, Json):
        return isinstance(value, _json_kind(column))
    if isinstance(column.type, State):
        return isinstance(value, str) and value in {one.value for one in column.type.words}
    return any(isinstance(column.type, kind) and fit(value) for kind, fit in _FITS)


def _json_kind(column: Column[Any]) -> type:
    """Say whether a column keeps named values or a list: its default is an empty one of them."""
    if isinstance(column.default, CallableColumnDefault):
        make: Any = column.default.arg  # wants to be told of a statement; an empty one needs none
        return type(make(None))
    return list


def _is_in_form(read: Callable[[str], Any]) -> Callable[[Any], bool]:
    """Whether a text is read back as the very same text."""

    def is_in_form(value: Any) -> bool:
        try:
            return isinstance(value, str) and logged_value(read(value)) == value
        except ValueError:
            return False

    return is_in_form


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST


def _is_said(value: Any) -> bool:
    return isinstance(value, bool)


_FITS: tuple[tuple[Any, Callable[[Any], bool]], ...] = (
    (Id, _is_id),
    (Moment, _is_in_form(datetime.fromisoformat)),
    (Date, _is_in_form(date.fromisoformat)),
    (Time, _is_in_form(time.fromisoformat)),
    (Boolean, _is_said),
    (Integer, _is_number),
    (Words | Packed | Text, _is_text),
)
