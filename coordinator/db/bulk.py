"""Many new records at once: rows, changes and search words, as the ordinary path would leave them.

For imports of thousands of rows and for the demo. Only new records: nothing here replaces what
somebody said before, so no current change has to be looked up.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import insert, inspect
from sqlalchemy.orm import Session

from coordinator.db import search
from coordinator.db.appending import append, next_number
from coordinator.db.changelog import Authorship
from coordinator.db.logging_rules import (
    is_worth_logging,
    logged_fields,
    logged_value,
    value_of,
)
from coordinator.db.models import Person, Record
from coordinator.db.types import Json, Words, tidied
from coordinator.domain.merging.changes import Change

Row = Mapping[str, Any]
"""The columns of one new record by name: `id` always, what has a default when it differs."""


class Rows(NamedTuple):
    """New records of one kind."""

    model: type[Record]
    rows: Sequence[Row]


def write_new(session: Session, batches: Iterable[Rows], by: Authorship) -> list[Change]:
    """Write new records, parents before those that refer to them.

    Args:
        session: The transaction's.
        batches: A kind may come several times.
        by: Whose act it is; the caller journals the changes with it.

    Returns:
        The changes, in the order of their numbers.
    """
    numbers = count(next_number(session, by.install))
    made: list[Change] = []
    for model, given in batches:
        rows = [_whole(model, row) for row in given]
        if rows:
            session.connection().execute(insert(model), rows)
            made += [c for row in rows for c in _changes(model, row, by, numbers)]
            search.add_words(session, model, rows)
    append(session, made, dict.fromkeys((change.record for change in made), 1))
    return made


@dataclass(frozen=True, slots=True)
class _Shape:
    """What completes the rows of a kind, and which of their columns are text."""

    usual: Mapping[str, Any]
    texts: tuple[str, ...]


@cache
def _shape(model: type[Record]) -> _Shape:
    columns = {attribute.key: attribute.columns[0] for attribute in inspect(model).column_attrs}
    usual = {name: _default(column.default) for name, column in columns.items()}
    texts = tuple(key for key, one in columns.items() if isinstance(one.type, Words | Json))
    return _Shape(usual | {"revision": 1}, texts)


def _default(default: Any) -> Any:
    value = default.arg if default is not None else None
    return [] if callable(value) else value  # the only made default is an empty list


def _whole(model: type[Record], given: Row) -> dict[str, Any]:
    shape = _shape(model)
    row = {**shape.usual, **given}
    for name in shape.texts:
        if row[name]:
            row[name] = tidied(row[name])  # the log keeps what the table keeps
    return row


def _changes(
    model: type[Record], row: Row, by: Authorship, numbers: Iterator[int]
) -> Iterator[Change]:
    logged = {name: logged_value(value) for name, value in row.items()}
    for name in logged_fields(model):
        if is_worth_logging(model, name, logged):
            yield Change(
                scope=_scope(model, row, by.panel),
                record=row["id"],
                kind=model.kind.value,
                field=name,
                value=value_of(model, name, logged),
                author=by.author,
                install=by.install,
                number=next(numbers),
                made=by.at,
                act=by.act,
                salt=by.salts(16),
            )


def _scope(model: type[Record], row: Row, panel: UUID) -> UUID:
    own = row["id"] if model is Person else row.get("person_id")
    return own or panel
