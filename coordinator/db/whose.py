"""Everything that is one person's: their rows, and the rows that cannot stand without those."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Column, func, select
from sqlalchemy.orm import Session

from coordinator.db.called import words_of
from coordinator.db.merging import models_by_kind
from coordinator.db.models import (
    AccessDecision,
    ChangeRow,
    Disclosure,
    DisclosureEnd,
    FieldName,
    Person,
    Record,
    Scope,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.errors import GuardError

STRIPPED: frozenset[type[Record]] = frozenset({Disclosure, DisclosureEnd})
"""Not removed with a person: the number of a paper is printed on it and never given again, and
that it came back or was destroyed stays so. What they say of the person goes."""


@dataclass(frozen=True, slots=True, repr=False)
class Gone:
    """What goes with a person.

    Attributes:
        records: Ids by kind, the person's own among them; kinds without any are left out.
        ids: All of them.
        words: How texts name the person: reference, whole names, numbers. In lower case.
    """

    person: UUID
    records: Mapping[type[Record], frozenset[UUID]]
    ids: frozenset[UUID]
    words: tuple[str, ...]

    def names(self, value: Any) -> bool:
        """Whether a value, as text, names the person."""
        told = (value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).lower()
        return any(word in told for word in self.words)


def find_all_of(session: Session, person: UUID) -> Gone:
    """Find what goes with a person; what was removed by its flag counts too.

    Raises:
        GuardError: `erasing-tangled`: something of somebody else cannot stand without it.
    """
    found: dict[type[Record], set[UUID]] = {Person: {person}}
    for model in models_by_kind().values():
        column = model.__table__.c.get("person_id")
        if column is not None and model not in STRIPPED:
            query = select(model.__table__.c.id).where(column == person)
            found[model] = set(session.connection().scalars(query))
    _add_by_history(session, person, found)
    while _add_dependants(session, person, found):
        pass
    records = {model: frozenset(ids) for model, ids in found.items() if ids}
    words = words_of(session, person)
    return Gone(person, records, frozenset().union(*records.values()), words)


def papers_about(session: Session, person: UUID) -> Mapping[UUID, type[Record]]:
    """Give every disclosure about one person, and what is noted of its end: they are stripped."""
    about = select(Disclosure.__table__.c.id).where(Disclosure.person_id == person)
    ends = DisclosureEnd.__table__
    query = select(ends.c.id).where(ends.c.disclosure_id.in_(about))
    found: dict[UUID, type[Record]] = dict.fromkeys(
        session.connection().scalars(about), Disclosure
    )
    return found | dict.fromkeys(session.connection().scalars(query), DisclosureEnd)


def references() -> Iterator[tuple[type[Record], Column[Any], type[Record]]]:
    """Give every column that ties one record to another, with the kind it ties to."""
    by_table = {model.__table__: model for model in models_by_kind().values()}
    for model in by_table.values():
        for key in model.__table__.foreign_keys:
            if target := by_table.get(key.column.table):
                yield model, key.parent, target


def _add_by_history(session: Session, person: UUID, found: dict[type[Record], set[UUID]]) -> None:
    """Add the records whose history is the person's although their row ties to nobody."""
    kept = set[UUID]().union(*found.values())
    models = models_by_kind()
    rows, names = ChangeRow.__table__, FieldName.__table__
    query = (
        select(rows.c.record, names.c.kind, func.min(rows.c.key))
        .join(Scope, Scope.key == rows.c.scope_key)
        .join(names, names.c.key == rows.c.name_key)
        .where(Scope.id == person)
        .group_by(rows.c.record, names.c.kind)
    )
    for record, kind, first in session.connection().execute(query).all():
        if record in kept or models[kind] in STRIPPED:
            continue
        home = select(func.min(rows.c.key)).where(rows.c.record == record)
        if session.connection().scalar(home) == first:
            _check_free(session, models[kind], [record], person)
            found.setdefault(models[kind], set()).add(record)


def _add_dependants(session: Session, person: UUID, found: dict[type[Record], set[UUID]]) -> bool:
    """Add the rows that name one that goes and cannot be without it; whether there were any."""
    before = sum(map(len, found.values()))
    for model, column, target in references():
        if not column.nullable and found.get(target):
            new = _naming(session, model, column, found[target]) - found.get(model, set())
            _check_free(session, model, sorted(new), person)
            found.setdefault(model, set()).update(new)
    every = set[UUID]().union(*found.values())
    loose = _naming(session, AccessDecision, AccessDecision.__table__.c.entry_id, every)
    found.setdefault(AccessDecision, set()).update(loose)
    return sum(map(len, found.values())) > before


def _naming(
    session: Session, model: type[Record], column: Any, ids: Collection[UUID]
) -> set[UUID]:
    found: set[UUID] = set()
    for some in in_pieces(ids):
        query = select(model.__table__.c.id).where(column.in_(some))
        found.update(session.connection().scalars(query))
    return found


def _check_free(session: Session, model: type[Record], ids: Sequence[UUID], person: UUID) -> None:
    column = model.__table__.c.get("person_id")
    if column is None:
        return
    for some in in_pieces(ids):
        query = select(column).where(model.__table__.c.id.in_(some))
        if any(one not in {None, person} for one in session.connection().scalars(query)):
            raise GuardError("erasing-tangled")
