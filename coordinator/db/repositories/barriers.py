"""The questions asked of barriers."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import Action, ActionNote, Barrier, Escalation
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.actions.barriers import OPEN_BARRIERS
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.states import ActionStatus, BarrierStatus


class Barriers:
    """Barriers inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_actions(self, actions: Collection[UUID | None]) -> Sequence[Barrier]:
        """Give what stops these actions, oldest first."""
        found: list[Barrier] = []
        for some in in_pieces(actions):
            query = select(Barrier).where(Barrier.action_id.in_(some))
            found += self._session.scalars(query.order_by(Barrier.id))
        return found

    def of_people(self, people: Collection[UUID], *, open_only: bool = True) -> Sequence[Barrier]:
        """Give what is in these people's way, oldest first."""
        found: list[Barrier] = []
        for some in in_pieces(people):
            query = select(Barrier).where(Barrier.person_id.in_(some))
            if open_only:
                query = query.where(Barrier.status.in_(OPEN_BARRIERS))
            found += self._session.scalars(query.order_by(Barrier.since, Barrier.id))
        return found

    def to_look_at_again(self, today: date) -> Sequence[Barrier]:
        """List accepted risks whose day of review has come, the longest due first."""
        query = select(Barrier).where(
            Barrier.status == BarrierStatus.ACCEPTED, Barrier.review_on <= today
        )
        return self._session.scalars(query.order_by(Barrier.review_on, Barrier.id)).all()

    def counted(
        self, category: BarrierCategory, own: str, agency: UUID | None, *, but: UUID | None
    ) -> Mapping[BarrierStatus, int]:
        """Count the barriers of a category by how far they have come."""
        query = select(Barrier.status, func.count()).group_by(Barrier.status)
        alike = _alike(category, own, agency, but)
        return {row[0]: row[1] for row in self._session.execute(query.where(*alike))}

    def spans(
        self, category: BarrierCategory, own: str, agency: UUID | None, *, but: UUID | None
    ) -> Sequence[tuple[date, date | None]]:
        """Give from when to when each resolved barrier of a category stood."""
        query = select(Barrier.since, Barrier.settled_on).where(
            *_alike(category, own, agency, but), Barrier.status == BarrierStatus.RESOLVED
        )
        return [(row[0], row[1]) for row in self._session.execute(query)]

    def resolved(
        self,
        category: BarrierCategory,
        own: str,
        agency: UUID | None,
        *,
        but: UUID | None,
        limit: int,
    ) -> Sequence[Barrier]:
        """Give the resolved barriers of a category, the latest first."""
        query = select(Barrier).where(
            *_alike(category, own, agency, but), Barrier.status == BarrierStatus.RESOLVED
        )
        newest = query.order_by(
            Barrier.settled_on.is_(None), Barrier.settled_on.desc(), Barrier.id.desc()
        )
        return self._session.scalars(newest.limit(limit)).all()

    def last_answers(self, barriers: Collection[UUID]) -> Mapping[UUID, Escalation]:
        """Give the last answered escalation of each barrier."""
        found: dict[UUID, Escalation] = {}
        for some in in_pieces(barriers):
            query = select(Escalation).where(
                Escalation.barrier_id.in_(some), Escalation.outcome.is_not(None)
            )
            for one in self._session.scalars(
                query.order_by(Escalation.answered_on, Escalation.id)
            ):
                if one.barrier_id is not None:
                    found[one.barrier_id] = one
        return found

    def without_details(self, meeting: UUID) -> Sequence[UUID]:
        """List the barriers a meeting owes details of: a category was said there, no more.

        They belong to actions that were agreed there, or said there to be what could not be done.
        """
        said = select(ActionNote.action_id).where(
            ActionNote.meeting_id == meeting, ActionNote.status == ActionStatus.COULD_NOT
        )
        agreed = select(Action.id).where(Action.meeting_id == meeting)
        query = select(Barrier.id).where(
            or_(Barrier.action_id.in_(said), Barrier.action_id.in_(agreed)),
            func.trim(Barrier.description) == "",
        )
        return self._session.scalars(query.order_by(Barrier.id)).all()


def _alike(
    category: BarrierCategory, own: str, agency: UUID | None, but: UUID | None
) -> list[ColumnElement[bool]]:
    """Give what makes barriers alike: the category, its own words, perhaps the agency."""
    alike = [Barrier.category == category, Barrier.own_category == own]
    if agency is not None:
        alike.append(Barrier.agency_id == agency)
    if but is not None:
        alike.append(Barrier.id != but)
    return alike
