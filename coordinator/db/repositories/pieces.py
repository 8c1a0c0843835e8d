"""Pieces of questions: so many ids at a time, however many; what more than one family asks."""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Action,
    Agency,
    AwayInfo,
    ExcludedWorker,
    Exclusion,
    Record,
    StoreInfo,
)
from coordinator.domain.actions.rules import mark_of_install
from coordinator.domain.directory.rules import family_of

R = TypeVar("R", bound=Record)

_MANY = 500  # ids in one question; SQLite's own limit on variables is far higher


def in_pieces(ids: Collection[UUID | None]) -> Iterator[list[UUID]]:
    """Give each id once, in order, a few hundred at a time; what is no id is left out."""
    wanted = sorted({one for one in ids if one is not None})
    for start in range(0, len(wanted), _MANY):
        yield wanted[start : start + _MANY]


def mark_of_store(session: Session) -> str:
    """Give what numbers given here carry, with its stroke: `/K7QX`; nothing in a panel's own."""
    here = select(StoreInfo.install_id).where(select(AwayInfo.key).exists())
    install = session.scalar(here)
    return f"/{mark_of_install(install)}" if install else ""


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


def successors(session: Session) -> dict[UUID, UUID]:
    """Give, for each agency that merged, the one it went into."""
    merged: ColumnElement[bool] = Agency.successor_id.is_not(None)
    rows = session.execute(select(Agency.id, Agency.successor_id).where(merged))
    return {agency: successor for agency, successor in rows if successor}


def owner_must_not_be_told(session: Session) -> ColumnElement[bool]:
    """Whether an action stands with who must not be told about its person (any more).

    Agencies that merged count as one, whichever of them was named; they are few.
    """
    merged = successors(session)
    families = {family_of(one, merged) for one in merged}
    same = or_(
        Exclusion.agency_id == Action.owner_agency_id,
        *(
            and_(Exclusion.agency_id.in_(one), Action.owner_agency_id.in_(one))
            for one in sorted(map(sorted, families))
        ),
    )
    agency = exists().where(
        Exclusion.person_id == Action.person_id, same, Exclusion.removed.is_(False)
    )
    worker = exists().where(
        ExcludedWorker.person_id == Action.person_id,
        ExcludedWorker.professional_id == Action.owner_id,
        ExcludedWorker.removed.is_(False),
    )
    return or_(agency, worker)
