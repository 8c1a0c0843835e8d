"""Paging by key: the page after a row is what sorts after it, however many rows come before."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, literal, tuple_


def later_than(columns: Sequence[Any], key: Sequence[Any]) -> ColumnElement[bool]:
    """Hold for rows whose columns, taken together, sort after a key; each in its column's type."""
    typed = [literal(part, column.type) for part, column in zip(key, columns, strict=True)]
    return tuple_(*columns) > tuple_(*typed)
