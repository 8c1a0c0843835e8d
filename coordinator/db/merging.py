"""Bringing changes from elsewhere into the store: the log first, then the rows it makes.

Import is insertion. What nothing replaces is current; a row follows its current changes, and where
people disagree it keeps the local value and the field is listed as disputed. Nothing here is
logged a second time.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func, insert, select, text, update
from sqlalchemy.orm import Session

from coordinator.db import search
from coordinator.db.appending import append
from coordinator.db.changelog import current_changes, read_change
from coordinator.db.logging_rules import logged_fields, logged_value
from coordinator.db.models import ChangeRow, Dispute, LoggedChange, Record, Replaced
from coordinator.db.projecting import Projection, by_field, column_value, project
from coordinator.domain.errors import ChangeDamagedError
from coordinator.domain.merging.changes import Change, RecordKey
from coordinator.domain.merging.heads import heads

_MANY = 500


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of bringing changes in: those that were new here, and the records they touched."""

    new: tuple[Change, ...]
    records: frozenset[UUID]
    kinds: frozenset[str]


def bring_in(session: Session, changes: Iterable[Change]) -> Merged:
    """Add the changes the store does not have yet, and follow them in its rows.

    Order, repeats and losses do not matter. Who may write what was decided before
    (`domain.merging.receiving`); nothing is refused here but what nobody can know.

    Raises:
        ChangeDamagedError: A `kind` or a `field` this program does not know; nothing was written.
    """
    new = _unknown(session, changes)
    if not new:
        return Merged((), frozenset(), frozenset())
    models = models_by_kind()
    for change in new:
        _check_known(models, change)
    session.flush()
    session.execute(text("PRAGMA defer_foreign_keys = ON"))  # parents may come after children
    touched: dict[str, set[UUID]] = {}
    for change in new:
        touched.setdefault(change.kind, set()).add(change.record)
    revisions = _revisions(session, models, touched)
    begun = _begun(session, new, revisions)
    append(session, new, {change.record: revisions.get(change.record, 0) + 1 for change in new})
    for kind in [kind for kind in models if kind in touched]:
        _follow(session, models[kind], touched[kind] - begun.keys())
        _begin(session, models[kind], touched[kind] & begun.keys(), begun)
    session.expire_all()
    records = frozenset(change.record for change in new)
    return Merged(tuple(new), records, frozenset(change.kind for change in new))


def follow_again(session: Session, kinds: Mapping[UUID, str]) -> None:
    """Write the rows of some records anew from the log, by the record and the name of its kind."""
    for kind, model in models_by_kind().items():
        _follow(session, model, [one for one, name in kinds.items() if name == kind])


def review_disputes(session: Session, written: Iterable[Change]) -> None:
    """List again what is disputed in the records an act wrote to, where something was.

    Only a change that replaces others can end a disagreement. The rows are not touched but for
    their `disputed` mark: an act has already written them.
    """
    kinds = {change.record: change.kind for change in written if change.replaces}
    models = models_by_kind() if kinds else {}
    for some in _pieces(sorted(kinds)):
        listed = select(Dispute.record).where(Dispute.record.in_(some)).distinct()
        for record in session.scalars(listed).all():
            _review(session, models[kinds[record]], record)


def _review(session: Session, model: type[Record], record: UUID) -> None:
    current = current_of(session, [record])
    rows = local_rows(session, model, [record])
    told = project(model, by_field(current[record]), rows[record])
    _note_disputes(session, model, current, {record: told})
    if hasattr(model, "disputed"):
        table = model.__table__
        mark = update(table).where(table.c.id == record)  # type: ignore[arg-type]
        session.execute(mark.values(disputed=bool(told.disputed)))


@cache
def models_by_kind() -> Mapping[str, type[Record]]:
    """Give the kinds of record, parents before children; asked once for each change of a pack."""
    by_table = {
        mapper.local_table: mapper.class_
        for mapper in Record.registry.mappers
        if issubclass(mapper.class_, Record)
    }
    ordered = Record.metadata.sorted_tables
    found = {by_table[t].kind.value: by_table[t] for t in ordered if t in by_table}
    return MappingProxyType(found)


def _check_known(models: Mapping[str, type[Record]], change: Change) -> None:
    model = models.get(change.kind)
    if model is None:
        raise ChangeDamagedError("kind")
    if change.field not in logged_fields(model):
        raise ChangeDamagedError("field")


def _unknown(session: Session, changes: Iterable[Change]) -> list[Change]:
    wanted = {change.id: change for change in changes}
    for some in _pieces(list(wanted)):
        for known in session.scalars(select(LoggedChange.id).where(LoggedChange.id.in_(some))):
            del wanted[known]
    return list(wanted.values())


def _revisions(
    session: Session, models: Mapping[str, type[Record]], touched: Mapping[str, Iterable[UUID]]
) -> dict[UUID, int]:
    """Give the revision of each record that has a row: a form filled before must notice."""
    found: dict[UUID, int] = {}
    for kind, records in touched.items():
        table = models[kind].__table__
        for some in _pieces(sorted(records)):
            rows = session.execute(
                select(table.c.id, table.c.revision).where(table.c.id.in_(some))
            )
            found.update((record, revision) for record, revision in rows)
    return found


def _begun(
    session: Session, new: Sequence[Change], standing: Collection[UUID]
) -> dict[UUID, list[Change]]:
    """Give the current changes of the records that begin here: neither in the log nor in a table.

    All there is to know of those was just brought: they need not be read back.
    """
    known = {*standing}
    for some in _pieces(sorted({change.record for change in new} - known)):
        logged = select(ChangeRow.record).where(ChangeRow.record.in_(some)).distinct()
        known.update(session.scalars(logged))
    first = [change for change in new if change.record not in known]
    homes: dict[UUID, RecordKey] = {}
    for change in first:
        homes.setdefault(change.record, change.key)
    found: dict[UUID, list[Change]] = {}
    for place, current in heads(first).items():
        if place.key == homes[place.record]:
            found.setdefault(place.record, []).extend(current)
    return found


