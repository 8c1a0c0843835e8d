"""The questions asked of referrals, cases and lead roles."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Action,
    Case,
    LeadRole,
    Meeting,
    Professional,
    Referral,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.db.uniqueness import only_one
from coordinator.domain.actions.rules import STILL_OPEN
from coordinator.domain.cases.caseload import UNDER_WAY
from coordinator.domain.lists.plans import SAFETY_KINDS
from coordinator.domain.states import (
    CaseStatus,
    ReferralStatus,
)


class Cases:
    """Referrals, cases and lead roles inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_of(self, person: UUID) -> Case | None:
        """Give the case of a person that is not closed, when there is one."""
        query = select(Case).where(Case.person_id == person, Case.status != CaseStatus.CLOSED)
        return self._session.scalars(query.order_by(Case.id.desc())).first()

    def last_of(self, person: UUID) -> Case | None:
        """Give the newest case of a person, closed or not: the one no other was reopened from."""
        again = select(Case.reopened_from_id).where(
            Case.person_id == person, Case.reopened_from_id.is_not(None)
        )
        query = select(Case).where(Case.person_id == person, Case.id.not_in(again))
        return self._session.scalars(query.order_by(Case.opened_on.desc(), Case.id.desc())).first()

    def begin(self, case: Case) -> Case:
        """Keep a new case; the database holds that one is open for each person.

        Raises:
            DuplicateRecordError: `open-case`.
        """
        self._session.add(case)
        with only_one("open-case"):
            self._session.flush()
        return case

    def referrals(self, statuses: Collection[ReferralStatus], *, limit: int) -> list[Referral]:
        """Give the referrals in these statuses, oldest first."""
        query = select(Referral).where(Referral.status.in_(statuses))
        order = query.order_by(Referral.referred_on, Referral.id).limit(limit)
        return list(self._session.scalars(order))

    def current_lead(self, case: UUID) -> LeadRole | None:
        """Give the lead role of a case that has not ended."""
        query = select(LeadRole).where(LeadRole.case_id == case, LeadRole.to_on.is_(None))
        return self._session.scalars(query).first()

    def leading(self) -> list[UUID]:
        """Name every professional who leads somebody on the caseload now."""
        query = select(LeadRole.professional_id).join(Case, Case.id == LeadRole.case_id)
        open_ = query.where(LeadRole.to_on.is_(None), Case.status != CaseStatus.CLOSED)
        return sorted(set(self._session.scalars(open_)))

    def last_lead(self, case: UUID) -> LeadRole | None:
        """Give the lead role of a case that ended last."""
        query = select(LeadRole).where(LeadRole.case_id == case, LeadRole.to_on.is_not(None))
        newest = query.order_by(LeadRole.to_on.desc(), LeadRole.id.desc())
        return self._session.scalars(newest).first()

    def begin_lead(self, role: LeadRole) -> LeadRole:
        """Keep a new lead role; the database holds that one is current for each case.

        Raises:
            DuplicateRecordError: `current-lead`.
        """
        self._session.add(role)
        with only_one("current-lead"):
            self._session.flush()
        return role

    def without_lead(self, today: date) -> list[Case]:
        """Give the cases under way that nobody leads, or whose lead has left their post."""
        leading = (
            select(LeadRole.id)
            .join(Professional, Professional.id == LeadRole.professional_id)
            .where(
                LeadRole.case_id == Case.id,
                LeadRole.to_on.is_(None),
                or_(Professional.left_on.is_(None), Professional.left_on > today),
            )
        )
        query = select(Case).where(Case.status.in_(UNDER_WAY), ~leading.exists())
        return list(self._session.scalars(query.order_by(Case.opened_on, Case.id)))

    def leads_of(self, cases: Collection[UUID]) -> list[LeadRole]:
        """Give every lead role of these cases, newest first."""
        query = select(LeadRole).where(LeadRole.case_id.in_(cases))
        newest = query.order_by(LeadRole.from_on.desc(), LeadRole.id.desc())
        return list(self._session.scalars(newest))

    def leads_around(self, people: Collection[UUID], on: date) -> list[LeadRole]:
        """Give the lead roles of these people that began or ended on a day, oldest first."""
        found: list[LeadRole] = []
        for some in in_pieces(people):
            query = select(LeadRole).where(
                LeadRole.person_id.in_(some), or_(LeadRole.from_on == on, LeadRole.to_on == on)
            )
            found.extend(self._session.scalars(query))
        return sorted(found, key=lambda role: role.id)

    def meetings_begun_on(self, day: date) -> Sequence[Meeting]:
        """List the meetings that began on a day, the first one first."""
        query = select(Meeting).where(Meeting.on == day, Meeting.began_at.is_not(None))
        return list(self._session.scalars(query.order_by(Meeting.began_at, Meeting.id)))

    def often_led(self, since: date, at_least: int) -> list[Case]:
        """Give the cases under way in which so many lead roles began after a day."""
        busy = (
            select(LeadRole.case_id)
            .where(LeadRole.from_on > since)
            .group_by(LeadRole.case_id)
            .having(func.count() >= at_least)
        )
        query = select(Case).where(Case.status.in_(UNDER_WAY), Case.id.in_(busy))
        return list(self._session.scalars(query.order_by(Case.opened_on, Case.id)))

    def open_safety_actions(self, person: UUID) -> int:
        """Count the safety actions about a person that are still open."""
        query = (
            select(func.count())
            .select_from(Action)
            .where(
                Action.person_id == person,
                Action.action_kind.in_(SAFETY_KINDS),
                Action.status.in_(STILL_OPEN),
            )
        )
        return self._session.scalar(query) or 0
