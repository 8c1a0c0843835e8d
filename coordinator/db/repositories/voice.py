"""The questions asked of wishes, of what may be said outside, of services and of enforcement."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    CommsLine,
    EnforcementCheck,
    OwnPlan,
    Professional,
    Service,
    Wish,
)
from coordinator.db.repositories.pieces import in_pieces


class Voice:
    """What people asked for and what may be said of them, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def wishes_of(self, people: Collection[UUID], *, waiting_only: bool = False) -> list[Wish]:
        """Give what these people asked for, the oldest first."""
        found: list[Wish] = []
        for some in in_pieces(people):
            query = select(Wish).where(Wish.person_id.in_(some))
            if waiting_only:
                query = query.where(Wish.answered_on.is_(None))
            found += self._session.scalars(query.order_by(Wish.asked_on, Wish.id))
        return found

    def waiting(
        self, *, owner: UUID | None = None, agencies: Collection[UUID] | None = None
    ) -> Sequence[Wish]:
        """List every wish without an answer, the oldest first.

        Args:
            owner: Only those this professional answers.
            agencies: Only those whose owner is in post at one of them.
        """
        query = select(Wish).where(Wish.answered_on.is_(None))
        if agencies is not None:
            query = query.join(Professional, Professional.id == Wish.owner_id).where(
                Professional.agency_id.in_(list(agencies))
            )
        if owner is not None:
            query = query.where(Wish.owner_id == owner)
        return self._session.scalars(query.order_by(Wish.asked_on, Wish.id)).all()

    def comms_of_people(self, people: Collection[UUID]) -> list[CommsLine]:
        """Give what may be said about these people and what was, in the order it was agreed."""
        found: list[CommsLine] = []
        for some in in_pieces(people):
            query = select(CommsLine).where(CommsLine.person_id.in_(some))
            found += self._session.scalars(query.order_by(CommsLine.agreed_on, CommsLine.id))
        return found

    def comms_of_meeting(self, meeting: UUID) -> Sequence[CommsLine]:
        """Give what was agreed at a meeting that may be said outside, about it or somebody."""
        query = select(CommsLine).where(CommsLine.meeting_id == meeting)
        return self._session.scalars(query.order_by(CommsLine.agreed_on, CommsLine.id)).all()

    def services(self) -> Sequence[Service]:
        """List every service by name; a directory holds some dozens."""
        return self._session.scalars(select(Service).order_by(Service.name, Service.id)).all()

    def own_plans_of(self, person: UUID) -> Sequence[OwnPlan]:
        """Give what somebody was, or is to be, given of their plan, newest first."""
        query = select(OwnPlan).where(OwnPlan.person_id == person)
        return self._session.scalars(query.order_by(OwnPlan.id.desc())).all()

    def checks_of(self, actions: Collection[UUID]) -> list[EnforcementCheck]:
        """Give what was thought of before these actions, the first thought first."""
        found: list[EnforcementCheck] = []
        for some in in_pieces(actions):
            query = select(EnforcementCheck).where(EnforcementCheck.action_id.in_(some))
            found += self._session.scalars(query.order_by(EnforcementCheck.id))
        return found
