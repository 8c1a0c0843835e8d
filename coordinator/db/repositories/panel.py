"""The questions asked of the panel, its agencies, seats and people in post."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Action,
    Agency,
    LeadRole,
    PanelLine,
    PanelTemplate,
    Professional,
    Seat,
)
from coordinator.db.models.actions import ACTION_IS_OPEN
from coordinator.domain.lists.panel import Topic
from coordinator.domain.people.duplicates import fold_name
from coordinator.domain.states import AgencyStatus


class Directory:
    """The panel, its agencies, seats and people in post inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def agencies(self) -> list[Agency]:
        """Give every agency there is or was, by name."""
        return list(self._session.scalars(select(Agency).order_by(Agency.name, Agency.id)))

    def professionals(self) -> list[Professional]:
        """Give everybody in the directory, those who left included, by name."""
        query = select(Professional).order_by(Professional.name, Professional.id)
        return list(self._session.scalars(query))

    def lines_ever(self, topics: Collection[Topic]) -> list[PanelLine]:
        """Give what the panel wrote on some topics, in order, with what was taken away since.

        A topic without any was never written in here.
        """
        lines = select(PanelLine).where(PanelLine.topic.in_(topics))
        in_order = lines.order_by(PanelLine.rank, PanelLine.id)
        return list(self._session.scalars(in_order, execution_options={"with_removed": True}))

    def templates(self) -> list[PanelTemplate]:
        """Give what letters are written on, the one in use first; more than one after a merge."""
        newest = (PanelTemplate.chosen_on.desc(), PanelTemplate.id.desc())
        return list(self._session.scalars(select(PanelTemplate).order_by(*newest)))

    def seats(self) -> list[Seat]:
        """Give the seats of the panel in their order."""
        query = select(Seat).order_by(Seat.rank, Seat.name, Seat.id)
        return list(self._session.scalars(query))

    def seats_of(self, professional: UUID) -> list[Seat]:
        """Give the seats somebody holds, or stands in for as deputy."""
        mine = or_(Seat.holder_id == professional, Seat.deputy_id == professional)
        return list(self._session.scalars(select(Seat).where(mine)))

    def agencies_called(self, names: Iterable[str]) -> list[Agency]:
        """Give the standing agencies of these names, long or short, however they are written.

        Whose own name it is comes before whose short one it is.
        """
        standing = [one for one in self.agencies() if one.status is AgencyStatus.ACTIVE]
        wanted = {fold_name(name) for name in names} - {""}
        by_name = [one for one in standing if fold_name(one.name) in wanted]
        by_short = [one for one in standing if fold_name(one.short_name) in wanted]
        return [*by_name, *(one for one in by_short if one not in by_name)]

    def in_post(self, agency: UUID, today: date) -> list[Professional]:
        """Give who works at an agency now."""
        query = select(Professional).where(Professional.agency_id == agency, _stays(today))
        return list(self._session.scalars(query.order_by(Professional.name)))

    def contact_point(self, agency: UUID, today: date) -> Professional | None:
        """Give the agency's single point of contact, when one is in post."""
        return next((one for one in self.in_post(agency, today) if one.is_contact_point), None)

    def deputies_of(self, professional: UUID) -> list[Professional]:
        """Give who is noted as somebody's deputy."""
        query = select(Professional).where(Professional.deputy_of_id == professional)
        return list(self._session.scalars(query))

    def open_actions_owned_by(self, professional: UUID) -> list[Action]:
        """Give the open actions of one owner."""
        query = select(Action).where(Action.owner_id == professional, ACTION_IS_OPEN)
        return list(self._session.scalars(query.order_by(Action.due_on, Action.id)))

    def open_actions_of(self, agencies: Collection[UUID]) -> list[Action]:
        """Give the open actions these agencies answer for."""
        query = select(Action).where(Action.owner_agency_id.in_(agencies), ACTION_IS_OPEN)
        return list(self._session.scalars(query.order_by(Action.due_on, Action.id)))

    def led_by(self, professional: UUID) -> list[LeadRole]:
        """Give the lead roles somebody holds now."""
        query = select(LeadRole).where(
            LeadRole.professional_id == professional, LeadRole.to_on.is_(None)
        )
        return list(self._session.scalars(query.order_by(LeadRole.id)))

    def last_rank(self) -> int:
        """Give the rank of the last seat; 0 when there is none."""
        return self._session.scalar(select(func.max(Seat.rank))) or 0


def _stays(today: date) -> ColumnElement[bool]:
    return or_(Professional.left_on.is_(None), Professional.left_on > today)
