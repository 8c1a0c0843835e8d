"""The questions asked of people."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from coordinator.db import search
from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import (
    Action,
    Agency,
    Basis,
    Disposal,
    ExcludedWorker,
    Exclusion,
    Identifier,
    LeadRole,
    Offer,
    Panel,
    Person,
    Record,
    Risk,
    SearchText,
    Warning,  # noqa: A004 - the word the panel uses
)
from coordinator.db.paging import later_than
from coordinator.db.repositories.pieces import in_pieces
from coordinator.db.uniqueness import only_one
from coordinator.domain.directory import family_of
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know import Reader
from coordinator.domain.roles import WORKS_FOR_AGENCY, Role, sees_whole_panel
from coordinator.domain.samples import sampled
from coordinator.domain.states import AgencyStatus, BasisStatus, RiskStatus

R = TypeVar("R", bound=Record)
_MANY = 500  # ids asked about at a time


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

    def begin(self, person: Person) -> Person:
        """Keep somebody new; the database holds that no two have one reference.

        Raises:
            DuplicateRecordError: `reference`.
        """
        self._session.add(person)
        with only_one("reference"):
            self._session.flush()
        return person

    def next_reference(self) -> str:
        """Give the reference after the highest of the panel's own series: `SC-0143`.

        Those of people who were removed or erased are never given again.
        """
        prefix = self._session.scalars(select(Panel.prefix)).first() or "P"
        known = select(Person.reference).where(Person.reference.startswith(f"{prefix}-"))
        newest = known.order_by(func.length(Person.reference).desc(), Person.reference.desc())
        ever = self._session.scalars(newest.limit(1), execution_options={"with_removed": True})
        gone = self._session.scalars(
            select(Disposal.reference).where(Disposal.reference.startswith(f"{prefix}-"))
        )
        digits = [one.removeprefix(f"{prefix}-") for one in (ever.first() or "", *gone)]
        last = max((int(one) for one in digits if one.isdigit()), default=0)
        return f"{prefix}-{last + 1:04d}"

    def count(self) -> int:
        """Count everybody on file."""
        return self._session.scalar(select(func.count()).select_from(Person)) or 0

    def is_anybody(self) -> bool:
        """Whether anybody is on file at all."""
        return self._session.scalar(select(Person.id).limit(1)) is not None

    def basis(self, person: UUID) -> Basis | None:
        """Give the information basis of a person, when one was begun."""
        return self._session.scalars(select(Basis).where(Basis.person_id == person)).first()

    def not_told(self, people: Collection[UUID]) -> Mapping[UUID, frozenset[UUID]]:
        """Give, for those of these people who have any, the agencies and workers not to be told.

        Agencies that merged count as one, whichever of them was named.
        """
        found: dict[UUID, frozenset[UUID]] = {}
        for worker in self.about(ExcludedWorker, people):
            known = found.get(worker.person_id, frozenset())
            found[worker.person_id] = known | {worker.professional_id}
        excluded = self.about(Exclusion, people)
        successors = self._successors() if excluded else {}
        for row in excluded:
            family = family_of(row.agency_id, successors)
            found[row.person_id] = found.get(row.person_id, frozenset()) | family
        return found

    def kept_from(self, agency: UUID | None, worker: UUID | None = None) -> frozenset[UUID]:
        """Give everybody this agency, or this worker of it, must not be told about."""
        found: set[UUID] = set()
        if worker is not None:
            query = select(ExcludedWorker.person_id)
            found |= set(
                self._session.scalars(query.where(ExcludedWorker.professional_id == worker))
            )
        if agency is not None:
            family = family_of(agency, self._successors())
            kept = select(Exclusion.person_id).where(Exclusion.agency_id.in_(family))
            found |= set(self._session.scalars(kept))
        return frozenset(found)

    def about(self, model: type[R], people: Collection[UUID]) -> list[R]:
        """Give the records of one kind written about these people, in the order they were made."""
        return self._about(model, people, {})

    def about_to_hide(self, model: type[R], people: Collection[UUID]) -> list[R]:
        """Give them held back or not: for words that are to be hidden. Never to show them."""
        return self._about(model, people, WHATEVER)

    def whereabouts_to_hide(self, people: Collection[UUID]) -> Mapping[UUID, tuple[str, str]]:
        """Give telephone and address of these people, held back or not. Never to show them."""
        table, found = Person.__table__.c, dict[UUID, tuple[str, str]]()
        for some in in_pieces(people):
            asked = select(table.id, table.phone, table.address).where(table.id.in_(some))
            rows = self._session.connection().execute(asked)
            found |= {person: (phone, address) for person, phone, address in rows}
        return found

    def _about(
        self, model: type[R], people: Collection[UUID], options: Mapping[str, bool]
    ) -> list[R]:
        person = model.__table__.c.person_id
        wanted = list(people)
        found: list[R] = []
        for start in range(0, len(wanted), _MANY):
            some = select(model).where(person.in_(wanted[start : start + _MANY]))
            found += self._session.scalars(some.order_by(model.id), execution_options=options)
        return found

    def having_identifier(self, issuer: str, value: str) -> list[Identifier]:
        """Give this number of this issuer of everybody who has it, however both are written."""
        query = select(Identifier).where(Identifier.value == value)
        same = issuer.casefold()
        found = self._session.scalars(query)
        return [row for row in found if row.issuer.casefold() == same]

    def listed(
        self, *, after: tuple[str, str, UUID] | None, limit: int, only: Collection[UUID] | None
    ) -> list[Person]:
        """Give people by family name, given name and id.

        Args:
            after: Where the page before ended.
            limit: At most so many.
            only: These people alone; everybody when nothing.
        """
        order = (Person.family_name, Person.given_name, Person.id)
        query = select(Person).order_by(*order).limit(limit)
        if after is not None:
            query = query.where(later_than(order, after))
        if only is not None:
            query = query.where(Person.id.in_(only))
        return list(self._session.scalars(query))

    def everybody(self) -> Iterable[Person]:
        """Give everybody on file, a few hundred at a time."""
        return self._session.scalars(select(Person).execution_options(yield_per=_MANY))

    def reviews_until(self, last: date) -> list[Basis | Warning | Risk]:
        """Give the bases, warnings and risks that stand and are to be looked at by a day."""
        bases = select(Basis).where(Basis.review_on <= last, Basis.status != BasisStatus.WITHDRAWN)
        warnings = select(Warning).where(
            Warning.review_on <= last, Warning.status != RiskStatus.ENDED
        )
        risks = select(Risk).where(Risk.review_on <= last, Risk.status != RiskStatus.ENDED)
        ask = self._session.scalars
        return [*ask(bases), *ask(warnings), *ask(risks)]

    def search(self, words: str, *, kinds: Collection[str] = (), limit: int) -> list[SearchText]:
        """Give the newest records holding every word as a beginning."""
        return search.find(self._session, words, kinds=tuple(kinds), limit=limit)

    def _successors(self) -> dict[UUID, UUID]:
        merged: ColumnElement[bool] = Agency.successor_id.is_not(None)
        rows = self._session.execute(select(Agency.id, Agency.successor_id).where(merged))
        return {agency: successor for agency, successor in rows if successor}

    def reader(
        self, *, role: Role, agency: UUID | None = None, professional: UUID | None = None
    ) -> Reader:
        """Describe somebody to the rule of need to know, with the people that are theirs.

        Whoever works with the whole panel is not asked about people one by one: an agency may have
        worked with thousands, and this is asked by every read and act.
        """
        if role is Role.AUDITOR:
            everybody = self._session.scalars(select(Person.id))
            return Reader(role, agency, professional, sample=sampled(everybody))
        if sees_whole_panel(role):
            return Reader(role, agency, professional)
        return replace(
            self.seated(role, agency),
            professional=professional,
            own_people=self._led_by(professional),
            shared_people=self._worked_with_by(agency),
        )

    def seated(self, role: Role, agency: UUID | None) -> Reader:
        """Describe a seat to the rule of need to know, without whom it is about.

        What is restricted goes to an agency that was given the right, as far as it works with
        people; never to who looks on. An agency that closed or merged away lost it.
        """
        if agency is None or role not in WORKS_FOR_AGENCY:
            return Reader(role, agency)
        given = select(Agency.may_have_restricted).where(
            Agency.id == agency,
            Agency.status == AgencyStatus.ACTIVE,
            Agency.agency_kind.not_in(NEVER_NAMED_DATA),
        )
        return Reader(role, agency, may_have_restricted=bool(self._session.scalar(given)))

    def _led_by(self, professional: UUID | None) -> frozenset[UUID]:
        if professional is None:
            return frozenset()
        roles = select(LeadRole.person_id).where(
            LeadRole.professional_id == professional, LeadRole.to_on.is_(None)
        )
        return frozenset(self._session.scalars(roles))

    def _worked_with_by(self, agency: UUID | None) -> frozenset[UUID]:
        """Whom an agency works with: it owns an action for them, or has made them an offer.

        What an agency that merged into it owned or offered is its own now. Some kinds of agency
        are never told about a named person, whatever stands on file.
        """
        found = self._session.get(Agency, agency) if agency else None
        if agency is None or found is None or found.agency_kind in NEVER_NAMED_DATA:
            return frozenset()
        family = family_of(agency, self._successors())
        owned = select(Action.person_id).where(Action.owner_agency_id.in_(family)).distinct()
        offered = select(Offer.person_id).where(Offer.agency_id.in_(family)).distinct()
        # Whatever it was: with whom an agency works does not hang on what it may read.
        asked = (
            self._session.scalars(one, execution_options=WHATEVER) for one in (owned, offered)
        )
        people = [person for some in asked for person in some]
        return frozenset(person for person in people if person)
