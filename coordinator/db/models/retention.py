"""How long a person's record is kept, who asked to see it, and how it is brought to an end."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, added_words
from coordinator.db.types import State
from coordinator.domain.lists.sharing import AccessChoice, DisposalWay, HoldKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import AccessStatus, DisposalStatus


class RetentionHold(Record):
    """Why a record must be kept although its time is over: nothing is erased while one stands."""

    __tablename__ = "retention_hold"
    kind = RecordKind.RETENTION_HOLD
    log = Fields(together=(("person_id", "hold", "from_on"), ("released_on", "release_reason")))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    hold: Mapped[HoldKind] = mapped_column(State(HoldKind))
    from_on: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")
    look_again_on: Mapped[date | None]
    released_on: Mapped[date | None]
    release_reason: Mapped[str] = mapped_column(default="")


class Disposal(Record):
    """A record proposed for erasing, confirmed by a second person, and what was done.

    It outlives the person it was about: it names them by the panel's reference only, and ties to
    no row of theirs.
    """

    __tablename__ = "disposal"
    kind = RecordKind.DISPOSAL
    log = Fields(
        together=(
            ("reference", "due_on", "proposed_on", "proposed_by_id"),
            ("status", "confirmed_on", "confirmed_by_id", "way"),
            ("done_at", "rows", "journal_entries", "backups"),
        )
    )
    constraints = (Index("ix_disposal_status", "status"),)

    reference: Mapped[str] = mapped_column(index=True)
    due_on: Mapped[date | None]
    rule: Mapped[str] = mapped_column(default="")
    proposed_on: Mapped[date]
    proposed_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    status: Mapped[DisposalStatus] = mapped_column(
        State(DisposalStatus), default=DisposalStatus.PROPOSED
    )
    confirmed_on: Mapped[date | None]
    confirmed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    way: Mapped[DisposalWay | None] = mapped_column(State(DisposalWay))
    signed_by: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None]
    rows: Mapped[int] = mapped_column(default=0)
    journal_entries: Mapped[int] = mapped_column(default=0)
    backups: Mapped[list[str]] = mapped_column(default=list)


class AccessRequest(Record):
    """Somebody's request to see what is held about them, and its clock of one calendar month."""

    __tablename__ = "access_request"
    kind = RecordKind.ACCESS_REQUEST
    log = Fields(
        together=(
            ("person_id", "received_on", "due_on"),
            ("extended_to", "extended_reason", "extension_told_on"),
            ("clarify_asked_on", "clarify_came_on"),
            ("status", "sent_on", "close_note"),
        )
    )

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    received_on: Mapped[date]
    due_on: Mapped[date]
    asked_by: Mapped[str] = mapped_column(default="")
    identity_checked_on: Mapped[date | None]
    identity_checked_how: Mapped[str] = mapped_column(default="")
    extended_to: Mapped[date | None]
    extended_reason: Mapped[str] = mapped_column(default="")
    extension_told_on: Mapped[date | None]
    clarify_asked_on: Mapped[date | None]
    clarify_came_on: Mapped[date | None]
    officer: Mapped[str] = mapped_column(default="")
    status: Mapped[AccessStatus] = mapped_column(
        State(AccessStatus), default=AccessStatus.RECEIVED
    )
    sent_on: Mapped[date | None]
    close_note: Mapped[str] = mapped_column(default="")


class AccessDecision(Record):
    """What the officer decided about one entry that cannot simply be given.

    Decisions made before they said whose record they are about have no person.
    """

    __tablename__ = "access_decision"
    kind = RecordKind.ACCESS_DECISION
    log = Fields(together=(("person_id", "request_id", "entry_kind", "entry_id"),))

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    request_id: Mapped[UUID] = mapped_column(ForeignKey("access_request.id"), index=True)
    entry_kind: Mapped[RecordKind] = mapped_column(State(RecordKind))
    entry_id: Mapped[UUID]
    choice: Mapped[AccessChoice] = mapped_column(State(AccessChoice))
    given: Mapped[str] = added_words()
    reason: Mapped[str] = mapped_column(default="")
    decided_on: Mapped[date]
    decided_by: Mapped[str] = mapped_column(default="")


class DeathNotice(Record):
    """Somebody who has to hear that the person died, and whether they were told."""

    __tablename__ = "death_notice"
    kind = RecordKind.DEATH_NOTICE
    log = Fields(together=(("person_id", "who"), ("told_on", "told_by")))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    who: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    told_on: Mapped[date | None]
    told_by: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
