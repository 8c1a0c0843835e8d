"""Who reads: what the rule of need to know asks of them, and who must not be told of whom."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import (
    Action,
    Agency,
    AwayInfo,
    AwayPersonRow,
    ExcludedWorker,
    Exclusion,
    FieldGuard,
    LeadRole,
    Offer,
    Person,
    Professional,
)
from coordinator.db.repositories.pieces import about, in_pieces, successors
from coordinator.domain.directory.rules import family_of
from coordinator.domain.lists.agencies import NEVER_NAMED_DATA
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.roles import WORKS_FOR_AGENCY, Role, sees_whole_panel
from coordinator.domain.samples import sampled
from coordinator.domain.states import AgencyStatus


class Readers:
    """Questions about who may read what."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def guards_on(self, entries: Collection[UUID]) -> Sequence[FieldGuard]:
        """Give what says how far parts of these entries may travel, in the order it was said."""
        found: list[FieldGuard] = []
        for some in in_pieces(entries):
            asked = select(FieldGuard).where(FieldGuard.entry_id.in_(some))
            found += self._session.scalars(asked)
        return sorted(found, key=lambda one: one.id)

    def of(
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
            own_people=self._led_by(professional) | self._taken_by(role, professional),
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

    def not_told(
        self, people: Collection[UUID], *, by: date = date.max
    ) -> Mapping[UUID, frozenset[UUID]]:
        """Give, for those of these people who have any, the agencies and workers not to be told.

        Agencies that merged count as one, whichever of them was named.

        Args:
            people: Asked about.
            by: Only what held by this day already: for what was said or done before.
        """
        found: dict[UUID, frozenset[UUID]] = {}
        for worker in about(self._session, ExcludedWorker, people):
            if worker.since > by:
                continue
            known = found.get(worker.person_id, frozenset())
            found[worker.person_id] = known | {worker.professional_id}
        excluded = [one for one in about(self._session, Exclusion, people) if one.since <= by]
        merged = successors(self._session) if excluded else {}
        for row in excluded:
            family = family_of(row.agency_id, merged)
            found[row.person_id] = found.get(row.person_id, frozenset()) | family
        return found

    def is_anybody_kept(self) -> bool:
        """Whether anybody at all must be kept from somebody: the cheapest question of all."""
        kept = or_(select(Exclusion.id).exists(), select(ExcludedWorker.id).exists())
        return bool(self._session.scalar(select(kept)))

    def counts_as(self, excluded: UUID) -> frozenset[UUID]:
        """Give whoever is not told along with an agency: those it merged with; else only them."""
        return family_of(excluded, successors(self._session)) | {excluded}

    def kept_people(self) -> frozenset[UUID]:
        """Give everybody about whom somebody must not be told."""
        agencies = self._session.scalars(select(Exclusion))
        workers = self._session.scalars(select(ExcludedWorker))
        return frozenset(one.person_id for one in (*agencies, *workers))

    def kept_workers(self) -> list[Professional]:
        """Give the posts whose holder must not be told about somebody, left or not, by name."""
        kept = select(ExcludedWorker.professional_id)
        query = select(Professional).where(Professional.id.in_(kept))
        return list(self._session.scalars(query.order_by(Professional.name, Professional.id)))

    def exclusions_of(self, workers: Collection[UUID]) -> list[ExcludedWorker]:
        """Give what is kept from these posts, the oldest first; about anybody at all."""
        query = select(ExcludedWorker).where(ExcludedWorker.professional_id.in_(workers))
        in_order = query.order_by(ExcludedWorker.since, ExcludedWorker.id)
        return list(self._session.scalars(in_order))

    def kept_from(self, agency: UUID | None, worker: UUID | None = None) -> frozenset[UUID]:
        """Give everybody this agency, or this worker of it, must not be told about."""
        found: set[UUID] = set()
        if worker is not None:
            query = select(ExcludedWorker.person_id)
            found |= set(
                self._session.scalars(query.where(ExcludedWorker.professional_id == worker))
            )
        if agency is not None:
            family = family_of(agency, successors(self._session))
            kept = select(Exclusion.person_id).where(Exclusion.agency_id.in_(family))
            found |= set(self._session.scalars(kept))
        return frozenset(found)

    def _led_by(self, professional: UUID | None) -> frozenset[UUID]:
        if professional is None:
            return frozenset()
        roles = select(LeadRole.person_id).where(
            LeadRole.professional_id == professional, LeadRole.to_on.is_(None)
        )
        return frozenset(self._session.scalars(roles))

    def _taken_by(self, role: Role, professional: UUID | None) -> frozenset[UUID]:
        """Whom a lead professional took away into a store of their own, who was lent included."""
        if role is not Role.LEAD_PROFESSIONAL or professional is None:
            return frozenset()
        taken = select(AwayPersonRow.person_id).join(
            AwayInfo, AwayInfo.professional_id == professional
        )
        return frozenset(self._session.scalars(taken))

    def _worked_with_by(self, agency: UUID | None) -> frozenset[UUID]:
        """Whom an agency works with: it owns an action for them, or has made them an offer.

        What an agency that merged into it owned or offered is its own now. Some kinds of agency
        are never told about a named person, whatever stands on file.
        """
        found = self._session.get(Agency, agency) if agency else None
        if agency is None or found is None or found.agency_kind in NEVER_NAMED_DATA:
            return frozenset()
        family = family_of(agency, successors(self._session))
        owned = select(Action.person_id).where(Action.owner_agency_id.in_(family)).distinct()
        offered = select(Offer.person_id).where(Offer.agency_id.in_(family)).distinct()
        # Whatever it was: with whom an agency works does not hang on what it may read.
        asked = (
            self._session.scalars(one, execution_options=WHATEVER) for one in (owned, offered)
        )
        people = [person for some in asked for person in some]
        return frozenset(person for person in people if person)
