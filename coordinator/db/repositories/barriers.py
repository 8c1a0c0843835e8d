"""The questions asked of barriers."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import Action, ActionNote, Barrier
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.barriers import OPEN_BARRIERS
from coordinator.domain.states import ActionStatus


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
