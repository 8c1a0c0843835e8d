"""Paging by key: the page after a row is what sorts after it, however many rows come before."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Tuple, literal, tuple_


def later_than(columns: Sequence[Any], key: Sequence[Any]) -> ColumnElement[bool]:
    """Hold for rows whose columns, taken together, sort after a key; each in its column's type."""
    return tuple_(*columns) > _typed(columns, key)


def earlier_than(columns: Sequence[Any], key: Sequence[Any]) -> ColumnElement[bool]:
    """Hold for rows whose columns, taken together, sort before a key: for lists newest first."""
    return tuple_(*columns) < _typed(columns, key)


def _typed(columns: Sequence[Any], key: Sequence[Any]) -> Tuple:
    return tuple_(*(literal(part, c.type) for part, c in zip(key, columns, strict=True)))
