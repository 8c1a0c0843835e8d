"""How often somebody met a service, in which time, by whose list; and what one time costs."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.lists.measures import Completeness, DemandMeasure, MeasureMethod
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


class DemandCount(Record):
    """One count of one measure, over days that are both included; no count is not nought.

    `count` is empty where the figure was not available. `as_at` is the day on which the source
    looked: what came to it later is not in the count.
    """

    __tablename__ = "demand_count"
    kind = RecordKind.DEMAND_COUNT
    log = Fields(
        together=(
            ("person_id", "measure", "from_on", "to_on", "agency_id", "source"),
            ("count", "completeness", "as_at", "method"),
            ("ended_on", "end_reason"),
        )
    )
    constraints = (
        Index("ix_demand_count_person", "person_id", "measure", "from_on"),
        Index("ix_demand_count_measure", "measure", "from_on", "to_on"),
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    measure: Mapped[DemandMeasure] = mapped_column(State(DemandMeasure))
    from_on: Mapped[date]
    to_on: Mapped[date]
    count: Mapped[int | None]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    source: Mapped[str] = mapped_column(default="")
    as_at: Mapped[date]
    completeness: Mapped[Completeness] = mapped_column(
        State(Completeness), default=Completeness.FULL
    )
    method: Mapped[MeasureMethod] = mapped_column(
        State(MeasureMethod), default=MeasureMethod.AGENCY_LIST
    )
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class UnitCost(Record):
    """What one of a measure is said to cost, by whom and at the prices of which year; in pence."""

    __tablename__ = "unit_cost"
    kind = RecordKind.UNIT_COST
    log = Fields(
        together=(("measure", "pence", "price_year", "source"), ("ended_on", "end_reason"))
    )

    measure: Mapped[DemandMeasure] = mapped_column(State(DemandMeasure), index=True)
    pence: Mapped[int]
    price_year: Mapped[str]
    source: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
