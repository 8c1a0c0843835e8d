"""The questions asked of tries at contact."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import literal, select, tuple_
from sqlalchemy.orm import Session

from coordinator.db.models import Contact, Person
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.lists.contacts import REMOTE_TYPES, SEEN_RESULTS
from coordinator.domain.people.contacts import ContactCursor


class Contacts:
    """Tries at contact inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_person(
        self, person: UUID, *, before: ContactCursor | None, limit: int
    ) -> Sequence[Contact]:
        """Give the contacts of a person, newest first."""
        query = select(Contact).where(Contact.person_id == person)
        if before is not None:
            key = (literal(before.at, Contact.at.type), literal(before.id, Contact.id.type))
            query = query.where(tuple_(Contact.at, Contact.id) < tuple_(*key))
        newest = query.order_by(Contact.at.desc(), Contact.id.desc()).limit(limit)
        return self._session.scalars(newest).all()

    def last_seen(
        self, people: Collection[UUID], before: datetime | None = None
    ) -> Mapping[UUID, datetime]:
        """Give when each was last seen with a worker's own eyes; the never seen are left out.

        Args:
            people: Who.
            before: Nothing from this moment on counts.
        """
        earlier = [Contact.at < before] if before is not None else []
        seen = (
            select(Contact.at)
            .where(
                Contact.person_id == Person.id,
                Contact.result.in_(SEEN_RESULTS),
                Contact.contact_type.not_in(REMOTE_TYPES),
                Contact.removed.is_(False),
                *earlier,
            )
            .order_by(Contact.at.desc())  # from the newest back: a few rows for each person
            .limit(1)
            .scalar_subquery()
        )
        found: dict[UUID, datetime | None] = {}
        for some in in_pieces(people):
            query = select(Person.id, seen).where(Person.id.in_(some))
            found.update((person, at) for person, at in self._session.execute(query))
        return {person: at for person, at in found.items() if at is not None}
