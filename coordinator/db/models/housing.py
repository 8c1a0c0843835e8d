"""The housing log: who was asked for a home, who said no and why, what a home must allow for."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.lists.housing import AppealResult, ConstraintKind, HousingRefusal
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import HousingStep, RiskStatus, Sensitivity


class HousingApplication(Record):
    """One try to find somebody a home with one provider."""

    __tablename__ = "housing_application"
    kind = RecordKind.HOUSING_APPLICATION
    log = Fields(
        together=(
            ("person_id", "case_id", "applied_on", "provider_id", "provider"),
            ("status", "status_on", "refusal", "refusal_words"),
            ("appealed_on", "appeal_by", "appeal_result", "appeal_on", "appeal_note"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    applied_on: Mapped[date] = mapped_column(index=True)
    provider_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    provider: Mapped[str] = mapped_column(default="")
    what: Mapped[str] = mapped_column(default="")
    status: Mapped[HousingStep] = mapped_column(State(HousingStep), default=HousingStep.APPLIED)
    status_on: Mapped[date | None]
    refusal: Mapped[HousingRefusal | None] = mapped_column(State(HousingRefusal))
    refusal_words: Mapped[str] = mapped_column(default="")
    appealed_on: Mapped[date | None]
    appeal_by: Mapped[date | None]
    appeal_result: Mapped[AppealResult | None] = mapped_column(State(AppealResult))
    appeal_on: Mapped[date | None]
    appeal_note: Mapped[str] = mapped_column(default="")
    barrier_id: Mapped[UUID | None] = mapped_column(ForeignKey("barrier.id"))
    sensitivity: Mapped[Sensitivity] = guarded()


class HousingConstraint(Record):
    """What a home for this person has to allow for or keep away from."""

    __tablename__ = "housing_constraint"
    kind = RecordKind.HOUSING_CONSTRAINT
    log = Fields(
        together=(
            ("person_id", "constraint", "since"),
            ("status", "ended_on", "end_reason"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    constraint: Mapped[ConstraintKind] = mapped_column(State(ConstraintKind))
    details: Mapped[str] = mapped_column(default="")
    since: Mapped[date]
    status: Mapped[RiskStatus] = mapped_column(State(RiskStatus), default=RiskStatus.ACTIVE)
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = mapped_column(
        State(Sensitivity), default=Sensitivity.STANDARD
    )
