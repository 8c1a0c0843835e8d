"""The questions only the screens of what is stuck and the briefing of an escalation ask."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import Barrier, Escalation, Gap, GapBarrier, Professional
from coordinator.domain.actions.barriers import OPEN_BARRIERS
from coordinator.domain.states import BarrierStatus, EscalationStatus

_MOST_BEFORE = 20  # of one chain; a ladder has five levels


class Stuck:
    """What the screens and briefings of what is stuck need, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_barriers(self) -> Sequence[Barrier]:
        """List what is in the way of anybody, the longest standing first."""
        query = select(Barrier).where(Barrier.status.in_(OPEN_BARRIERS))
        return self._session.scalars(query.order_by(Barrier.since, Barrier.id)).all()

    def settled_barriers(
        self, statuses: Collection[BarrierStatus], limit: int
    ) -> Sequence[Barrier]:
        """List what went out of the way, was accepted or became a gap, the latest first."""
        query = select(Barrier).where(Barrier.status.in_(statuses))
        latest = query.order_by(
            Barrier.settled_on.is_(None), Barrier.settled_on.desc(), Barrier.id.desc()
        )
        return self._session.scalars(latest.limit(limit)).all()

    def concerning(self, professional: UUID) -> frozenset[UUID]:
        """Give the open escalations that somebody raised, or is to answer."""
        theirs = or_(
            Escalation.raised_by_id == professional, Escalation.receiver_id == professional
        )
        query = select(Escalation.id).where(Escalation.status != EscalationStatus.CLOSED, theirs)
        return frozenset(self._session.scalars(query))

    def numbered(self, number: str) -> Escalation | None:
        """Give the escalation of this number."""
        query = select(Escalation).where(Escalation.number == number.strip().upper())
        return self._session.scalars(query).first()

    def open_ones(self, agency: UUID | None) -> Sequence[Escalation]:
        """List what is not closed, in the order of their numbers; of one receiver's agency."""
        query = select(Escalation).where(Escalation.status != EscalationStatus.CLOSED)
        if agency is not None:
            theirs = select(Professional.id).where(Professional.agency_id == agency)
            query = query.where(Escalation.receiver_id.in_(theirs))
        return self._session.scalars(query.order_by(Escalation.number, Escalation.id)).all()

    def before(self, escalation: Escalation) -> Sequence[Escalation]:
        """List the earlier escalations of its chain, the first one first."""
        found: list[Escalation] = []
        earlier = escalation.previous_id
        while earlier is not None and len(found) < _MOST_BEFORE:
            one = self._session.get(Escalation, earlier)
            if one is None:
                break
            found.insert(0, one)
            earlier = one.previous_id
        return found

    def people_with_the_same(self, barrier: Barrier) -> int:
        """Count the other people in whose way a barrier of this category stands."""
        query = select(func.count(Barrier.person_id.distinct())).where(
            Barrier.category == barrier.category,
            Barrier.own_category == barrier.own_category,
            Barrier.status.in_(OPEN_BARRIERS),
        )
        if barrier.person_id is not None:
            query = query.where(Barrier.person_id != barrier.person_id)
        return self._session.scalars(query).one()

    def gap_of(self, barrier: UUID) -> Gap | None:
        """Give the gap that this barrier feeds; the one first raised when there are several."""
        query = select(Gap).join(GapBarrier, GapBarrier.gap_id == Gap.id)
        query = query.where(GapBarrier.barrier_id == barrier)
        return self._session.scalars(query.order_by(Gap.first_raised_on, Gap.id)).first()

    def people_of_gap(self, gap: UUID, beside: UUID | None) -> int:
        """Count the people whose barriers feed a gap, without one of them."""
        query = select(func.count(GapBarrier.person_id.distinct())).where(GapBarrier.gap_id == gap)
        if beside is not None:
            query = query.where(GapBarrier.person_id != beside)
        return self._session.scalars(query).one()
