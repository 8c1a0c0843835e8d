"""The one plan of a person: its text, goals, offers, and the versions that were agreed."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole, added_words, derived, guarded
from coordinator.db.types import Packed, State
from coordinator.domain.lists.plans import EcologicalLevel, GoalDomain
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Answer, GoalStatus, OfferStatus, PlanStatus, Sensitivity

_ONE_LIVE = text("status != 'ended' AND NOT disputed AND NOT removed")


class Plan(Record):
    """The single multi-agency plan; at most one lives per person, and the database holds that."""

    __tablename__ = "plan"
    kind = RecordKind.PLAN
    log = Fields(
        together=(
            ("person_id", "case_id"),
            ("status", "version", "agreed_on"),
            ("agreed_with_person", "agreed_with_on", "copy_given_on"),
        )
    )
    constraints = (
        Index("uq_plan_live", "person_id", unique=True, sqlite_where=_ONE_LIVE,
              postgresql_where=_ONE_LIVE),
    )  # fmt: skip

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_period.id"), index=True)
    status: Mapped[PlanStatus] = mapped_column(State(PlanStatus), default=PlanStatus.DRAFT)
    version: Mapped[int] = mapped_column(default=0)
    agreed_on: Mapped[date | None]
    what_matters: Mapped[str] = mapped_column(default="")
    how_to_work: Mapped[str] = mapped_column(default="")
    what_to_avoid: Mapped[str] = mapped_column(default="")
    who_i_trust: Mapped[str] = mapped_column(default="")
    triggers: Mapped[str] = added_words()
    preferred_words: Mapped[str] = added_words()
    formulation: Mapped[str] = mapped_column(default="")
    direction: Mapped[str] = mapped_column(default="")
    warning_signs: Mapped[str] = mapped_column(default="")
    contingency: Mapped[str] = mapped_column(default="")
    who_to_ring: Mapped[str] = mapped_column(default="")
    unknowns: Mapped[str] = mapped_column(default="")
    agreed_with_person: Mapped[Answer | None] = mapped_column(State(Answer))
    agreed_with_on: Mapped[date | None]
    copy_given_on: Mapped[date | None]
    goal_order: Mapped[list[str]] = mapped_column(default=list)
    disputed: Mapped[bool] = derived(default=False)


class PlanVersion(Record):
    """What was agreed on one day, whole and unchangeable, with its hash."""

    __tablename__ = "plan_version"
    kind = RecordKind.PLAN_VERSION
    log = Whole(restricted=("restricted_content",))
    constraints = (Index("uq_plan_version_number", "plan_id", "number", unique=True),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"))
    number: Mapped[int]
    agreed_on: Mapped[date]
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    decided_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    reason: Mapped[str] = mapped_column(default="")
    content: Mapped[str] = mapped_column(Packed)
    restricted_content: Mapped[str] = mapped_column(Text, default="")
    fingerprint: Mapped[str]


class Goal(Record):
    """What the person wants to be different, in their own words first."""

    __tablename__ = "goal"
    kind = RecordKind.GOAL
    log = Fields(
        together=(
            ("person_id", "plan_id"),
            ("status", "status_note"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("plan.id"), index=True)
    goal_domain: Mapped[GoalDomain | None] = mapped_column(State(GoalDomain))
    level: Mapped[EcologicalLevel | None] = mapped_column(State(EcologicalLevel))
    own_words: Mapped[str] = mapped_column(default="")
    panel_words: Mapped[str] = mapped_column(default="")
    baseline: Mapped[str] = mapped_column(default="")
    measure: Mapped[str] = mapped_column(default="")
    target_on: Mapped[date | None]
    status: Mapped[GoalStatus] = mapped_column(State(GoalStatus), default=GoalStatus.OPEN)
    status_note: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class Offer(Record):
    """What an agency will contribute, how much and until when."""

    __tablename__ = "offer"
    kind = RecordKind.OFFER
    log = Fields(
        together=(
            ("person_id", "case_id", "referral_id", "agency_id", "meeting_id"),
            ("status", "status_note"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"))
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), index=True)
    what: Mapped[str]
    amount: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    conditions: Mapped[str] = mapped_column(default="")
    status: Mapped[OfferStatus] = mapped_column(State(OfferStatus), default=OfferStatus.OFFERED)
    status_note: Mapped[str] = mapped_column(default="")
    settled_on: Mapped[date | None]
    offered_on: Mapped[date | None]
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    sensitivity: Mapped[Sensitivity] = guarded()
