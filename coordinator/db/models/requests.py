"""Requests for information before a meeting: which agency was asked, and what it answered."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity

_STANDS = text("NOT removed")


class InformationRequest(Record):
    """One agency asked for one meeting: first, and again; each asking is in the change log."""

    __tablename__ = "information_request"
    kind = RecordKind.INFORMATION_REQUEST
    log = Fields(
        together=(
            ("meeting_id", "agency_id", "agency"),
            ("asked_on", "again_on", "answer_by", "how", "asked_by_id"),
        )
    )
    constraints = (
        Index("uq_information_request_agency", "meeting_id", "agency_id", unique=True,
              sqlite_where=_STANDS, postgresql_where=_STANDS),
    )  # fmt: skip

    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    agency: Mapped[str] = mapped_column(default="")
    asked_on: Mapped[date]
    again_on: Mapped[date | None]
    answer_by: Mapped[date]
    how: Mapped[Channel | None] = mapped_column(State(Channel))
    asked_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))


class InformationReply(Record):
    """One person an agency was asked about; no `answer` while the reply is missing."""

    __tablename__ = "information_reply"
    kind = RecordKind.INFORMATION_REPLY
    log = Fields(
        together=(
            ("request_id", "meeting_id", "agency_id", "person_id", "asked_on"),
            ("answer", "note", "came_on", "noted_by_id"),
        )
    )
    constraints = (
        Index("uq_information_reply_person", "request_id", "person_id", unique=True,
              sqlite_where=_STANDS, postgresql_where=_STANDS),
    )  # fmt: skip

    request_id: Mapped[UUID] = mapped_column(ForeignKey("information_request.id"))
    meeting_id: Mapped[UUID] = mapped_column(ForeignKey("meeting.id"), index=True)
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    asked_on: Mapped[date]
    answer: Mapped[Known | None] = mapped_column(State(Known))
    note: Mapped[str] = mapped_column(default="")
    came_on: Mapped[date | None]
    noted_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    sensitivity: Mapped[Sensitivity] = guarded()
