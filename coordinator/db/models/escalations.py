"""What is asked of people with more authority, their answers, and the gaps nobody could close."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole
from coordinator.db.types import State
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep, GapTheme
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import EscalationStatus, GapStatus, Sensitivity


class Escalation(Record):
    """A formal request to somebody with more authority, asking for one decision by one day."""

    __tablename__ = "escalation"
    kind = RecordKind.ESCALATION
    log = Fields(
        together=(
            (
                "number",
                "person_id",
                "barrier_id",
                "previous_id",
                "meeting_id",
                "track",
                "raised_on",
                "raised_by_id",
            ),
            ("receiver_id", "receiver", "receiver_role"),
            (
                "status",
                "sent_on",
                "acknowledged_on",
                "answered_on",
                "answered_by",
                "answer",
                "conditions",
                "outcome",
                "closed_on",
            ),
            ("effect_kind", "effect", "effect_action_id"),
            ("names_shown", "names_reason"),
        )
    )
    constraints = (
        Index("ix_escalation_number", "number"),
        Index("ix_escalation_status", "status", "respond_by"),
    )

    number: Mapped[str]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    barrier_id: Mapped[UUID | None] = mapped_column(ForeignKey("barrier.id"), index=True)
    previous_id: Mapped[UUID | None] = mapped_column(ForeignKey("escalation.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    track: Mapped[EscalationTrack] = mapped_column(
        State(EscalationTrack), default=EscalationTrack.BARRIER
    )
    level: Mapped[int | None]
    raised_on: Mapped[date]
    raised_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    receiver_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    receiver: Mapped[str] = mapped_column(default="")
    receiver_role: Mapped[str] = mapped_column(default="")
    authority: Mapped[str] = mapped_column(default="")
    ask: Mapped[str] = mapped_column(default="")
    options: Mapped[list[str]] = mapped_column(default=list)
    recommendation: Mapped[str] = mapped_column(default="")
    agency_position: Mapped[str] = mapped_column(default="")
    impact: Mapped[str] = mapped_column(default="")
    risk_if_nothing: Mapped[str] = mapped_column(default="")
    respond_by: Mapped[date | None]
    status: Mapped[EscalationStatus] = mapped_column(
        State(EscalationStatus), default=EscalationStatus.DRAFT
    )
    sent_on: Mapped[date | None]
    acknowledged_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answered_by: Mapped[str] = mapped_column(default="")
    answer: Mapped[str] = mapped_column(default="")
    conditions: Mapped[str] = mapped_column(default="")
    outcome: Mapped[EscalationOutcome | None] = mapped_column(State(EscalationOutcome))
    closed_on: Mapped[date | None]
    effect_kind: Mapped[EscalationEffect | None] = mapped_column(State(EscalationEffect))
    effect: Mapped[str] = mapped_column(default="")
    effect_action_id: Mapped[UUID | None] = mapped_column(ForeignKey("action.id"))
    reopened: Mapped[int] = mapped_column(default=0)
    names_shown: Mapped[bool] = mapped_column(default=False)
    names_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = mapped_column(
        State(Sensitivity), default=Sensitivity.STANDARD
    )


class EscalationEntry(Record):
    """One line of an escalation's thread: what was done or said, when, and by whom."""

    __tablename__ = "escalation_entry"
    kind = RecordKind.ESCALATION_ENTRY
    log = Whole()

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    escalation_id: Mapped[UUID] = mapped_column(ForeignKey("escalation.id"), index=True)
    step: Mapped[EscalationStep] = mapped_column(State(EscalationStep))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    text: Mapped[str] = mapped_column(default="")


class Gap(Record):
    """A barrier that is system-wide: what is missing, since when, who must decide. No names."""

    __tablename__ = "gap"
    kind = RecordKind.GAP
    log = Fields(
        together=(
            ("number", "first_raised_on"),
            ("commissioner_id", "commissioner", "commissioner_role"),
            ("status", "decision", "decided_on", "decided_by", "closed_on"),
            ("workaround", "reusable"),
        )
    )
    constraints = (Index("ix_gap_status", "status", "first_raised_on"),)

    number: Mapped[str]
    title: Mapped[str]
    theme: Mapped[GapTheme] = mapped_column(State(GapTheme), default=GapTheme.OTHER)
    first_raised_on: Mapped[date]
    affected_besides: Mapped[int] = mapped_column(default=0)
    evidence: Mapped[str] = mapped_column(default="")
    cost: Mapped[str] = mapped_column(default="")
    commissioner_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    commissioner: Mapped[str] = mapped_column(default="")
    commissioner_role: Mapped[str] = mapped_column(default="")
    status: Mapped[GapStatus] = mapped_column(State(GapStatus), default=GapStatus.OPEN)
    decision: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None]
    workaround: Mapped[str] = mapped_column(default="")
    reusable: Mapped[bool] = mapped_column(default=False)


class GapBarrier(Record):
    """A barrier that feeds a gap; the gap counts its people and never names them."""

    __tablename__ = "gap_barrier"
    kind = RecordKind.GAP_BARRIER
    log = Whole()

    gap_id: Mapped[UUID] = mapped_column(ForeignKey("gap.id"), index=True)
    barrier_id: Mapped[UUID] = mapped_column(ForeignKey("barrier.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    linked_on: Mapped[date]
