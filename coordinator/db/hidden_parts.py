"""The parts of entries that a narrowed look leaves blank: in one place, for every read there is.

A record is blanked as it is loaded, and it is never written from there: a narrowed look is on the
connection that only reads, and a blank is no change. What is asked for column by column goes
through `as_seen`.
"""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, event, inspect, literal, select
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.orm.attributes import set_committed_value

from coordinator.db.models import FieldGuard, OutreachLine, Record
from coordinator.domain.need_to_know.field_guards import (
    GOES_WITH,
    GUARDABLE,
    TELLS_WHERE,
    Guarded,
    in_force,
    kept_from,
)
from coordinator.domain.states import Sensitivity

_ALL, _KEPT = "guarded parts", "kept parts"
_NOTHING: Mapping[UUID, frozenset[str]] = {}


def guarded_parts(session: Session) -> Mapping[UUID, Mapping[str, Sensitivity]]:
    """Give how sensitive parts of entries are, for whoever has to judge; never to show it.

    A look that only reads is of one moment, so it asks once; an act asks each time.
    """
    known: Mapping[UUID, Mapping[str, Sensitivity]] | None = session.info.get(_ALL)
    if known is not None:
        return known
    table = FieldGuard.__table__.c
    asked = select(table.entry_kind, table.entry_id, table.field, table.level).where(
        table.removed.is_(False), table.level != Sensitivity.STANDARD
    )
    return in_force(Guarded(*row) for row in session.connection().execute(asked))


def keep_parts(
    session: Session, may_have: Collection[Sensitivity]
) -> Mapping[UUID, frozenset[str]]:
    """Blank from now on what readers who may have only so much do not get; give what was before.

    What was loaded until now is let go of: it was loaded for others.
    """
    before = kept_parts(session)
    session.expunge_all()
    session.info[_ALL] = guarded_parts(session)
    session.info[_KEPT] = kept_from(session.info[_ALL], may_have)
    return before


def keep_as_before(session: Session, before: Mapping[UUID, frozenset[str]]) -> None:
    """Blank again what was blanked before."""
    session.expunge_all()
    session.info[_KEPT] = before


def kept_parts(session: Session) -> Mapping[UUID, frozenset[str]]:
    """Name the parts this look leaves blank, by the entry."""
    found: Mapping[UUID, frozenset[str]] = session.info.get(_KEPT, _NOTHING)
    return found


def as_seen(session: Session, column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """Give a column of entries with nothing in it where its readers may not have it.

    For a question about the column alone: a list of what stands in it, a filter by it.
    """
    kept = [entry for entry, names in kept_parts(session).items() if column.key in names]
    if not kept:
        return column.expression
    return case((column.class_.id.in_(kept), literal("")), else_=column)


def parts_of(model: type[Record]) -> tuple[str, ...]:
    """Name the columns of a kind of record that may be held back alone."""
    named = GUARDABLE.get(model.kind, ())
    return (*named, *(also for (kind, _), also in GOES_WITH.items() if kind is model.kind))


def _blank(record: Any, context: Any, *_names: Any) -> None:
    kept = kept_parts(context.session)
    if kept and (names := kept.get(record.id)):
        for name in names:
            _empty(record, name)


def _blank_where(record: Any, context: Any, *_names: Any) -> None:
    """Blank where a line says to look for somebody whose whereabouts are held back."""
    kept = kept_parts(context.session)
    if kept and not kept.get(record.person_id, frozenset()).isdisjoint(TELLS_WHERE):
        _empty(record, "where")


def _empty(record: Any, name: str) -> None:
    column = inspect(type(record)).columns[name]
    set_committed_value(record, name, None if column.nullable else "")


def _listen(model: Any, blank: Any) -> None:
    for moment in ("load", "refresh"):
        event.listen(model, moment, blank)


def _listen_to_all() -> None:
    for mapper in Record.registry.mappers:
        if issubclass(mapper.class_, Record) and mapper.class_.kind in GUARDABLE:
            _listen(mapper.class_, _blank)
    _listen(OutreachLine, _blank_where)


_listen_to_all()
