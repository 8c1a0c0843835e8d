"""How much of each need there was each time, and whether past harm was asked about."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole, guarded
from coordinator.db.types import State
from coordinator.domain.lists.people import EnquiryAnswer, NeedDomain, NeedPart, NeedSeverity
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


class Need(Record):
    """How much of one need somebody had on one day; the latest day of an area is what stands.

    Nothing is written over: what was found before stays, so that one time can be held against
    another. A finding entered in error is removed, with a reason.
    """

    __tablename__ = "need"
    kind = RecordKind.NEED
    log = Whole()
    constraints = (Index("ix_need_person_seen", "person_id", "seen_on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    area: Mapped[NeedDomain] = mapped_column(State(NeedDomain))
    severity: Mapped[NeedSeverity] = mapped_column(State(NeedSeverity))
    need_part: Mapped[NeedPart | None] = mapped_column(State(NeedPart))
    seen_on: Mapped[date]
    seen_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    source: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class TraumaEnquiry(Record):
    """That somebody trained asked, or did not, about what happened to a person; never a score.

    What was told is not kept here: only the wish, the support that followed, and what it means for
    how people work. Source: domain page 5.5 (no individual score of past adversity).
    """

    __tablename__ = "trauma_enquiry"
    kind = RecordKind.TRAUMA_ENQUIRY
    log = Fields(together=(("person_id", "asked_on", "asked_by_id"), ("ended_on", "end_reason")))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    asked_on: Mapped[date]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    enquiry: Mapped[EnquiryAnswer] = mapped_column(State(EnquiryAnswer))
    wish: Mapped[str] = mapped_column(default="")
    support: Mapped[str] = mapped_column(default="")
    how_we_work: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()
