"""The questions asked of counts of demand, of when plans began, and of unit costs."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from coordinator.db.models import (
    Case,
    DemandCount,
    Plan,
    PlanVersion,
    UnitCost,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.lists.measures import Completeness, DemandMeasure, MeasureMethod
from coordinator.domain.states import CaseStatus, Sensitivity


class Begun(NamedTuple):
    """When somebody's last case was opened, and its first plan agreed."""

    person: UUID
    opened_on: date
    first_agreed: date | None


class CountOf(NamedTuple):
    """One count, as far as windows are made of it: the words beside it are left where they are."""

    id: UUID
    person_id: UUID
    measure: DemandMeasure
    from_on: date
    to_on: date
    count: int | None  # type: ignore[assignment]
    agency_id: UUID | None
    source: str
    as_at: date
    completeness: Completeness
    method: MeasureMethod
    sensitivity: Sensitivity


class DemandLog:
    """Counts and costs, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts_of(self, people: Collection[UUID]) -> Sequence[DemandCount]:
        """List the counts of these people, the newest period first; those taken back too."""
        query = select(DemandCount).order_by(
            DemandCount.measure, DemandCount.from_on.desc(), DemandCount.id
        )
        return [
            one
            for some in in_pieces(people)
            for one in self._session.scalars(query.where(DemandCount.person_id.in_(some)))
        ]

    def counted_of(self, people: Collection[UUID]) -> Sequence[CountOf]:
        """List the counts of these people that were not taken back, as sums need them."""
        query = select(*(getattr(DemandCount, name) for name in CountOf._fields)).where(
            DemandCount.ended_on.is_(None)
        )
        return [
            CountOf._make(row)
            for some in in_pieces(people)
            for row in self._session.execute(query.where(DemandCount.person_id.in_(some)))
        ]

    def standing(self, person: UUID, measure: DemandMeasure) -> Sequence[DemandCount]:
        """List the counts of one measure of one person that were not taken back."""
        return self._session.scalars(
            select(DemandCount).where(
                DemandCount.person_id == person,
                DemandCount.measure == measure,
                DemandCount.ended_on.is_(None),
            )
        ).all()

    def begun(self, people: Collection[UUID]) -> dict[UUID, Begun]:
        """Say of each of these people when the last of their cases began; who had none is out."""
        query = (
            select(Case.person_id, Case.opened_on, func.min(PlanVersion.agreed_on))
            .outerjoin(Plan, Plan.case_id == Case.id)
            .outerjoin(PlanVersion, PlanVersion.plan_id == Plan.id)
            .group_by(Case.id, Case.person_id, Case.opened_on)
            .order_by(Case.opened_on, Case.id)
        )
        return {
            person: Begun(person, opened_on, agreed)
            for some in in_pieces(people)
            for person, opened_on, agreed in self._session.execute(
                query.where(Case.person_id.in_(some))
            )
        }

    def on_caseload(self, statuses: Collection[CaseStatus]) -> list[UUID]:
        """List who has a case in one of these statuses."""
        query = select(Case.person_id).where(Case.status.in_(statuses)).distinct()
        return sorted(self._session.scalars(query))

    def costs(self) -> Sequence[UnitCost]:
        """List what one of each measure is said to cost, by measure."""
        return self._session.scalars(
            select(UnitCost)
            .where(UnitCost.ended_on.is_(None))
            .order_by(UnitCost.measure, UnitCost.id)
        ).all()
