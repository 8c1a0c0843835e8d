"""The panel, its agencies, the professionals in post and the seats they hold."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record
from coordinator.db.types import State
from coordinator.domain.lists.agencies import AgencyKind, Marking
from coordinator.domain.lists.panel import Topic
from coordinator.domain.lists.sharing import PackVariant
from coordinator.domain.lists.weeks import PanelPost
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.roles import Role
from coordinator.domain.states import AgencyStatus


class Panel(Record):
    """A standing group that accepts people onto a caseload and meets on a cycle."""

    __tablename__ = "panel"
    kind = RecordKind.PANEL

    name: Mapped[str]
    area: Mapped[str] = mapped_column(default="")
    prefix: Mapped[str] = mapped_column(default="")
    marking: Mapped[Marking] = mapped_column(State(Marking))
    quorum: Mapped[int] = mapped_column(default=0)
    terms: Mapped[str] = mapped_column(default="")
    places: Mapped[list[str]] = mapped_column(default=list)
    chair_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    vice_chair_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    coordinator_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    deputy_coordinator_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))


class Agency(Record):
    """An organisation with a seat, an offer or an action. Renamed or ended, never rewritten."""

    __tablename__ = "agency"
    kind = RecordKind.AGENCY
    log = Fields(
        together=(
            ("status", "successor_id", "ended_on"),
            ("agreement_signed_on", "agreement_expires_on"),
        )
    )

    name: Mapped[str]
    short_name: Mapped[str] = mapped_column(default="")
    agency_kind: Mapped[AgencyKind | None] = mapped_column(State(AgencyKind))
    status: Mapped[AgencyStatus] = mapped_column(State(AgencyStatus), default=AgencyStatus.ACTIVE)
    successor_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    ended_on: Mapped[date | None]
    agreement_signed_on: Mapped[date | None]
    agreement_expires_on: Mapped[date | None]
    secure_email: Mapped[bool] = mapped_column(default=False)
    pack_variant: Mapped[PackVariant | None] = mapped_column(State(PackVariant))
    may_have_restricted: Mapped[bool] = mapped_column(default=False, server_default=false())
    contact: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")


class Professional(Record):
    """Somebody in post at an agency. Owner of actions, holder of seats; needs no login."""

    __tablename__ = "professional"
    kind = RecordKind.PROFESSIONAL

    name: Mapped[str]
    job: Mapped[str] = mapped_column(default="")
    agency_id: Mapped[UUID] = mapped_column(ForeignKey("agency.id"), index=True)
    role: Mapped[Role] = mapped_column(State(Role), default=Role.REPRESENTATIVE)
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    deputy_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    is_contact_point: Mapped[bool] = mapped_column(default=False)
    confidentiality_signed_on: Mapped[date | None]
    inducted_on: Mapped[date | None]
    trauma_trained_on: Mapped[date | None]
    started_on: Mapped[date | None]
    left_on: Mapped[date | None]


class Seat(Record):
    """An agency's place on the panel, filled or vacant since a date."""

    __tablename__ = "seat"
    kind = RecordKind.SEAT
    log = Fields(together=(("holder_id", "vacant_since"),))

    panel_id: Mapped[UUID] = mapped_column(ForeignKey("panel.id"))
    name: Mapped[str]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    holder_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    deputy_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    vacant_since: Mapped[date | None]
    required: Mapped[bool] = mapped_column(default=False)
    rank: Mapped[int] = mapped_column(default=0)


class PanelLine(Record):
    """One line of what the panel decided for itself: a text, a deadline, a phrase, a question.

    A topic nobody has written in has no lines here; what is shipped with the panel's kind holds.
    """

    __tablename__ = "panel_line"
    kind = RecordKind.PANEL_LINE
    log = Fields(together=(("panel_id", "topic"),))

    panel_id: Mapped[UUID] = mapped_column(ForeignKey("panel.id"))
    topic: Mapped[Topic] = mapped_column(State(Topic), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(default="")
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)


class PanelTemplate(Record):
    """The Word file whose styles, header and footer the panel's letters are written on.

    `content` is the file in base64. The newest that stands is the one in use.
    """

    __tablename__ = "panel_template"
    kind = RecordKind.PANEL_TEMPLATE
    log = Fields(together=(("name", "content", "chosen_on", "chosen_by_id"),))

    panel_id: Mapped[UUID] = mapped_column(ForeignKey("panel.id"))
    name: Mapped[str]
    content: Mapped[str]
    chosen_on: Mapped[date]
    chosen_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))


class Cover(Record):
    """Somebody who stands in for the chair or the coordinator; both days are included."""

    __tablename__ = "cover"
    kind = RecordKind.COVER
    log = Fields(together=(("post", "professional_id", "absent_id"), ("from_on", "until_on")))

    post: Mapped[PanelPost] = mapped_column(State(PanelPost))
    professional_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    absent_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    from_on: Mapped[date]
    until_on: Mapped[date] = mapped_column(index=True)