def _follow(session: Session, model: type[Record], records: Collection[UUID]) -> None:
    """Write the rows of records that may have been here before, as the log says now."""
    for some in _pieces(sorted(records)):
        current = current_of(session, some)
        _write(session, model, some, current, local_rows(session, model, some))


def _begin(
    session: Session,
    model: type[Record],
    records: Collection[UUID],
    begun: Mapping[UUID, Sequence[Change]],
) -> None:
    """Write the first rows of records that begin with what was just brought."""
    for some in _pieces(sorted(records)):
        _write(session, model, some, begun, {})


def _write(
    session: Session,
    model: type[Record],
    records: Sequence[UUID],
    current: Mapping[UUID, Sequence[Change]],
    rows: Mapping[UUID, Mapping[str, Any]],
) -> None:
    """Let rows, disagreements and words say what is current."""
    told = {
        record: project(model, by_field(current.get(record, ())), rows.get(record, {}))
        for record in records
    }
    values = {record: _values(model, one) for record, one in told.items()}
    _write_rows(session, model, rows, values)
    _note_disputes(session, model, current, told)
    whole = ({**one, "id": record} for record, one in values.items())
    search.keep_words_of(session, model, whole)


def current_of(session: Session, records: Sequence[UUID]) -> dict[UUID, list[Change]]:
    """Give the current changes of some records, as far as they were made where the record is.

    A change that names a record of another person, or one of another kind, says nothing about it.
    """
    homes = _homes(session, records)
    rows = list(session.scalars(current_changes(records)))
    named = replaced_by(session, [row.id for row in rows])
    found: dict[UUID, list[Change]] = {}
    for row in rows:
        if (row.scope, row.kind) == homes[row.record]:
            change = read_change(row, named.get(row.id, ()))
            found.setdefault(row.record, []).append(change)
    return found


def _homes(session: Session, records: Sequence[UUID]) -> dict[UUID, tuple[UUID, str]]:
    """Say whose each record is and of which kind: as the first that was ever written of it."""
    first = (
        select(func.min(LoggedChange.key))
        .where(LoggedChange.record.in_(records))
        .group_by(LoggedChange.record)
    )
    rows = select(LoggedChange.record, LoggedChange.scope, LoggedChange.kind)
    found = session.execute(rows.where(LoggedChange.key.in_(first)))
    return {record: (scope, kind) for record, scope, kind in found}


def replaced_by(session: Session, ids: Sequence[bytes]) -> dict[bytes, tuple[bytes, ...]]:
    """Give, for these changes, the ids of what each replaces, sorted."""
    found: dict[bytes, list[bytes]] = {}
    for some in _pieces(ids):
        pairs = select(Replaced.new, Replaced.old).where(Replaced.new.in_(some))
        for new, old in session.execute(pairs.order_by(Replaced.old)):
            found.setdefault(new, []).append(old)
    return {new: tuple(old) for new, old in found.items()}


def local_rows(
    session: Session, model: type[Record], records: Sequence[UUID]
) -> dict[UUID, dict[str, Any]]:
    """Give the logged values of the rows that are there, their revisions among them."""
    columns = model.__mapper__.column_attrs.keys()
    query = select(model).where(model.id.in_(records)).execution_options(with_removed=True)
    return {
        row.id: {column: logged_value(getattr(row, column)) for column in columns}
        for row in session.scalars(query)
    }


def _write_rows(
    session: Session,
    model: type[Record],
    rows: Mapping[UUID, Mapping[str, Any]],
    told: Mapping[UUID, Mapping[str, Any]],
) -> None:
    new, changed = [], []
    for record, values in told.items():
        if record in rows:
            revision = rows[record]["revision"] + 1
            changed.append({f"new_{name}": value for name, value in values.items()})
            changed[-1] |= {"new_revision": revision, "record": record}
        else:
            new.append({**values, "id": record, "revision": 1})
    table = model.__table__
    if changed and hasattr(model, "disputed"):
        # What may stand only once is put aside first: one that ends and the next that begins
        # may come in any order.
        aside = update(table).where(table.c.id.in_([one["record"] for one in changed]))  # type: ignore[arg-type]
        session.execute(aside.values(disputed=True))
    if new:
        session.execute(insert(table), new)  # type: ignore[arg-type]
    if changed:
        names = [name for name in changed[0] if name != "record"]
        setting: dict[str, Any] = {name.removeprefix("new_"): bindparam(name) for name in names}
        session.execute(
            update(table).where(table.c.id == bindparam("record")).values(setting),  # type: ignore[arg-type]
            changed,
        )


def _values(model: type[Record], projection: Projection) -> dict[str, Any]:
    values = {name: column_value(model, name, value) for name, value in projection.values.items()}
    if hasattr(model, "disputed"):
        values["disputed"] = bool(projection.disputed)
    return values


def _note_disputes(
    session: Session,
    model: type[Record],
    current: Mapping[UUID, Sequence[Change]],
    told: Mapping[UUID, Projection],
) -> None:
    session.execute(delete(Dispute).where(Dispute.record.in_(list(told))))
    rows = [
        {
            "record": record,
            "field": field,
            "kind": model.kind.value,
            "scope": current[record][0].scope,
        }
        for record, projection in told.items()
        for field in sorted(projection.disputed)
    ]
    if rows:
        session.execute(insert(Dispute), rows)


def _pieces(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    for start in range(0, len(items), _MANY):
        yield items[start : start + _MANY]
