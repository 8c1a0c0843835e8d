"""What is open on a day: the questions an agenda is written from."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from coordinator.db.models import (
    Action,
    AgendaItem,
    Basis,
    Case,
    Contact,
    LeadRole,
    Meeting,
    Referral,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.actions import STILL_OPEN
from coordinator.domain.agendas import REFERRALS_WAITING
from coordinator.domain.lists.contacts import REMOTE_TYPES, SEEN_RESULTS
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings import OVER
from coordinator.domain.states import BasisStatus, CaseStatus, ItemStatus

_NOT_SETTLED = (ItemStatus.PLANNED, ItemStatus.DEFERRED)


class Agendas:
    """What is open, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_cases(self) -> Sequence[Case]:
        """List every case that is not closed."""
        return list(self._session.scalars(select(Case).where(Case.status != CaseStatus.CLOSED)))

    def waiting_referrals(self) -> Sequence[Referral]:
        """List the referrals that wait for the panel."""
        return list(
            self._session.scalars(select(Referral).where(Referral.status.in_(REFERRALS_WAITING)))
        )

    def actions_due(self, on: date) -> Sequence[Action]:
        """List the open actions due by a day, by agency, the longest overdue first."""
        query = select(Action).where(Action.status.in_(STILL_OPEN), Action.due_on <= on)
        return list(
            self._session.scalars(
                query.order_by(Action.owner_agency, Action.due_on, Action.number, Action.id)
            )
        )

    def leads(self, cases: Collection[UUID]) -> Mapping[UUID, UUID]:
        """Give the lead professional of each of these cases that has one."""
        query = select(LeadRole.case_id, LeadRole.professional_id).where(LeadRole.to_on.is_(None))
        found: dict[UUID, UUID] = {}
        for some in in_pieces(cases):
            rows = self._session.execute(query.where(LeadRole.case_id.in_(some)))
            found.update(rows.tuples().all())
        return found

    def last_seen(self, people: Collection[UUID]) -> Mapping[UUID, datetime]:
        """Give the moment each of these people was last seen by anybody, where they were."""
        query = (
            select(Contact.person_id, func.max(Contact.at))
            .where(
                Contact.result.in_(SEEN_RESULTS),
                Contact.contact_type.not_in(REMOTE_TYPES),
            )
            .group_by(Contact.person_id)
        )
        found: dict[UUID, datetime] = {}
        for some in in_pieces(people):
            rows = self._session.execute(query.where(Contact.person_id.in_(some)))
            found.update(rows.tuples().all())
        return found

    def with_basis(self, people: Collection[UUID]) -> frozenset[UUID]:
        """Name those of these people whose information basis is recorded."""
        query = select(Basis.person_id).where(Basis.status == BasisStatus.RECORDED)
        return frozenset(
            person
            for some in in_pieces(people)
            for person in self._session.scalars(query.where(Basis.person_id.in_(some)))
        )

    def left_open(self, meeting: UUID) -> Sequence[AgendaItem]:
        """List the lines earlier meetings put off or never reached, and nobody took up since.

        Args:
            meeting: The one whose agenda is written; what it already carries on still counts.
        """
        query = (
            select(AgendaItem)
            .join(Meeting, Meeting.id == AgendaItem.meeting_id)
            .where(
                AgendaItem.status.in_(_NOT_SETTLED),
                AgendaItem.item_kind != AgendaKind.ACTION_CHECK,
                AgendaItem.meeting_id != meeting,
                Meeting.status.in_(OVER),
                ~_carried_elsewhere(meeting),
                ~_heard_since(),
            )
            .order_by(Meeting.on, AgendaItem.id)
        )
        return list(self._session.scalars(query))


def _carried_elsewhere(meeting: UUID) -> ColumnElement[bool]:
    carrier = aliased(AgendaItem)
    return exists().where(
        carrier.carried_from_id == AgendaItem.id,
        carrier.meeting_id != meeting,
        carrier.removed.is_(False),
    )


def _heard_since() -> ColumnElement[bool]:
    """Whether a later meeting had the same case or referral on its agenda."""
    later, day = aliased(AgendaItem), aliased(Meeting)
    return (
        exists()
        .where(
            or_(later.case_id == AgendaItem.case_id, later.referral_id == AgendaItem.referral_id),
            later.removed.is_(False),
            day.id == later.meeting_id,
            day.status.in_(OVER),
            day.on > Meeting.on,
        )
        .correlate(AgendaItem, Meeting)
    )
