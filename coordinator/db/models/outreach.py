"""Who is to be found today, who cannot be found, and what is done before anybody lets go."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Answer, ProtocolStatus, Sensitivity


class OutreachSheet(Record):
    """One day's list of people to find in one area, as it was printed."""

    __tablename__ = "outreach_sheet"
    kind = RecordKind.OUTREACH_SHEET
    log = Fields(together=(("on", "area", "made_by_id", "meeting_id"),))

    on: Mapped[date] = mapped_column(index=True)
    area: Mapped[str] = mapped_column(default="")
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    note: Mapped[str] = mapped_column(default="")


class OutreachLine(Record):
    """One person of a day's list: by whom, where, why, and the contact that came of it."""

    __tablename__ = "outreach_line"
    kind = RecordKind.OUTREACH_LINE
    log = Fields(together=(("sheet_id", "person_id"),))

    sheet_id: Mapped[UUID] = mapped_column(ForeignKey("outreach_sheet.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    where: Mapped[str] = mapped_column(default="")
    why: Mapped[str] = mapped_column(default="")
    contact_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact.id"))


class Protocol(Record):
    """What the panel does, step by step, when somebody stops taking part; it closes nothing."""

    __tablename__ = "protocol"
    kind = RecordKind.PROTOCOL
    log = Fields(
        together=(
            ("person_id", "case_id", "started_on", "started_by_id"),
            ("status", "ended_on", "ended_by_id", "end_note"),
        )
    )
    constraints = (Index("ix_protocol_status", "status"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    started_on: Mapped[date]
    started_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    why: Mapped[str] = mapped_column(default="")
    status: Mapped[ProtocolStatus] = mapped_column(
        State(ProtocolStatus), default=ProtocolStatus.RUNNING
    )
    ended_on: Mapped[date | None]
    ended_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    end_note: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class ProtocolStep(Record):
    """One step of a protocol: what, by when, by whom, and what came of it."""

    __tablename__ = "protocol_step"
    kind = RecordKind.PROTOCOL_STEP
    log = Fields(
        together=(
            ("protocol_id", "person_id", "rank"),
            ("done_on", "done_by_id", "note"),
        )
    )

    protocol_id: Mapped[UUID] = mapped_column(ForeignKey("protocol.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    due_on: Mapped[date]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    done_on: Mapped[date | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    note: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class Missing(Record):
    """Somebody nobody knows the whereabouts of: last seen, reported or not, and found again."""

    __tablename__ = "missing"
    kind = RecordKind.MISSING
    log = Fields(
        together=(
            ("person_id", "case_id", "noted_on", "noted_by_id"),
            ("last_seen_on", "last_seen_where", "last_seen_by"),
            ("police_told", "police_told_on", "police_reference", "not_told_reason"),
            ("found_on", "found_note"),
        )
    )
    constraints = (Index("ix_missing_found", "found_on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    noted_on: Mapped[date]
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    last_seen_on: Mapped[date | None]
    last_seen_where: Mapped[str] = mapped_column(default="")
    last_seen_by: Mapped[str] = mapped_column(default="")
    police_told: Mapped[Answer | None] = mapped_column(State(Answer))
    police_told_on: Mapped[date | None]
    police_reference: Mapped[str] = mapped_column(default="")
    not_told_reason: Mapped[str] = mapped_column(default="")
    concern: Mapped[str] = mapped_column(default="")
    found_on: Mapped[date | None]
    found_note: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()
