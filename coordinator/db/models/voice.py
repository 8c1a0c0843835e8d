"""What people asked for and were answered, what may be said of them, and where help is found."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, added_words, guarded
from coordinator.db.types import State
from coordinator.domain.lists.outreach import ServiceKind
from coordinator.domain.lists.plans import OwnPlanVariant, OwnView
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


class Wish(Record):
    """Something the person asked for, who is to answer it, and the answer they were given."""

    __tablename__ = "wish"
    kind = RecordKind.WISH
    log = Fields(
        together=(
            ("person_id", "case_id", "meeting_id", "asked_on", "heard_by_id"),
            ("owner_id", "owner_agency"),
            ("answer", "answered_on", "answered_by_id"),
            ("told_on", "told_by"),
        )
    )
    constraints = (Index("ix_wish_answered", "answered_on", "asked_on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    asked_on: Mapped[date]
    heard_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    words: Mapped[str]
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"), index=True)
    owner_agency: Mapped[str] = mapped_column(default="")
    answer_by: Mapped[date | None]
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    answered_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    told_on: Mapped[date | None]
    told_by: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class CommsLine(Record):
    """What may be said outside the room about a person or a meeting, by whom, and what not."""

    __tablename__ = "comms_line"
    kind = RecordKind.COMMS_LINE
    log = Fields(
        together=(
            ("person_id", "meeting_id", "agreed_on"),
            ("said_by_id", "said_by"),
            ("ended_on", "end_reason"),
        )
    )

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    agreed_on: Mapped[date]
    may_say: Mapped[str] = mapped_column(default="")
    not_say: Mapped[str] = mapped_column(default="")
    said_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    said_by: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class OwnPlan(Record):
    """The plan in easy words, as the person is given it: signed off by the lead, handed over.

    `plan_version` is the agreed version its content was taken from; `words` what it says, a
    sentence to a line (`domain.voice.own_plan_words`), and in rows made before it `view_words`
    with what the person said of it; `sha256` is of the words that were signed off.
    """

    __tablename__ = "own_plan"
    kind = RecordKind.OWN_PLAN
    log = Fields(
        together=(
            ("person_id", "plan_version_id"),
            ("signed_on", "signed_by_id", "sha256"),
            ("given_on", "given_by_id", "variant"),
            ("view", "view_words"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    plan_version_id: Mapped[UUID] = mapped_column(ForeignKey("plan_version.id"))
    words: Mapped[str] = added_words()
    signed_on: Mapped[date | None]
    signed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    sha256: Mapped[str] = mapped_column(default="")
    given_on: Mapped[date | None]
    given_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    variant: Mapped[OwnPlanVariant | None] = mapped_column(State(OwnPlanVariant))
    view: Mapped[OwnView | None] = mapped_column(State(OwnView))
    view_words: Mapped[str] = mapped_column(default="")


class Service(Record):
    """A place or line that somebody can be sent to: when it is open and how to refer."""

    __tablename__ = "service"
    kind = RecordKind.SERVICE

    name: Mapped[str]
    service_kind: Mapped[ServiceKind] = mapped_column(State(ServiceKind))
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    area: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    hours: Mapped[str] = mapped_column(default="")
    who_for: Mapped[str] = mapped_column(default="")
    how_to_refer: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date | None]
    ended_on: Mapped[date | None]
