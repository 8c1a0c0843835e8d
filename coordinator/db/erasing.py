"""Taking everything about one person out of the store, so that the log and the journal still hold.

Rows, changes, search words, drafts and journal text of the person go; what others hold keeps
standing, without its tie to them (`untying`). The chain keeps the ids of the changes that went and
the hashes of the texts that went: the entry of the erasure says which entries lost something.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, func, select, text, update
from sqlalchemy.orm import Session

from coordinator.db.changelog import Authorship
from coordinator.db.journal import change_ids
from coordinator.db.merging import Merged, bring_in, models_by_kind
from coordinator.db.models import (
    Act,
    ChangeRow,
    Dispute,
    Draft,
    Granted,
    HeldBack,
    LoggedChange,
    PackMade,
    Record,
    Replaced,
    Scope,
    SearchText,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.db.schema import GUARDS
from coordinator.db.search import rebuild_index
from coordinator.db.untying import Ties, ids_in, rows_naming, ties_to, written_anew
from coordinator.db.whose import Gone, find_all_of
from coordinator.domain.errors import GuardError

_MANY = 500
T = TypeVar("T")
_DOWN = {"change_row": "change_is_kept", "replaced": "replaced_is_kept"}


@dataclass(frozen=True, slots=True)
class Erased:
    """What went, and what was written in the place of ties others had to it.

    Attributes:
        rows: Of tables.
        entries: Numbers of the journal's entries that lost their text, changes, or both.
        merged: What was written anew, and everything that was touched.
    """

    rows: int
    changes: int
    entries: tuple[int, ...]
    merged: Merged


def erase_person(session: Session, person: UUID, by: Authorship) -> Erased:
    """Take one person out, inside the transaction of whoever erases.

    Args:
        session: The transaction's.
        person: Who; nobody's who is not on file.
        by: Whose act it is: the ties of others are written anew in their name.

    Raises:
        GuardError: `erasing-tangled`: something of somebody else cannot stand without what is to
            go; `erasing-incomplete`: something would be left.
    """
    session.flush()
    connection = session.connection()
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    gone = find_all_of(session, person)
    ties = ties_to(session, gone)
    new = written_anew(session, ties, gone, by)
    with log_open(connection):
        dropped = _drop_changes(connection, gone, ties)
    merged = bring_in(session, new(session))
    entries = _blank(session, gone, dropped)
    _drop_local(session, gone)
    rows = _drop_rows(connection, gone)
    rebuild_index(connection)
    session.expire_all()
    _check_nothing_left(session, gone)
    kinds = frozenset(model.kind.value for model in gone.records) | merged.kinds
    told = Merged(merged.new, merged.records | gone.ids, kinds)
    return Erased(rows, len(dropped), entries, told)


@contextmanager
def log_open(connection: Connection) -> Iterator[None]:
    """Let entries of the log be removed; what forbids it stands again before anything else."""
    for name in _DOWN.values():
        connection.execute(text(f"DROP TRIGGER {name}"))
    yield
    for guard in GUARDS:
        if any(f" {name} " in guard for name in _DOWN.values()):
            connection.execute(text(guard))


def _drop_changes(connection: Connection, gone: Gone, ties: Ties) -> frozenset[bytes]:
    found: dict[int, bytes] = {}
    rows = _table(ChangeRow)
    own = select(rows.c.key, rows.c.id).join(Scope, Scope.key == rows.c.scope_key)
    found.update(_pairs(connection.execute(own.where(Scope.id == gone.person))))
    for some in in_pieces(gone.ids | ties.stripped.keys()):
        query = select(rows.c.key, rows.c.id).where(rows.c.record.in_(some))
        found.update(_pairs(connection.execute(query)))
    found.update(ties.tainted)
    for keys in _pieces(list(found)):
        connection.execute(delete(rows).where(rows.c.key.in_(keys)))
    for ids in _pieces(list(found.values())):
        connection.execute(delete(_table(Replaced)).where(Replaced.new.in_(ids)))
    connection.execute(delete(_table(Scope)).where(Scope.id == gone.person))
    return frozenset(found.values())


def _pairs(rows: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    yield from ((key, id_) for key, id_ in rows)


def _blank(session: Session, gone: Gone, dropped: frozenset[bytes]) -> tuple[int, ...]:
    """Take the text out of what the journal says about the person; give the entries concerned.

    An entry about several people keeps whom and what it was about, unless somebody gave a reason:
    nobody can tell whom that names.
    """
    columns = (Act.number, Act.scope, Act.record, Act.reason, Act.salt, Act.changes)
    touched, blank = [], []
    for number, scope, record, reason, salt, changes in session.execute(select(*columns)):
        has_lost = not dropped.isdisjoint(change_ids(changes))
        is_theirs = scope == gone.person or record in gone.ids
        if has_lost or is_theirs:
            touched.append(number)
            if salt is not None and (is_theirs or reason):
                blank.append(number)
    nothing = {"scope": None, "record": None, "reason": "", "salt": None}
    table = _table(Act)
    if blank:
        wanted = update(table).where(table.c.number == bindparam("which")).values(nothing)
        session.connection().execute(wanted, [{"which": number} for number in blank])
    return tuple(sorted(touched))


def _drop_local(session: Session, gone: Gone) -> None:
    """Remove what belongs to this store alone: search words, drafts, disputes, what was held."""
    connection = session.connection()
    for model in (SearchText, Dispute):
        connection.execute(delete(_table(model)).where(model.scope == gone.person))
        for some in in_pieces(gone.ids):
            connection.execute(delete(_table(model)).where(model.record.in_(some)))
    for held in session.scalars(select(HeldBack)).all():
        if ids_in(held.body) & gone.ids:
            connection.execute(delete(_table(HeldBack)).where(HeldBack.id == held.id))
    for draft in session.scalars(select(Draft)).all():
        if draft.record in gone.ids or ids_in(draft.values) & gone.ids or gone.names(draft.values):
            session.delete(draft)
    _drop_sent(session, gone)
    session.flush()


def _drop_sent(session: Session, gone: Gone) -> None:
    """Forget who was given the person and in which packs; the packs themselves stay listed."""
    session.connection().execute(delete(_table(Granted)).where(Granted.person_id == gone.person))
    for made in session.scalars(select(PackMade)).all():
        made.people = [one for one in made.people if not ids_in(one) & gone.ids]


def _drop_rows(connection: Connection, gone: Gone) -> int:
    count = 0
    for model in reversed([*models_by_kind().values()]):
        table = _table(model)
        for some in in_pieces(gone.records.get(model, frozenset())):
            done = connection.execute(delete(table).where(table.c.id.in_(some)))
            count += done.rowcount
    return count


def _check_nothing_left(session: Session, gone: Gone) -> None:
    """Fail closed: whatever a mistake would leave takes the whole erasure back.

    Raises:
        GuardError: `erasing-incomplete`.
    """
    connection = session.connection()
    left = connection.execute(text("PRAGMA foreign_key_check")).fetchone() is not None
    left = left or _count(connection, Scope.__table__, Scope.id == gone.person)
    left = left or _count(connection, LoggedChange.__table__, LoggedChange.scope == gone.person)
    for some in in_pieces(gone.ids):
        for told in map(_table, (LoggedChange, SearchText, Dispute, Act)):
            left = left or _count(connection, told, told.c.record.in_(some))
    for model, ids in gone.records.items():
        left = left or _is_any(connection, model, ids)
    if left or next(rows_naming(session, gone), None) is not None:
        raise GuardError("erasing-incomplete")


def _is_any(connection: Connection, model: type[Record], ids: Collection[UUID]) -> bool:
    return any(
        _count(connection, model.__table__, model.__table__.c.id.in_(some))
        for some in in_pieces(ids)
    )


def _count(connection: Connection, table: Any, where: Any) -> bool:
    query = select(func.count()).select_from(table).where(where)
    return bool(connection.scalar(query))


def _pieces(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), _MANY):
        yield items[start : start + _MANY]


def _table(model: type[Any]) -> Any:
    """Give the table under a model: what is written here goes past the log on purpose."""
    return model.__table__
