"""The personal budget: what was asked for, decided, spent and given back. All in pence."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import BudgetStatus, Sensitivity


class BudgetLine(Record):
    """One request for money, tied to a goal, and what became of it.

    It is about a person, or about a place plan and nobody.
    """

    __tablename__ = "budget_line"
    kind = RecordKind.BUDGET_LINE
    log = Fields(
        together=(
            ("person_id", "case_id", "place_plan_id", "asked_on", "asked_by_id"),
            ("funding", "own_funding"),
            (
                "status",
                "decided_on",
                "decided_by_id",
                "agreed_pence",
                "decision_reason",
                "meeting_id",
            ),
        )
    )
    constraints = (Index("ix_budget_line_status", "status", "asked_on"),)

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    place_plan_id: Mapped[UUID | None] = mapped_column(ForeignKey("place_plan.id"), index=True)
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"))
    purpose: Mapped[str]
    funding: Mapped[FundingSource] = mapped_column(State(FundingSource))
    own_funding: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    asked_pence: Mapped[int]
    status: Mapped[BudgetStatus] = mapped_column(State(BudgetStatus), default=BudgetStatus.ASKED)
    decided_on: Mapped[date | None]
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    agreed_pence: Mapped[int | None]
    decision_reason: Mapped[str] = mapped_column(default="")
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    sensitivity: Mapped[Sensitivity] = guarded()


class BudgetEntry(Record):
    """Money that went out or came back on one day, with where its receipt is kept.

    What it says stands; one that was wrong is taken back with its reason and counts no more.
    """

    __tablename__ = "budget_entry"
    kind = RecordKind.BUDGET_ENTRY
    log = Fields(
        together=(
            ("person_id", "line_id", "move", "pence", "happened_on", "recorded_by_id"),
            ("ended_on", "end_reason"),
        )
    )

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    line_id: Mapped[UUID] = mapped_column(ForeignKey("budget_line.id"), index=True)
    move: Mapped[MoneyMove] = mapped_column(State(MoneyMove))
    pence: Mapped[int]
    happened_on: Mapped[date] = mapped_column(index=True)
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    receipt: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class BudgetAllocation(Record):
    """What the panel was given to spend from one source, between two days that are included."""

    __tablename__ = "budget_allocation"
    kind = RecordKind.BUDGET_ALLOCATION
    log = Fields(
        together=(("funding", "own_funding", "from_on", "to_on"), ("ended_on", "end_reason"))
    )

    funding: Mapped[FundingSource] = mapped_column(State(FundingSource))
    own_funding: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date]
    to_on: Mapped[date]
    pence: Mapped[int]
    source: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
