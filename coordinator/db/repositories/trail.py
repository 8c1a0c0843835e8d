"""The questions the audit trail is asked."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, and_, func, not_, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import Act, Person, Professional
from coordinator.domain.records.trail import NAMED, WAYS_IN, TrailFilter, TrailKind


class Trail:
    """The journal as it is read by people, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(
        self,
        wanted: TrailFilter,
        *,
        person: UUID | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Sequence[Act]:
        """Give entries of the journal, newest first.

        Args:
            wanted: Its days and its reference are not looked at here.
            person: Only what was about them.
            since: Only from this moment on.
            until: Only before this one.
        """
        query = select(Act).order_by(Act.number.desc()).limit(wanted.limit)
        if wanted.before is not None:
            query = query.where(Act.number < wanted.before)
        if wanted.professional is not None:
            query = query.where(Act.actor == wanted.professional)
        if person is not None:
            query = query.where(Act.scope == person)
        if since is not None:
            query = query.where(Act.at >= since)
        if until is not None:
            query = query.where(Act.at < until)
        return list(self._session.scalars(_of_kind(query, wanted.kind)))

    def person_called(self, reference: str) -> UUID | None:
        """Give who has this reference, however its letters are written."""
        query = select(Person.id).where(func.upper(Person.reference) == reference.strip().upper())
        return self._session.scalar(query)

    def newest(self, act: str) -> datetime | None:
        """Give when something was last done, by its permanent name."""
        query = select(Act.at).where(Act.name == act).order_by(Act.number.desc()).limit(1)
        return self._session.scalar(query)

    def actors(self) -> Sequence[Professional]:
        """Give everybody who ever did something here, by name."""
        ids = list(self._session.scalars(select(Act.actor).distinct()))
        found = select(Professional).where(Professional.id.in_(ids)).order_by(Professional.name)
        return list(self._session.scalars(found))


def _of_kind(query: Select[Act], kind: TrailKind | None) -> Select[Act]:
    begins = or_(*(Act.name.startswith(start, autoescape=True) for start in WAYS_IN))
    match kind:
        case None:
            return query
        case TrailKind.WAYS_IN:
            return query.where(begins)
        case TrailKind.CHANGED:
            named = frozenset().union(*NAMED.values())
            return query.where(and_(Act.name.not_in(named), not_(begins)))
        case _:
            return query.where(Act.name.in_(NAMED[kind]))
