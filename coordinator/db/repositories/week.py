"""The questions of the week: counts and short lists, each by an index."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import Action, Agency, Dispute, Meeting, Professional
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.domain.states import AgencyStatus, MeetingStatus

_UNSIGNED = (MeetingStatus.HELD, MeetingStatus.MINUTES_DRAFT, MeetingStatus.MINUTES_ISSUED)


class Due(NamedTuple):
    """What one agency has due."""

    agency: UUID | None
    name: str
    due: int
    overdue: int


class Week:
    """The week inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def unsigned(self, limit: int) -> Sequence[Meeting]:
        """List meetings whose minutes are not approved yet, the latest first."""
        query = select(Meeting).where(Meeting.status.in_(_UNSIGNED))
        return list(self._session.scalars(query.order_by(Meeting.on.desc()).limit(limit)))

    def due_by_agency(
        self, until: date, overdue_before: date, hidden: Collection[UUID]
    ) -> Sequence[Due]:
        """Count the open actions due until a day by agency, most overdue first.

        Args:
            until: The last day they are due.
            overdue_before: The day before which an action had to be due to be overdue now.
            hidden: People the reader must not be told about.
        """
        overdue = func.sum(case((Action.due_on < overdue_before, 1), else_=0))
        query = (
            select(Action.owner_agency_id, func.count(), overdue)
            .where(ACTION_IS_OPEN, Action.due_on <= until, _not_about(hidden))
            .group_by(Action.owner_agency_id)
        )
        found = self._session.execute(query).all()
        named = select(Agency.id, Agency.name).where(Agency.id.in_([row[0] for row in found]))
        names = {agency.id: agency.name for agency in self._session.execute(named)}
        rows = [Due(key, names.get(key, ""), due, int(late or 0)) for key, due, late in found]
        return sorted(rows, key=lambda row: (-row.overdue, row.name))

    def without_owner(self, today: date, hidden: Collection[UUID]) -> int:
        """Count the open actions whose owner has left or was never named.

        Args:
            today: The desk's day.
            hidden: People the reader must not be told about.
        """
        gone = or_(Action.owner_id.is_(None), Professional.left_on <= today)
        query = (
            select(func.count())
            .select_from(Action)
            .outerjoin(Professional, Professional.id == Action.owner_id)
            .where(ACTION_IS_OPEN, gone, _not_about(hidden))
        )
        return self._session.scalar(query) or 0

    def agreements_ending(self, until: date) -> Sequence[str]:
        """Name the active agencies whose sharing agreement ends by a day, or has."""
        query = select(Agency.name).where(
            Agency.status == AgencyStatus.ACTIVE, Agency.agreement_expires_on <= until
        )
        return list(self._session.scalars(query.order_by(Agency.agreement_expires_on)))

    def disagreements(self, hidden: Collection[UUID]) -> int:
        """Count the fields that wait to be settled, those about `hidden` people left out."""
        query = select(func.count()).select_from(Dispute).where(Dispute.scope.not_in(hidden))
        return self._session.scalar(query) or 0


def _not_about(hidden: Collection[UUID]) -> ColumnElement[bool]:
    return or_(Action.person_id.is_(None), Action.person_id.not_in(hidden))
