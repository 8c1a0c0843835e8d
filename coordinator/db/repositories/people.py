"""The questions asked of people."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.models import Action, Basis, Exclusion, LeadRole, Offer, Panel, Person
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.need_to_know import Reader
from coordinator.domain.roles import Role


class People:
    """People inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def by_reference(self, reference: str) -> Person:
        """Give the person with this reference, as people say it.

        Raises:
            MissingRecordError: Nobody on file has it.
        """
        wanted = reference.strip().upper()
        person = self._session.scalars(select(Person).where(Person.reference == wanted)).first()
        if person is None:
            raise MissingRecordError(what="person", key=wanted)
        return person

    def next_reference(self) -> str:
        """Give the reference after the highest of the panel's own series: `SC-0143`."""
        prefix = self._session.scalars(select(Panel.prefix)).first() or "P"
        last = select(Person.reference).where(Person.reference.startswith(f"{prefix}-"))
        newest = last.order_by(func.length(Person.reference).desc(), Person.reference.desc())
        found = self._session.scalars(newest.limit(1)).first() or ""
        digits = found.removeprefix(f"{prefix}-")
        return f"{prefix}-{int(digits) + 1 if digits.isdigit() else 1:04d}"

    def count(self) -> int:
        """Count everybody on file."""
        return self._session.scalar(select(func.count()).select_from(Person)) or 0

    def basis(self, person: UUID) -> Basis | None:
        """Give the information basis of a person, when one was begun."""
        return self._session.scalars(select(Basis).where(Basis.person_id == person)).first()

    def not_told(self, people: Collection[UUID]) -> Mapping[UUID, frozenset[UUID]]:
        """Give, for those of these people who have any, the agencies that must not be told."""
        found: dict[UUID, frozenset[UUID]] = {}
        query = select(Exclusion.person_id, Exclusion.agency_id).where(
            Exclusion.person_id.in_(people)
        )
        for person, agency in self._session.execute(query):
            found[person] = found.get(person, frozenset()) | {agency}
        return found

    def reader(
        self, *, role: Role, agency: UUID | None = None, professional: UUID | None = None
    ) -> Reader:
        """Describe somebody to the rule of need to know, with the people that are theirs."""
        return Reader(
            role=role,
            agency=agency,
            professional=professional,
            own_people=self._led_by(professional),
            shared_people=self._worked_with_by(agency),
        )

    def _led_by(self, professional: UUID | None) -> frozenset[UUID]:
        if professional is None:
            return frozenset()
        roles = select(LeadRole.person_id).where(
            LeadRole.professional_id == professional, LeadRole.to_on.is_(None)
        )
        return frozenset(self._session.scalars(roles))

    def _worked_with_by(self, agency: UUID | None) -> frozenset[UUID]:
        """Whom an agency works with: it owns an action for them, or has made them an offer."""
        if agency is None:
            return frozenset()
        owned = select(Action.person_id).where(Action.owner_agency_id == agency)
        offered = select(Offer.person_id).where(Offer.agency_id == agency)
        found = [*self._session.scalars(owned), *self._session.scalars(offered)]
        return frozenset(person for person in found if person)
