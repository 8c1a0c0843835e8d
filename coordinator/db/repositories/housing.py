"""The questions asked of the housing log."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import case, select
from sqlalchemy.orm import Session

from coordinator.db.models import HousingApplication, HousingConstraint
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.housing import IS_CHOICE
from coordinator.domain.states import HousingStep, RiskStatus


class HousingLog:
    """Applications and what a home must allow for, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def applications(self, people: Collection[UUID]) -> Sequence[HousingApplication]:
        """List the applications for these people, the newest first."""
        query = select(HousingApplication).order_by(
            HousingApplication.applied_on.desc(), HousingApplication.id.desc()
        )
        return [
            one
            for some in in_pieces(people)
            for one in self._session.scalars(query.where(HousingApplication.person_id.in_(some)))
        ]

    def constraints(self, people: Collection[UUID]) -> Sequence[HousingConstraint]:
        """List what a home for these people must allow for now, in the order it was noted."""
        query = (
            select(HousingConstraint)
            .where(HousingConstraint.status != RiskStatus.ENDED)
            .order_by(HousingConstraint.since, HousingConstraint.id)
        )
        return [
            one
            for some in in_pieces(people)
            for one in self._session.scalars(query.where(HousingConstraint.person_id.in_(some)))
        ]

    def refusals(self, first: date, last: date) -> Sequence[HousingApplication]:
        """List what providers refused in a period; a person's own no is no refusal.

        One that an appeal turned round counts on the day of the appeal: since then its own day
        is that of the new offer.
        """
        stands = HousingApplication.status.in_((HousingStep.REFUSED, HousingStep.APPEALED))
        said_on = case(
            (stands, HousingApplication.status_on), else_=HousingApplication.appealed_on
        )
        query = select(HousingApplication).where(
            HousingApplication.applied_on <= last,
            HousingApplication.refusal.is_not(None),
            HousingApplication.refusal.not_in(IS_CHOICE),
            said_on >= first,
            said_on <= last,
        )
        return list(self._session.scalars(query.order_by(HousingApplication.id)))
