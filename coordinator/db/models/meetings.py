"""Meetings: the series, the day, who came, what was on the agenda, what was said and decided."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole, guarded
from coordinator.db.types import State
from coordinator.domain.lists.meetings import (
    AgendaKind,
    Attendance,
    DecidedHow,
    DecisionAuthority,
    MeetingType,
    MinutesAccuracy,
)
from coordinator.domain.lists.weeks import WeekStep
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import DecisionStatus, ItemStatus, MeetingStatus, Sensitivity


class Series(Record):
    """A meeting that comes back on its day, local time."""

    __tablename__ = "series"
    kind = RecordKind.SERIES

    name: Mapped[str]
    meeting_type: Mapped[MeetingType] = mapped_column(State(MeetingType))
    first_on: Mapped[date]
    every_weeks: Mapped[int] = mapped_column(default=1)
    starts_at: Mapped[time]
    minutes_planned: Mapped[int] = mapped_column(default=90)
    zone: Mapped[str] = mapped_column(default="Europe/London")
    place: Mapped[str] = mapped_column(default="")
    active: Mapped[bool] = mapped_column(default=True)


class Meeting(Record):
    """One meeting, from its date in the calendar to approved minutes. Times are local."""

    __tablename__ = "meeting"
    kind = RecordKind.MEETING
    log = Fields(
        together=(
            ("status", "cancel_reason"),
            ("statement_read_at", "statement_read_by_id"),
            ("last_minutes_accuracy", "last_minutes"),
            ("approved_on", "approved_by_id", "approval_how"),
        )
    )
    constraints = (
        Index("uq_meeting_reference", "reference", unique=True),
        Index("ix_meeting_on", "on", "status"),
        Index("ix_meeting_status", "status", "on"),
    )

    reference: Mapped[str]
    series_id: Mapped[UUID | None] = mapped_column(ForeignKey("series.id"), index=True)
    series_on: Mapped[date | None]
    meeting_type: Mapped[MeetingType] = mapped_column(State(MeetingType))
    on: Mapped[date]
    starts_at: Mapped[time]
    minutes_planned: Mapped[int] = mapped_column(default=90)
    zone: Mapped[str] = mapped_column(default="Europe/London")
    place: Mapped[str] = mapped_column(default="")
    chair_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    minute_taker_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    status: Mapped[MeetingStatus] = mapped_column(
        State(MeetingStatus), default=MeetingStatus.SCHEDULED
    )
    cancel_reason: Mapped[str] = mapped_column(default="")
    agenda_since: Mapped[datetime | None]
    item_order: Mapped[list[str]] = mapped_column(default=list)
    actions_checked: Mapped[list[str]] = mapped_column(default=list)
    quorum_needed: Mapped[int | None]
    began_at: Mapped[time | None]
    ended_at: Mapped[time | None]
    statement_read_at: Mapped[time | None]
    statement_read_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    last_minutes_accuracy: Mapped[MinutesAccuracy | None] = mapped_column(State(MinutesAccuracy))
    last_minutes: Mapped[str] = mapped_column(default="")
    learning: Mapped[str] = mapped_column(default="")
    other_business: Mapped[str] = mapped_column(default="")
    issued_on: Mapped[date | None]
    approved_on: Mapped[date | None]
    approved_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    approval_how: Mapped[str] = mapped_column(default="")


class Presence(Record):
    """How one seat was filled at one meeting, with the names as they were that day."""

    __tablename__ = "attendance"
    kind = RecordKind.ATTENDANCE
    log = Fields(
        together=(
            ("meeting_id", "seat_id", "agency_id", "agency"),
            ("result", "name", "job", "professional_id"),
            ("information_sent", "information_on"),
            ("arrived_at", "left_at"),
        )
    )

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    seat_id: Mapped[UUID | None] = mapped_column(ForeignKey("seat.id"))
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    agency: Mapped[str] = mapped_column(default="")
    professional_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    name: Mapped[str] = mapped_column(default="")
    job: Mapped[str] = mapped_column(default="")
    result: Mapped[Attendance | None] = mapped_column(State(Attendance))
    information_sent: Mapped[bool] = mapped_column(default=False)
    information_on: Mapped[date | None]
    confidentiality_signed: Mapped[bool] = mapped_column(default=False)
    conflict: Mapped[str] = mapped_column(default="")
    arrived_at: Mapped[time | None]
    left_at: Mapped[time | None]


class AgendaItem(Record):
    """One line of the agenda, and what was said when it was taken."""

    __tablename__ = "agenda_item"
    kind = RecordKind.AGENDA_ITEM
    log = Fields(
        together=(
            ("meeting_id", "person_id", "case_id", "referral_id", "carried_from_id", "item_kind"),
            ("status", "status_reason"),
            ("person_view", "view_spoken_by"),
        )
    )

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"), index=True)
    referral_id: Mapped[UUID | None] = mapped_column(ForeignKey("referral.id"), index=True)
    carried_from_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    escalation_id: Mapped[UUID | None] = mapped_column(ForeignKey("escalation.id"))
    item_kind: Mapped[AgendaKind] = mapped_column(State(AgendaKind))
    title: Mapped[str] = mapped_column(default="")
    why_listed: Mapped[list[str]] = mapped_column(default=list)
    outcome_sought: Mapped[str] = mapped_column(default="")
    urgent_reason: Mapped[str] = mapped_column(default="")
    minutes_planned: Mapped[int] = mapped_column(default=5)
    minutes_used: Mapped[int | None]
    status: Mapped[ItemStatus] = mapped_column(State(ItemStatus), default=ItemStatus.PLANNED)
    status_reason: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    since_last: Mapped[str] = mapped_column(default="")
    risks: Mapped[str] = mapped_column(default="")
    strengths: Mapped[str] = mapped_column(default="")
    person_view: Mapped[str] = mapped_column(default="")
    view_spoken_by: Mapped[str] = mapped_column(default="")
    disagreement: Mapped[str] = mapped_column(default="")
    restricted: Mapped[str] = mapped_column(default="")
    next_review_on: Mapped[date | None]


class AgencyNote(Record):
    """What one agency shared about one item, attributed and dated by its meeting."""

    __tablename__ = "agency_note"
    kind = RecordKind.AGENCY_NOTE
    log = Fields(
        together=(("meeting_id", "item_id", "person_id", "agency_id", "agency", "said_on"),)
    )

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"))
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    agency: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    said_on: Mapped[date | None]
    sensitivity: Mapped[Sensitivity] = mapped_column(
        State(Sensitivity), default=Sensitivity.STANDARD
    )


class Decision(Record):
    """What was decided, why, how, and which agencies saw it differently."""

    __tablename__ = "decision"
    kind = RecordKind.DECISION
    log = Fields(
        together=(
            ("meeting_id", "item_id", "person_id"),
            ("status", "superseded_by_id"),
        )
    )

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[UUID] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    text: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    how: Mapped[DecidedHow] = mapped_column(State(DecidedHow), default=DecidedHow.AGREED)
    authority: Mapped[DecisionAuthority] = mapped_column(
        State(DecisionAuthority), default=DecisionAuthority.PANEL
    )
    dissent_asked: Mapped[bool] = mapped_column(default=False)
    dissent: Mapped[str] = mapped_column(default="")
    dissent_agencies: Mapped[list[str]] = mapped_column(default=list)
    decided_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    status: Mapped[DecisionStatus] = mapped_column(
        State(DecisionStatus), default=DecisionStatus.MADE
    )
    superseded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("decision.id"))
    sensitivity: Mapped[Sensitivity] = guarded()


class Correction(Record):
    """A dated correction to minutes that were already approved."""

    __tablename__ = "correction"
    kind = RecordKind.CORRECTION
    log = Whole()

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    item_id: Mapped[UUID | None] = mapped_column(ForeignKey("agenda_item.id"))
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    corrected_on: Mapped[date]
    corrected_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    text: Mapped[str]


class WeekStepTick(Record):
    """A step of a meeting's week that somebody ticked by hand; removed when it is taken back."""

    __tablename__ = "week_step"
    kind = RecordKind.WEEK_STEP
    log = Whole()

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    step: Mapped[WeekStep] = mapped_column(State(WeekStep))
    ticked_at: Mapped[datetime]
    ticked_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
