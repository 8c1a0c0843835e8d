"""Collecting what a transaction changed, and writing it to the log once, before the commit.

Nobody calls the collector: it watches the session. A value that did not change, or that changed
and changed back, leaves no trace. Whatever else writes (importers, the demo, a merge) goes through
`append`.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session, UOWTransaction, aliased

from coordinator.db.appending import next_number
from coordinator.db.logging_rules import (
    is_worth_logging,
    logged_fields,
    logged_value,
    scope_of,
    value_of,
)
from coordinator.db.models import LoggedChange, Record, Replaced
from coordinator.domain.merging.changes import REMOVED, Change, Value, canonical

_MANY = 500  # records asked about at a time; SQLite's own limit on variables is far higher


class Written(NamedTuple):
    """One field of one record, as this transaction leaves it and as it found it."""

    record: Record
    field: str
    value: Value
    before: Value


@dataclass(slots=True)
class Collector:
    """Watches one session and remembers what each record was before its first write."""

    session: Session
    made: dict[UUID, Record] = field(default_factory=dict)
    _changed: dict[UUID, Record] = field(default_factory=dict)
    _before: dict[UUID, dict[str, Any]] = field(default_factory=dict)

    def watch(self) -> None:
        """Begin."""
        event.listen(self.session, "after_flush", self._note)

    def touched(self) -> Iterator[Record]:
        """Give every record written so far, new ones first."""
        yield from self.made.values()
        yield from self._changed.values()

    def written(self) -> list[Written]:
        """List the fields that differ from what the transaction found, records in order."""
        found = [w for record in self.made.values() for w in _of_new(record)]
        return [*found, *self.changed()]

    def changed(self) -> list[Written]:
        """List the fields of records that stood before, as `written` does."""
        return [w for record in self._changed.values() for w in self._of_changed(record)]

    def _note(self, session: Session, _flush: UOWTransaction) -> None:
        if any(isinstance(record, Record) for record in session.deleted):
            raise RuntimeError("a logged record is removed by its flag, never deleted")
        self.made.update({r.id: r for r in session.new if isinstance(r, Record)})
        dirty = [r for r in session.dirty if isinstance(r, Record) and r.id not in self.made]
        for record in sorted(dirty, key=lambda one: one.id):  # the session's order is by chance
            self._keep_first(record)

    def _keep_first(self, record: Record) -> None:
        before = self._before.setdefault(record.id, {})
        self._changed[record.id] = record
        for attribute in inspect(record).attrs:
            history = attribute.history
            if history.has_changes() and attribute.key not in before:
                before[attribute.key] = history.deleted[0] if history.deleted else None

    def _of_changed(self, record: Record) -> Iterator[Written]:
        now = _row(record)
        was = now | {k: logged_value(v) for k, v in self._before[record.id].items()}
        for name, columns in logged_fields(type(record)).items():
            if any(now[column] != was[column] for column in columns):
                model = type(record)
                yield Written(record, name, value_of(model, name, now), value_of(model, name, was))


def _of_new(record: Record) -> Iterator[Written]:
    row = _row(record)
    for name in logged_fields(type(record)):
        if is_worth_logging(type(record), name, row):
            yield Written(record, name, value_of(type(record), name, row), None)


def _row(record: Record) -> dict[str, Any]:
    return {a.key: logged_value(a.value) for a in inspect(record).attrs}


@dataclass(frozen=True, slots=True)
class Authorship:
    """Who makes the changes of one act, where and when; `salts` gives 16 random bytes a time."""

    author: UUID
    install: UUID
    panel: UUID
    act: UUID
    at: Any
    salts: Any


def make_changes(
    session: Session, written: Sequence[Written], by: Authorship, made: Iterable[UUID] = ()
) -> list[Change]:
    """Turn what was written into changes that name what they replace.

    Records in `made` are new, so nothing can have been said about them before.
    """
    new = set(made)
    heads = _Heads(session, [w for w in written if w.record.id not in new])
    first = next_number(session, by.install)
    return [
        Change(
            scope=scope_of(w.record, by.panel),
            record=w.record.id,
            kind=w.record.kind.value,
            field=w.field,
            value=w.value,
            author=by.author,
            install=by.install,
            number=number,
            made=by.at,
            act=by.act,
            salt=by.salts(16),
            replaces=heads.replaced_by(w),
        )
        for number, w in enumerate(written, first)
    ]


def read_change(row: LoggedChange, replaces: tuple[bytes, ...]) -> Change:
    """Give a row of the log back as the change it keeps."""
    return Change(
        scope=row.scope,
        record=row.record,
        kind=row.kind,
        field=row.field,
        value=json.loads(row.value or "null"),
        author=row.author,
        install=row.install,
        number=row.number,
        made=row.made,
        act=row.act,
        salt=row.salt,
        replaces=replaces,
    )


class _Heads:
    """The current changes of the fields that are being written, as the log has them."""

    def __init__(self, session: Session, written: Sequence[Written]) -> None:
        self._found: dict[UUID, list[LoggedChange]] = {}
        ids = sorted({w.record.id for w in written})
        fields = _asked(written)
        for start in range(0, len(ids), _MANY):
            for row in session.scalars(current_changes(ids[start : start + _MANY], fields)):
                self._found.setdefault(row.record, []).append(row)

    def replaced_by(self, written: Written) -> tuple[bytes, ...]:
        """List what this write replaces: what its author was shown, sorted.

        Where people disagree, an ordinary save replaces the value the form showed and leaves the
        other one standing. A removal names everything current.
        """
        rows = self._found.get(written.record.id, [])
        if written.field == REMOVED and written.value is True:
            return tuple(sorted(row.id for row in rows))
        heads = [row for row in rows if row.field == written.field]
        shown = [row for row in heads if row.value == canonical(written.before)]
        is_sure = shown or len(heads) == 1
        return tuple(sorted(row.id for row in (shown or heads))) if is_sure else ()


def _asked(written: Sequence[Written]) -> frozenset[str]:
    """Name the fields to ask about; none means all, which only a removal needs."""
    if any(w.field == REMOVED for w in written):
        return frozenset()
    return frozenset(w.field for w in written)


def current_changes(records: Sequence[UUID], fields: Collection[str] = ()) -> Any:
    """Select the changes of some records that nothing replaces; of some fields, or of all.

    The conditions on scope, record, kind and field are security: without them a change could hide
    a value elsewhere by naming its id.
    """
    newer = aliased(LoggedChange)
    at_its_place = (
        select(newer.id)
        .where(
            newer.id == Replaced.new,
            newer.scope == LoggedChange.scope,
            newer.record == LoggedChange.record,
            newer.kind == LoggedChange.kind,
            newer.field == LoggedChange.field,
        )
        .correlate(LoggedChange, Replaced)
        .exists()
    )
    # One question inside the other, or SQLite looks through all there is about the person for
    # every change instead of at the few that name it.
    replaced = select(Replaced.old).where(Replaced.old == LoggedChange.id, at_its_place)
    found = select(LoggedChange).where(LoggedChange.record.in_(records), ~replaced.exists())
    return found.where(LoggedChange.field.in_(sorted(fields))) if fields else found
