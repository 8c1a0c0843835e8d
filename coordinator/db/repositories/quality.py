"""What is on file about those on the caseload: one question of each kind, whatever is on file."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from coordinator.db.hidden_parts import as_seen
from coordinator.db.models import (
    Agency,
    Case,
    Contact,
    DemandCount,
    LeadRole,
    Meeting,
    Need,
    Person,
    Plan,
    Professional,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.cases.caseload import UNDER_WAY
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.states import Answer, MeetingStatus, PlanStatus

_SEATED = tuple(one for one in MeetingType if kind_of(one).fills_seats)
_LIVE = tuple(one for one in PlanStatus if one is not PlanStatus.ENDED)


class UnderWay(NamedTuple):
    """One period on the caseload, the person, and who leads it now."""

    person: UUID
    reference: str
    born_on: date | None
    estimated_age: int | None
    children: Answer | None
    review_on: date | None
    lead: UUID | None
    name: str | None
    agency: str | None
    left_on: date | None


class Quality:
    """What is on file, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def under_way(self, hidden: Collection[UUID]) -> Sequence[UnderWay]:
        """Give everybody on the caseload with who leads, by reference."""
        leads = and_(LeadRole.case_id == Case.id, LeadRole.to_on.is_(None))
        query = (
            select(
                Person.id,
                Person.reference,
                Person.born_on,
                Person.estimated_age,
                Person.children_affected,
                Case.next_review_on,
                Professional.id,
                Professional.name,
                Agency.name,
                Professional.left_on,
            )
            .select_from(Case)
            .join(Person, Person.id == Case.person_id)
            .outerjoin(LeadRole, leads)
            .outerjoin(Professional, Professional.id == LeadRole.professional_id)
            .outerjoin(Agency, Agency.id == Professional.agency_id)
            .where(Case.status.in_(UNDER_WAY), Person.id.not_in(hidden))
            .order_by(Person.reference, Case.id)
        )
        return [UnderWay._make(row) for row in self._session.execute(query)]

    def plans(self, people: Collection[UUID]) -> dict[UUID, str]:
        """Give what matters to those of these people who have a live plan."""
        words = as_seen(self._session, Plan.what_matters)
        query = select(Plan.person_id, words).where(Plan.status.in_(_LIVE))
        return {
            row[0]: row[1]
            for some in in_pieces(people)
            for row in self._session.execute(query.where(Plan.person_id.in_(some)))
        }

    def needs_since(self, people: Collection[UUID], day: date) -> set[UUID]:
        """Name those of these people whose needs were looked at on a day or later."""
        return self._those(Need.person_id, people, Need.seen_on >= day)

    def contacts_since(self, people: Collection[UUID], moment: datetime) -> set[UUID]:
        """Name those of these people with a try at contact since a moment, whatever came of it."""
        return self._those(Contact.person_id, people, Contact.at >= moment)

    def counted(self, people: Collection[UUID]) -> set[UUID]:
        """Name those of these people with any figure of demand that stands."""
        stands = (DemandCount.ended_on.is_(None), DemandCount.count.is_not(None))
        return self._those(DemandCount.person_id, people, *stands)

    def _those(
        self,
        person: InstrumentedAttribute[UUID],
        people: Collection[UUID],
        *wanted: ColumnElement[bool],
    ) -> set[UUID]:
        """Name those with a record like this: by the person, never through everything on file."""
        query = select(person).where(*wanted).distinct()
        return {
            found
            for some in in_pieces(people)
            for found in self._session.scalars(query.where(person.in_(some)))
        }

    def has_meeting_from(self, day: date) -> bool:
        """Whether a panel is in the calendar on a day or later."""
        query = select(Meeting.id).where(
            Meeting.on >= day,
            Meeting.meeting_type.in_(_SEATED),
            Meeting.status != MeetingStatus.CANCELLED,
        )
        return self._session.scalar(query.limit(1)) is not None
