"""Making the log hold exactly these changes: a part of a panel's log that somebody was given anew.

A store away from the panel holds what its newest pack brought and its own work, nothing else. What
is in neither goes as an erasure goes: rows, changes, search words, drafts and journal text.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, select, text, update
from sqlalchemy.orm import Session

from coordinator.db.called import words_of
from coordinator.db.erasing import log_open
from coordinator.db.journal import change_ids
from coordinator.db.merging import Merged, bring_in, follow_again, models_by_kind
from coordinator.db.models import (
    Act,
    ChangeRow,
    Dispute,
    Draft,
    LoggedChange,
    Person,
    Replaced,
    Scope,
    SearchText,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.db.search import rebuild_index
from coordinator.db.untying import ids_in
from coordinator.domain.merging.changes import Change, ChangeId

_MANY = 500


@dataclass(frozen=True, slots=True)
class Replacement:
    """What came of it.

    Attributes:
        entries: Numbers of the journal's entries that lost changes, text, or both.
        dropped: How many changes went.
        merged: What was new, and every record that was touched.
    """

    entries: tuple[int, ...]
    dropped: int
    merged: Merged


@dataclass(frozen=True, slots=True)
class _Going:
    """What goes: changes by their key in the log, and records and people nothing is left of."""

    changes: Mapping[int, ChangeId]
    kinds: Mapping[UUID, str]
    records: frozenset[UUID]
    scopes: frozenset[UUID]
    words: tuple[str, ...]


def hold_exactly(session: Session, wanted: Sequence[Change]) -> Replacement:
    """Let the log hold these changes and no others; rows, search and journal follow.

    Args:
        session: The transaction's.
        wanted: Everything, whether it is there already or not; whole enough to stand
            (`carrying.standing_whole`).

    Raises:
        ChangeDamagedError: A kind or a field this program does not know.
    """
    session.flush()
    connection = session.connection()
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    going = _going(session, {change.id for change in wanted}, wanted)
    _drop_changes(connection, going)
    _drop_rows(connection, going)
    entries = _blank(session, going)
    _drop_local(session, going)
    session.expire_all()
    merged = bring_in(session, wanted)
    left = {one: kind for one, kind in going.kinds.items() if one not in going.records}
    follow_again(session, left)
    if going.changes:
        rebuild_index(connection)
    session.expire_all()
    kinds = merged.kinds | frozenset(going.kinds.values())
    told = Merged(merged.new, merged.records | going.kinds.keys(), kinds)
    return Replacement(entries, len(going.changes), told)


def _going(session: Session, ids: Collection[ChangeId], wanted: Iterable[Change]) -> _Going:
    rows = select(
        LoggedChange.key,
        LoggedChange.id,
        LoggedChange.scope,
        LoggedChange.record,
        LoggedChange.kind,
    )
    changes: dict[int, ChangeId] = {}
    kinds: dict[UUID, str] = {}
    scopes: set[UUID] = set()
    records = {change.record for change in wanted}
    stay = {change.scope for change in wanted}
    for key, id_, scope, record, kind in session.execute(rows):
        if id_ in ids:
            records.add(record)
            stay.add(scope)
            continue
        changes[key] = id_
        kinds[record] = kind
        scopes.add(scope)
    gone = frozenset(scopes - stay)
    people = [one for one in gone if session.get(Person, one, execution_options=_ALL)]
    words = tuple(word for one in people for word in words_of(session, one))
    return _Going(changes, kinds, frozenset(kinds.keys() - records), gone, words)


_ALL = {"with_removed": True, "with_held_back": True}


def _drop_changes(connection: Connection, going: _Going) -> None:
    rows, replaced = _table(ChangeRow), _table(Replaced)
    with log_open(connection):
        for keys in _pieces(list(going.changes)):
            connection.execute(delete(rows).where(rows.c.key.in_(keys)))
        for ids in _pieces(list(going.changes.values())):
            connection.execute(delete(replaced).where(replaced.c.new.in_(ids)))
        for some in in_pieces(going.scopes):
            connection.execute(delete(_table(Scope)).where(Scope.id.in_(some)))


def _drop_rows(connection: Connection, going: _Going) -> None:
    for kind, model in reversed([*models_by_kind().items()]):
        mine = [one for one in going.records if going.kinds[one] == kind]
        for some in in_pieces(mine):
            table = _table(model)
            connection.execute(delete(table).where(table.c.id.in_(some)))


def _blank(session: Session, going: _Going) -> tuple[int, ...]:
    """Take the text out of what the journal says of whoever went; give the entries concerned."""
    lost = set(going.changes.values())
    if not lost:
        return ()
    columns = (Act.number, Act.scope, Act.record, Act.salt, Act.changes)
    touched, blank = [], []
    for number, scope, record, salt, changes in session.execute(select(*columns)):
        is_theirs = scope in going.scopes or record in going.records
        if is_theirs or not lost.isdisjoint(change_ids(changes)):
            touched.append(number)
            if salt is not None:
                blank.append(number)
    table = _table(Act)
    nothing = {"scope": None, "record": None, "reason": "", "salt": None}
    if blank:
        wanted = update(table).where(table.c.number == bindparam("which")).values(nothing)
        session.connection().execute(wanted, [{"which": number} for number in blank])
    return tuple(sorted(touched))


def _drop_local(session: Session, going: _Going) -> None:
    connection = session.connection()
    for model in (SearchText, Dispute):
        table = _table(model)
        for some in in_pieces(going.scopes):
            connection.execute(delete(table).where(table.c.scope.in_(some)))
        for some in in_pieces(going.records):
            connection.execute(delete(table).where(table.c.record.in_(some)))
    for draft in session.scalars(select(Draft)).all():
        told = str(draft.values).lower()
        if (
            draft.record in going.records
            or ids_in(draft.values) & going.records
            or any(word in told for word in going.words)
        ):
            session.delete(draft)
    session.flush()


def _pieces(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(items), _MANY):
        yield items[start : start + _MANY]


def _table(model: type[Any]) -> Any:
    """Give the table under a model: what is written here goes past the log on purpose."""
    return model.__table__
