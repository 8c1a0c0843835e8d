"""The questions asked of meetings and their papers."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    AgencyNote,
    AgendaItem,
    Correction,
    Decision,
    Meeting,
    Panel,
    Presence,
    Record,
    Seat,
    Series,
)
from coordinator.db.paging import earlier_than
from coordinator.db.repositories.requests import Requests
from coordinator.domain.lists.meetings import MeetingType
from coordinator.domain.meetings.rules import OVER, TO_COME
from coordinator.domain.states import ItemStatus, MeetingStatus

R = TypeVar("R", bound=Record)


class Meetings:
    """Meetings and their papers inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def requests(self) -> Requests:
        """Requests for information before a meeting."""
        return Requests(self._session)

    def references(self, on: date) -> Sequence[str]:
        """List the references used in the year of a day."""
        mine = select(Meeting.reference).where(Meeting.reference.startswith(f"M{on:%y}"))
        return list(self._session.scalars(mine.execution_options(with_removed=True)))

    def panel(self) -> Panel | None:
        """Give the panel, when it has been set up."""
        return self._session.scalars(select(Panel)).first()

    def seats(self) -> Sequence[Seat]:
        """List the seats of the panel in their order."""
        return list(self._session.scalars(select(Seat).order_by(Seat.rank, Seat.name, Seat.id)))

    def series(self) -> Sequence[Series]:
        """List every series, those that still meet first."""
        query = select(Series).order_by(Series.active.desc(), Series.name, Series.id)
        return list(self._session.scalars(query))

    def last_day_of(self, series: UUID) -> date | None:
        """Give the last day a series has given to a meeting, wherever that was moved to."""
        query = select(func.max(Meeting.series_on)).where(Meeting.series_id == series)
        return self._session.scalar(query)

    def page(
        self, *, before: tuple[date, UUID] | None = None, limit: int = 100
    ) -> Sequence[Meeting]:
        """List meetings, the latest day first, from below the last one shown."""
        query = select(Meeting).order_by(Meeting.on.desc(), Meeting.id.desc()).limit(limit)
        if before is not None:
            query = query.where(earlier_than((Meeting.on, Meeting.id), before))
        return list(self._session.scalars(query))

    def next_from(self, on: date, meeting_type: MeetingType | None = None) -> Meeting | None:
        """Give the first meeting to come on this day or later."""
        query = select(Meeting).where(Meeting.on >= on, Meeting.status.in_(TO_COME))
        if meeting_type is not None:
            query = query.where(Meeting.meeting_type == meeting_type)
        return self._session.scalars(
            query.order_by(Meeting.on, Meeting.starts_at).limit(1)
        ).first()

    def before(self, meeting: Meeting) -> Meeting | None:
        """Give the last meeting of the same type that was held before this one."""
        held = OVER - {MeetingStatus.CANCELLED}
        query = select(Meeting).where(
            Meeting.on < meeting.on,
            Meeting.meeting_type == meeting.meeting_type,
            Meeting.status.in_(held),
        )
        newest = query.order_by(Meeting.on.desc(), Meeting.id.desc()).limit(1)
        return self._session.scalars(newest).first()

    def after(self, meeting: Meeting) -> Meeting | None:
        """Give the next meeting of the same type after this one, held or not; no cancelled one."""
        query = select(Meeting).where(
            Meeting.on > meeting.on,
            Meeting.meeting_type == meeting.meeting_type,
            Meeting.status != MeetingStatus.CANCELLED,
        )
        return self._session.scalars(query.order_by(Meeting.on, Meeting.id).limit(1)).first()

    def items(self, meeting: UUID) -> Sequence[AgendaItem]:
        """List the lines of an agenda, oldest first; the meeting itself keeps their order."""
        return self._of(AgendaItem, meeting)

    def attendance(self, meeting: UUID) -> Sequence[Presence]:
        """List who came and who did not, in the order of the seats."""
        query = (
            select(Presence)
            .outerjoin(Seat, Seat.id == Presence.seat_id)
            .where(Presence.meeting_id == meeting)
            .order_by(Presence.seat_id.is_(None), Seat.rank, Presence.agency, Presence.id)
        )
        return list(self._session.scalars(query))

    def words(
        self, meeting: UUID
    ) -> tuple[Sequence[AgencyNote], Sequence[Decision], Sequence[Correction]]:
        """Give the notes by agency, the decisions and the corrections, oldest first."""
        items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting)
        notes = select(AgencyNote).where(AgencyNote.item_id.in_(items)).order_by(AgencyNote.id)
        return (
            self._session.scalars(notes).all(),
            self._of(Decision, meeting),
            self._of(Correction, meeting),
        )

    def takes_the_place_of_another(self, decision: UUID) -> bool:
        """Tell whether an earlier decision ended with this one."""
        query = select(Decision.id).where(Decision.superseded_by_id == decision).limit(1)
        return self._session.scalars(query).first() is not None

    def unresolved(self, meeting: UUID) -> int:
        """Count the items that were neither taken nor put off nor withdrawn."""
        query = select(func.count(AgendaItem.id)).where(
            AgendaItem.meeting_id == meeting, AgendaItem.status == ItemStatus.PLANNED
        )
        return self._session.scalar(query) or 0

    def _of(self, model: type[R], meeting: UUID) -> Sequence[R]:
        owner: Any = model
        query = select(model).where(owner.meeting_id == meeting).order_by(model.id)
        return list(self._session.scalars(query))
