"""What of the change log can stand by itself somewhere else: records that have all they need.

A part of the log travels to a store of its own. A record whose first words stayed behind, or that
names one that did, would break that store: it stays behind, too, and so does what hangs on it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from coordinator.db.changelog import read_change
from coordinator.db.logging_rules import defaults, logged_fields
from coordinator.db.merging import models_by_kind, replaced_by
from coordinator.db.models import ChangeRow, LoggedChange, Record, Scope
from coordinator.db.projecting import project
from coordinator.domain.merging.changes import Change, RecordKey
from coordinator.domain.merging.heads import by_record, heads

_MANY = 500


def changes_of(session: Session, scope: UUID) -> list[Change]:
    """Give every change of one scope, in the order they were written."""
    rows = list(
        session.scalars(
            select(LoggedChange).where(LoggedChange.scope == scope).order_by(LoggedChange.key)
        )
    )
    return _read(session, rows)


def changes_by(session: Session, author: UUID) -> list[Change]:
    """Give every change one professional made, on whatever install, in the order of writing."""
    wanted = select(LoggedChange).where(LoggedChange.author == author)
    return _read(session, list(session.scalars(wanted.order_by(LoggedChange.key))))


def scopes_in_log(session: Session) -> list[UUID]:
    """Give everybody (and the panel) of whom there is a change."""
    used = select(ChangeRow.scope_key).distinct()
    return sorted(session.scalars(select(Scope.id).where(Scope.key.in_(used))))


def homes_of(session: Session, records: Collection[UUID]) -> dict[UUID, RecordKey]:
    """Say whose records are and of which kind, as the first that was written of each says."""
    found: dict[UUID, RecordKey] = {}
    wanted = sorted(set(records))
    for start in range(0, len(wanted), _MANY):
        some = LoggedChange.record.in_(wanted[start : start + _MANY])
        rows = select(LoggedChange.record, LoggedChange.scope, LoggedChange.kind).where(some)
        for record, scope, kind in session.execute(rows.order_by(LoggedChange.key)):
            found.setdefault(record, RecordKey(scope, record, kind))
    return found


def _read(session: Session, rows: Sequence[LoggedChange]) -> list[Change]:
    replaced = replaced_by(session, [row.id for row in rows])
    return [read_change(row, replaced.get(row.id, ())) for row in rows]


def standing_whole(
    changes: Iterable[Change], beside: Collection[UUID], fall_with: Collection[str] = ()
) -> list[Change]:
    """Choose the changes whose records can stand where only these and `beside` are.

    Args:
        changes: Of known kinds and fields, each record of one kind and scope.
        beside: Ids of records that are there already.
        fall_with: Kinds that stay away whole as soon as anything they name does; of others, a
            field of its own that names what is not there stays away alone.

    Returns:
        The changes that can stand, in their order.
    """
    left = list(changes)
    while gone := _falling(left, beside, fall_with):
        left = [one for one in left if not _falls(one, gone)]
    return left


def standing_beside(
    fixed: Sequence[Change], mine: Iterable[Change], beside: Collection[UUID]
) -> list[Change]:
    """Choose those of `mine` that can stand together with what stands already.

    Args:
        fixed: What stands of the same records, whole by itself.
        mine: What is to be added.
        beside: Ids of other records that are there.
    """
    left = list(mine)
    while gone := _falling([*fixed, *left], beside, ()):
        fewer = [one for one in left if not _falls(one, gone)]
        if len(fewer) == len(left):
            break  # what falls does so without ours
        left = fewer
    return left


def _falls(change: Change, gone: Collection[tuple[UUID, str]]) -> bool:
    return (change.record, change.field) in gone or (change.record, _ALL) in gone


def _falling(
    changes: Sequence[Change], beside: Collection[UUID], fall_with: Collection[str]
) -> set[tuple[UUID, str]]:
    """Name the records, and the fields of records, that cannot stand among these."""
    records = by_record(heads(changes))
    there = {*beside, *(key.record for key in records)}
    models = models_by_kind()
    return {
        (key.record, name)
        for key, fields in records.items()
        for name in _cannot_stand(models[key.kind], fields, there, fall_with)
    }


_ALL = ""


def _cannot_stand(
    model: type[Record],
    fields: Mapping[str, Sequence[Change]],
    there: Collection[UUID],
    fall_with: Collection[str],
) -> set[str]:
    """Name the fields of a record that cannot stand; all of it is an empty name."""
    told = project(model, fields, {}).values
    if any(told.get(name) is None for name in _needed(model)):
        return {_ALL}
    broken = {
        column for column in _naming(model) if told[column] and UUID(told[column]) not in there
    }
    if not broken:
        return broken
    alone = {name for name, columns in logged_fields(model).items() if len(columns) == 1}
    if broken - alone or broken & _needed(model) or model.kind in fall_with:
        return {_ALL}
    return broken


@cache
def _needed(model: type[Record]) -> frozenset[str]:
    """Name the columns that must say something and say nothing by themselves."""
    usual: Mapping[str, Any] = defaults(model)
    known = inspect(model).columns
    return frozenset(
        name
        for name in _columns(model)
        if name != "removed" and not known[name].nullable and usual[name] is None
    )


@cache
def _naming(model: type[Record]) -> frozenset[str]:
    """Name the columns that tie a record to another."""
    columns = inspect(model).columns
    return frozenset(name for name in _columns(model) if columns[name].foreign_keys)


def _columns(model: type[Record]) -> set[str]:
    return {name for names in logged_fields(model).values() for name in names}
