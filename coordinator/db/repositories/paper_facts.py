"""The questions only papers ask: gathered for everybody on an agenda at once."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from sqlalchemy import func, not_, select
from sqlalchemy.orm import Session, aliased

from coordinator.db.models import (
    Action,
    Agency,
    Basis,
    Case,
    Decision,
    Meeting,
    Panel,
    Professional,
    Seat,
)
from coordinator.db.repositories.bases import lacks_condition
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.meetings.rules import OVER
from coordinator.domain.need_to_know.bases import Conditions
from coordinator.domain.states import AgencyStatus, BasisStatus, DecisionStatus, MeetingStatus


class PaperFacts:
    """What papers need to know, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def panel(self) -> Panel | None:
        """Give the panel of this store."""
        return self._session.scalars(select(Panel).limit(1)).first()

    def meeting(self, reference: str) -> Meeting | None:
        """Give the meeting of this reference."""
        query = select(Meeting).where(Meeting.reference == reference.strip().upper())
        return self._session.scalars(query).first()

    def last_meeting(self) -> Meeting | None:
        """Give the meeting that began last."""
        begun = (MeetingStatus.IN_PROGRESS, *(OVER - {MeetingStatus.CANCELLED}))
        query = select(Meeting).where(Meeting.status.in_(begun))
        newest = query.order_by(Meeting.on.desc(), Meeting.id.desc()).limit(1)
        return self._session.scalars(newest).first()

    def latest_cases(self, people: Collection[UUID]) -> Mapping[UUID, Case]:
        """Give the newest period on the caseload of each of these people."""
        query = select(Case).where(Case.person_id.in_(people)).order_by(Case.opened_on, Case.id)
        return {case.person_id: case for case in self._session.scalars(query)}

    def bases(self, people: Collection[UUID]) -> Mapping[UUID, Basis]:
        """Give the information basis of those of these people who have one."""
        query = select(Basis).where(Basis.person_id.in_(people))
        return {basis.person_id: basis for basis in self._session.scalars(query)}

    def usual_conditions(self) -> Conditions | None:
        """Give the conditions that most complete bases have; nothing while there is none."""
        told = (Basis.special_condition, Basis.schedule_condition, Basis.offence_data)
        query = (
            select(*told)
            .where(Basis.status == BasisStatus.RECORDED, not_(lacks_condition()))
            .group_by(*told)
            .order_by(func.count().desc(), *told)
            .limit(1)
        )
        found = self._session.execute(query).first()
        return Conditions(*found) if found else None

    def last_decisions(self, people: Collection[UUID]) -> Mapping[UUID, Decision]:
        """Give the newest decision that still stands about each of these people."""
        day = func.max(Meeting.on).over(partition_by=Decision.person_id).label("day")
        ranked = (
            select(Decision.id, Meeting.on, day)
            .join(Meeting, Meeting.id == Decision.meeting_id)
            .where(Decision.person_id.in_(people), Decision.status == DecisionStatus.MADE)
            .subquery()
        )
        query = (
            select(Decision)
            .join(ranked, ranked.c.id == Decision.id)
            .where(ranked.c.on == ranked.c.day)
            .order_by(Decision.id)
        )
        return {d.person_id: d for d in self._session.scalars(query) if d.person_id}

    def seats(self) -> Sequence[tuple[Seat, Agency | None, Professional | None]]:
        """Give every seat in its order, with its agency and who holds it."""
        holder = aliased(Professional)
        query = (
            select(Seat, Agency, holder)
            .outerjoin(Agency, Agency.id == Seat.agency_id)
            .outerjoin(holder, holder.id == Seat.holder_id)
            .order_by(Seat.rank, Seat.id)
        )
        return [(seat, agency, person) for seat, agency, person in self._session.execute(query)]

    def safeguarding_about(self, people: Collection[UUID]) -> Sequence[Action]:
        """Give the actions that tell safeguarding of some people, whatever came of them."""
        found: list[Action] = []
        for some in in_pieces(people):
            told = Action.action_kind == ActionKind.SAFEGUARDING
            found += self._session.scalars(select(Action).where(Action.person_id.in_(some), told))
        return found

    def agencies_named(self, words: str) -> Sequence[Agency]:
        """Give the agencies of this name, short name or beginning of a name.

        An agency that ended is meant only where none that stands is called so.
        """
        asked = words.strip().casefold()
        everyone = list(self._session.scalars(select(Agency).order_by(Agency.name)))
        exact = [a for a in everyone if asked in {a.name.casefold(), a.short_name.casefold()}]
        found = exact or [a for a in everyone if asked and a.name.casefold().startswith(asked)]
        return [a for a in found if a.status is AgencyStatus.ACTIVE] or found
