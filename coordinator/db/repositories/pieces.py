"""Pieces of questions: so many ids at a time, however many; what more than one family asks."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import Action, ExcludedWorker, Exclusion, Record

R = TypeVar("R", bound=Record)

_MANY = 500  # ids in one question; SQLite's own limit on variables is far higher


def in_pieces(ids: Collection[UUID | None]) -> Iterator[list[UUID]]:
    """Give each id once, in order, a few hundred at a time; what is no id is left out."""
    wanted = sorted({one for one in ids if one is not None})
    for start in range(0, len(wanted), _MANY):
        yield wanted[start : start + _MANY]


def about(
    session: Session,
    model: type[R],
    people: Collection[UUID],
    options: Mapping[str, bool] = MappingProxyType({}),
) -> list[R]:
    """Give the records of one kind written about these people, in the order they were made."""
    person = model.__table__.c.person_id
    found: list[R] = []
    for some in in_pieces(people):
        asked = select(model).where(person.in_(some)).order_by(model.id)
        found += session.scalars(asked, execution_options=options)
    return found


def owner_must_not_be_told() -> ColumnElement[bool]:
    """Whether an action stands with who must not be told about its person (any more)."""
    agency = exists().where(
        Exclusion.person_id == Action.person_id,
        Exclusion.agency_id == Action.owner_agency_id,
        Exclusion.removed.is_(False),
    )
    worker = exists().where(
        ExcludedWorker.person_id == Action.person_id,
        ExcludedWorker.professional_id == Action.owner_id,
        ExcludedWorker.removed.is_(False),
    )
    return or_(agency, worker)
