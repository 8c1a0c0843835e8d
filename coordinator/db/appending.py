"""Writing changes to the log: the only door to it.

What many changes share (whose they are, which field, who wrote them when) is kept once and named
by short numbers; `LoggedChange` puts it together again for whoever reads.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from coordinator.db.models import ChangeRow, FieldName, Origin, Replaced, Scope
from coordinator.domain.merging.changes import Change, canonical

_MANY = 500  # ids asked about at a time


class _Source(NamedTuple):
    """Who wrote a change, where, in which act and when."""

    act: UUID
    author: UUID
    install: UUID
    made: Any


class _Keys(NamedTuple):
    """The short numbers of what these changes share."""

    scopes: Mapping[UUID, int]
    names: Mapping[tuple[str, str], int]
    sources: Mapping[_Source, int]


def append(
    session: Session, changes: Sequence[Change], revisions: Mapping[UUID, int] | None = None
) -> None:
    """Write changes to the log.

    Args:
        session: The transaction's.
        changes: In the order of their numbers.
        revisions: Of the records, as this write leaves them; 0 where it is not said.
    """
    if not changes:
        return
    at = revisions or {}
    keys = _Keys(
        _scope_keys(session, {change.scope for change in changes}),
        _name_keys(session, {(change.kind, change.field) for change in changes}),
        _source_keys(session, changes),
    )
    rows = [_row(change, keys, at.get(change.record, 0)) for change in changes]
    session.connection().execute(insert(ChangeRow), rows)
    pairs = [{"old": old, "new": c.id} for c in changes for old in c.replaces]
    if pairs:
        session.connection().execute(insert(Replaced), pairs)


def next_number(session: Session, install: UUID) -> int:
    """Give the number the next change of an install gets; numbers begin at 1 and have no gaps."""
    last = select(func.max(Origin.last_number)).where(Origin.install == install)
    return (session.scalar(last) or 0) + 1


def _row(change: Change, keys: _Keys, revision: int) -> dict[str, Any]:
    return {
        "id": change.id,
        "scope_key": keys.scopes[change.scope],
        "record": change.record,
        "name_key": keys.names[change.kind, change.field],
        "value": canonical(change.value),
        "origin_key": keys.sources[_source(change)],
        "number": change.number,
        "salt": change.salt,
        "revision": revision,
    }


def _scope_keys(session: Session, wanted: set[UUID]) -> dict[UUID, int]:
    known = _known_scopes(session, wanted)
    new = sorted(wanted - known.keys())
    if new:
        session.connection().execute(insert(Scope), [{"id": scope} for scope in new])
        known |= _known_scopes(session, new)
    return known


def _known_scopes(session: Session, wanted: Iterable[UUID]) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    for some in _pieces(sorted(wanted)):
        rows = session.execute(select(Scope.id, Scope.key).where(Scope.id.in_(some)))
        found.update({row.id: row.key for row in rows})
    return found


def _name_keys(session: Session, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    known = _known_names(session, wanted)
    new = [{"kind": kind, "field": field} for kind, field in sorted(wanted - known.keys())]
    if new:
        session.connection().execute(insert(FieldName), new)
        known = _known_names(session, wanted)
    return known


def _known_names(
    session: Session, wanted: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], int]:
    kinds = sorted({kind for kind, _ in wanted})
    rows = session.execute(
        select(FieldName.kind, FieldName.field, FieldName.key).where(FieldName.kind.in_(kinds))
    )
    return {(kind, field): key for kind, field, key in rows}


def _source_keys(session: Session, changes: Sequence[Change]) -> dict[_Source, int]:
    """Find or make the origin of each change, and keep the highest number each has."""
    highest: dict[_Source, int] = {}
    for change in changes:
        source = _source(change)
        highest[source] = max(highest.get(source, 0), change.number)
    known = _known_sources(session, highest)
    for source, (key, last) in known.items():
        if highest[source] > last:
            mine = update(Origin).where(Origin.key == key)
            session.execute(mine.values(last_number=highest[source]))
    new = [s._asdict() | {"last_number": n} for s, n in highest.items() if s not in known]
    if new:
        session.connection().execute(insert(Origin), new)
        known = _known_sources(session, highest)
    return {source: key for source, (key, _last) in known.items()}


def _known_sources(
    session: Session, wanted: Mapping[_Source, int]
) -> dict[_Source, tuple[int, int]]:
    found: dict[_Source, tuple[int, int]] = {}
    for some in _pieces(sorted({source.act for source in wanted})):
        for origin in session.execute(select(Origin.__table__).where(Origin.act.in_(some))):
            source = _Source(origin.act, origin.author, origin.install, origin.made)
            if source in wanted:
                found[source] = (origin.key, origin.last_number)
    return found


def _source(change: Change) -> _Source:
    return _Source(change.act, change.author, change.install, change.made)


def _pieces(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(items), _MANY):
        yield items[start : start + _MANY]
