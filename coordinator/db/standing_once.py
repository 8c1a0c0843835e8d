"""What may stand only once and would stand twice, found before anything is written.

Two stores that were apart may both have opened a case for somebody, or agreed another lead. The
database refuses the second; so what comes is held against what stands, index by index.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, UniqueConstraint, literal, select
from sqlalchemy.orm import Session

from coordinator.db.merging import local_rows, models_by_kind
from coordinator.db.models import Record
from coordinator.db.projecting import by_field, column_value, project
from coordinator.domain.merging.changes import Change, RecordKey
from coordinator.domain.merging.heads import by_record, heads

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class _Once:
    """Columns whose values may stand once together, among the rows a condition names."""

    columns: tuple[str, ...]
    among: ColumnElement[bool] | None


def standing_twice(
    session: Session, standing: Sequence[Change], coming: Sequence[Change]
) -> frozenset[UUID]:
    """Name the records whose coming changes would let something stand twice.

    Args:
        session: Of a look or an act.
        standing: The current changes of the records concerned.
        coming: What would be brought in of them.
    """
    known = {one.record for one in standing}
    left, gone = list(coming), set[UUID]()
    while found := _twice(session, known, [*standing, *left], {one.record for one in left}):
        gone |= found
        left = [one for one in left if one.record not in gone]
    return frozenset(gone)


def _twice(
    session: Session, known: set[UUID], changes: Iterable[Change], touched: set[UUID]
) -> set[UUID]:
    found: set[UUID] = set()
    models = models_by_kind()
    for kind, rules in _rules().items():
        records = {
            key: fields
            for key, fields in by_record(heads(one for one in changes if one.kind == kind)).items()
            if key.record in touched
        }
        if records:
            rows = _rows(session, models[kind], records)
            for rule in rules:
                found |= _breaking(session, models[kind], rule, rows, known)
    return found


def _rows(
    session: Session,
    model: type[Record],
    records: Mapping[RecordKey, Mapping[str, Sequence[Change]]],
) -> dict[UUID, Row]:
    """Give the rows as they would be."""
    local = local_rows(session, model, sorted(key.record for key in records))
    rows: dict[UUID, Row] = {}
    for key, fields in records.items():
        current = by_field(one for some in fields.values() for one in some)
        told = project(model, current, local.get(key.record, {}))
        values = {name: column_value(model, name, one) for name, one in told.values.items()}
        rows[key.record] = values | {"disputed": bool(told.disputed)}
    return rows


def _breaking(
    session: Session, model: type[Record], rule: _Once, rows: Mapping[UUID, Row], known: set[UUID]
) -> set[UUID]:
    table: Any = model.__table__
    found: set[UUID] = set()
    same: dict[tuple[Any, ...], list[UUID]] = {}
    for record, row in rows.items():
        values = tuple(row[name] for name in rule.columns)
        if None in values or not _is_among(session, table, rule, row):
            continue
        same.setdefault(values, []).append(record)
        there = select(table.c.id).where(
            *(table.c[name] == one for name, one in zip(rule.columns, values, strict=True)),
            table.c.id.not_in(list(rows)),
        )
        if rule.among is not None:
            there = there.where(rule.among)
        if session.execute(there.limit(1)).first() is not None:
            found.add(record)
    for records in same.values():
        others = [one for one in records if one not in found]
        if len(others) > 1:
            found |= set(others) - known or set(others)
    return found


def _is_among(session: Session, table: Any, rule: _Once, row: Row) -> bool:
    """Whether a row that is not written yet is one of those a condition names."""
    if rule.among is None:
        return True
    columns = [
        literal(row[name], table.c[name].type).label(name) for name in row if name in table.c
    ]
    asked = select(literal(1)).select_from(select(*columns).subquery()).where(rule.among)
    return session.execute(asked).first() is not None


@cache
def _rules() -> Mapping[str, tuple[_Once, ...]]:
    """Give what may stand once, by kind; kinds without are left out."""
    found: dict[str, tuple[_Once, ...]] = {}
    for kind, model in models_by_kind().items():
        table: Any = model.__table__
        rules = [
            _Once(
                tuple(column.name for column in index.columns),
                index.dialect_options["sqlite"]["where"],
            )
            for index in sorted(table.indexes, key=lambda one: str(one.name))
            if index.unique
        ]
        rules += [
            _Once(tuple(column.name for column in one.columns), None)
            for one in table.constraints
            if isinstance(one, UniqueConstraint)
        ]
        if rules:
            found[kind] = tuple(rules)
    return found
