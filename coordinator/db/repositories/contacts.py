"""The questions asked of tries at contact."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, literal, select, tuple_
from sqlalchemy.orm import Session

from coordinator.db.models import Contact
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.contacts import ContactCursor
from coordinator.domain.lists.contacts import REMOTE_TYPES, SEEN_RESULTS


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

    def last_seen(self, people: Collection[UUID]) -> Mapping[UUID, datetime]:
        """Give when each was last seen with a worker's own eyes; the never seen are left out."""
        found: dict[UUID, datetime] = {}
        for some in in_pieces(people):
            query = (
                select(Contact.person_id, func.max(Contact.at))
                .where(
                    Contact.person_id.in_(some),
                    Contact.result.in_(SEEN_RESULTS),
                    Contact.contact_type.not_in(REMOTE_TYPES),
                )
                .group_by(Contact.person_id)
            )
            found.update((person, at) for person, at in self._session.execute(query))
        return found
