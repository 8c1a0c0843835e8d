"""Pieces of questions: so many ids at a time, however many; what more than one family asks."""

from collections.abc import Collection, Iterator
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_

from coordinator.db.models import Action, ExcludedWorker, Exclusion

_MANY = 500  # ids in one question; SQLite's own limit on variables is far higher


def in_pieces(ids: Collection[UUID | None]) -> Iterator[list[UUID]]:
    """Give each id once, in order, a few hundred at a time; what is no id is left out."""
    wanted = sorted({one for one in ids if one is not None})
    for start in range(0, len(wanted), _MANY):
        yield wanted[start : start + _MANY]


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
