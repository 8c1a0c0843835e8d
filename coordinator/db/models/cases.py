"""From the request to take somebody on, through the case, to the dated role of its lead."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, derived
from coordinator.db.types import State
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason, PauseReason
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Answer, CasePhase, CaseStatus, ReferralStatus

_ONE_OPEN = text("status != 'closed' AND NOT disputed AND NOT removed")
_ONE_LEAD = text("to_on IS NULL AND NOT disputed AND NOT removed")


class Referral(Record):
    """A request that the panel take somebody on, with what the referrer will keep doing."""

    __tablename__ = "referral"
    kind = RecordKind.REFERRAL
    log = Fields(
        together=(
            ("person_id", "referred_on", "referrer_id", "agency_id"),
            (
                "status",
                "not_accepted_reason",
                "destination",
                "decision_reason",
                "decided_by_id",
                "decided_on",
            ),
        )
    )
    constraints = (Index("ix_referral_status", "status", "referred_on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    referred_on: Mapped[date]
    referrer_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    why_now: Mapped[str] = mapped_column(default="")
    criteria: Mapped[list[str]] = mapped_column(default=list)
    tried: Mapped[str] = mapped_column(default="")
    risk: Mapped[str] = mapped_column(default="")
    offer: Mapped[str] = mapped_column(default="")
    no_offer_reason: Mapped[str] = mapped_column(default="")
    person_view: Mapped[str] = mapped_column(default="")
    status: Mapped[ReferralStatus] = mapped_column(
        State(ReferralStatus), default=ReferralStatus.DRAFT
    )
    screening_note: Mapped[str] = mapped_column(default="")
    not_accepted_reason: Mapped[NotAcceptedReason | None] = mapped_column(State(NotAcceptedReason))
    destination: Mapped[str] = mapped_column(default="")
    decision_reason: Mapped[str] = mapped_column(default="")
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    decided_on: Mapped[date | None]


class Case(Record):
    """A period on the caseload; a person may have several over the years, one at a time."""

    __tablename__ = "case_period"
    kind = RecordKind.CASE
    log = Fields(
        together=(
            ("person_id", "referral_id", "reopened_from_id", "opened_on"),
            ("status", "paused_on", "pause_reason", "look_again_on"),
            ("closed_on", "close_reason", "close_note", "closing_prompts"),
            ("priority", "priority_reason"),
        )
    )
    constraints = (
        Index("uq_case_period_open", "person_id", unique=True, sqlite_where=_ONE_OPEN,
              postgresql_where=_ONE_OPEN),
        Index("ix_case_period_status", "status", "opened_on"),
    )  # fmt: skip

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"))
    reopened_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    status: Mapped[CaseStatus] = mapped_column(State(CaseStatus), default=CaseStatus.OPEN)
    phase: Mapped[CasePhase] = mapped_column(State(CasePhase), default=CasePhase.ENGAGING)
    priority: Mapped[PanelPriority | None] = mapped_column(State(PanelPriority))
    priority_reason: Mapped[str] = mapped_column(default="")
    opened_on: Mapped[date]
    next_review_on: Mapped[date | None]
    moved_in_on: Mapped[date | None]
    contact_every: Mapped[int | None]
    contact_rhythm: Mapped[str] = mapped_column(default="")
    tenancy_contact: Mapped[str] = mapped_column(default="")
    paused_on: Mapped[date | None]
    pause_reason: Mapped[PauseReason | None] = mapped_column(State(PauseReason))
    look_again_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    close_reason: Mapped[CloseReason | None] = mapped_column(State(CloseReason))
    close_note: Mapped[str] = mapped_column(default="")
    closing_prompts: Mapped[str] = mapped_column(default="")
    remaining_risk: Mapped[str] = mapped_column(default="")
    risk_held_by: Mapped[str] = mapped_column(default="")
    person_told: Mapped[Answer | None] = mapped_column(State(Answer))
    learning: Mapped[str] = mapped_column(default="")
    disputed: Mapped[bool] = derived(default=False)


class LeadRole(Record):
    """Who holds the plan together, from when to when, and how it was handed over."""

    __tablename__ = "lead_role"
    kind = RecordKind.LEAD_ROLE
    log = Fields(
        together=(
            ("person_id", "case_id", "professional_id", "from_on"),
            ("to_on", "end_reason", "handover_note"),
        )
    )
    constraints = (
        Index("uq_lead_role_current", "case_id", unique=True, sqlite_where=_ONE_LEAD,
              postgresql_where=_ONE_LEAD),
    )  # fmt: skip

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID] = mapped_column(ForeignKey("case_period.id"), index=True)
    professional_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    handover_note: Mapped[str] = mapped_column(default="")
    accepted_on: Mapped[date | None]
    person_told: Mapped[Answer | None] = mapped_column(State(Answer))
    disputed: Mapped[bool] = derived(default=False)
