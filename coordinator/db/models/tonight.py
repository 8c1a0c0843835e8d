"""Who holds somebody until the next panel, and what is ahead of them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


class Holding(Record):
    """Somebody who touches the person in one part of the day, on these weekdays or this day."""

    __tablename__ = "holding"
    kind = RecordKind.HOLDING
    log = Fields(
        together=(
            ("person_id", "part", "from_on", "to_on", "weekdays"),
            ("worker_id", "agency_id", "by"),
        )
    )
    constraints = (Index("ix_holding_person_until", "person_id", "to_on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    part: Mapped[DayPart] = mapped_column(State(DayPart))
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    weekdays: Mapped[list[str]] = mapped_column(default=list)
    worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    by: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class ComingMove(Record):
    """A discharge, a release or another day that changes everything, and who is there for it."""

    __tablename__ = "coming_move"
    kind = RecordKind.COMING_MOVE
    log = Fields(
        together=(
            ("person_id", "case_id", "move_kind"),
            ("on", "at_time"),
            ("worker_id", "met_by"),
            ("happened_on", "outcome"),
        )
    )
    constraints = (Index("ix_coming_move_person_on", "person_id", "on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    move_kind: Mapped[ComingMoveKind] = mapped_column(State(ComingMoveKind))
    on: Mapped[date]
    at_time: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    plan: Mapped[str] = mapped_column(default="")
    worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    met_by: Mapped[str] = mapped_column(default="")
    happened_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()
