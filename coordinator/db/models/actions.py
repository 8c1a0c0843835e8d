"""Actions, how they moved, what was reported, what stops them, and every try at contact."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole, guarded
from coordinator.db.types import State
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.lists.people import NeedSeverity
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import ActionStatus, BarrierStatus, Sensitivity

ACTION_IS_OPEN = text("status IN ('open', 'in_progress', 'waiting', 'partly_done')")
"""Written out, so that a question in these very words is answered from the indexes over it."""


class Action(Record):
    """One thing one named person will do by one date."""

    __tablename__ = "action"
    kind = RecordKind.ACTION
    log = Fields(
        together=(
            (  # where it comes from: said once, when it is set
                "number",
                "person_id",
                "case_id",
                "meeting_id",
                "continues_id",
                "set_on",
                "original_due_on",
            ),
            (
                "status",
                "done_on",
                "outcome_note",
                "barrier_category",
                "waiting_on",
                "waiting_since",
                "closed_on",
            ),
            ("owner_id", "owner_agency_id", "owner_agency"),
        )
    )
    constraints = (
        Index("uq_action_number", "number", unique=True),
        Index("ix_action_open", "due_on", sqlite_where=ACTION_IS_OPEN,
              postgresql_where=ACTION_IS_OPEN),
        Index("ix_action_owner_open", "owner_id", "due_on", sqlite_where=ACTION_IS_OPEN,
              postgresql_where=ACTION_IS_OPEN),
        Index("ix_action_closed_on", "closed_on"),
        # The open ones of a page of people: most actions about a person are closed long ago.
        Index("ix_action_person_status", "person_id", "status", "due_on"),
        # What each agency took on in a period is counted from this index alone.
        Index("ix_action_due", "due_on", "owner_agency_id", "status", "done_on"),
    )  # fmt: skip

    number: Mapped[str]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"))
    text: Mapped[str]
    action_kind: Mapped[ActionKind] = mapped_column(State(ActionKind), default=ActionKind.SUPPORT)
    priority: Mapped[ActionPriority] = mapped_column(
        State(ActionPriority), default=ActionPriority.NORMAL
    )
    owner_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    owner_agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"), index=True)
    owner_agency: Mapped[str] = mapped_column(default="")
    coworkers: Mapped[list[str]] = mapped_column(default=list)
    set_on: Mapped[date]
    due_on: Mapped[date]
    original_due_on: Mapped[date]
    status: Mapped[ActionStatus] = mapped_column(State(ActionStatus), default=ActionStatus.OPEN)
    done_on: Mapped[date | None]
    outcome_note: Mapped[str] = mapped_column(default="")
    barrier_category: Mapped[BarrierCategory | None] = mapped_column(State(BarrierCategory))
    waiting_on: Mapped[str] = mapped_column(default="")
    waiting_since: Mapped[date | None]
    closed_on: Mapped[date | None]
    continues_id: Mapped[UUID | None] = mapped_column(ForeignKey("action.id"))
    handed_over_on: Mapped[date | None]
    accepted_on: Mapped[date | None]
    sensitivity: Mapped[Sensitivity] = mapped_column(
        State(Sensitivity), default=Sensitivity.STANDARD
    )


class ActionMove(Record):
    """A due date that was changed, and why. The original stays on the action."""

    __tablename__ = "action_move"
    kind = RecordKind.ACTION_MOVE
    log = Whole()

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    action_id: Mapped[UUID] = mapped_column(ForeignKey("action.id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date]
    reason: Mapped[str]
    moved_on: Mapped[date]
    moved_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))


class ActionNote(Record):
    """What an owner reported about an action on one day."""

    __tablename__ = "action_note"
    kind = RecordKind.ACTION_NOTE
    log = Whole()

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    action_id: Mapped[UUID] = mapped_column(ForeignKey("action.id"), index=True)
    noted_on: Mapped[date]
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"))
    status: Mapped[ActionStatus] = mapped_column(State(ActionStatus))
    text: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class EnforcementCheck(Record):
    """What was thought of before an enforcement action: whom it protects, whom it drives off."""

    __tablename__ = "enforcement_check"
    kind = RecordKind.ENFORCEMENT_CHECK
    log = Whole()

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    action_id: Mapped[UUID] = mapped_column(ForeignKey("action.id"), index=True)
    victim_effect: Mapped[str] = mapped_column(default="")
    engagement_effect: Mapped[str] = mapped_column(default="")
    checked_on: Mapped[date]
    checked_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    sensitivity: Mapped[Sensitivity] = guarded()


class Barrier(Record):
    """Something that stops an action or a goal."""

    __tablename__ = "barrier"
    kind = RecordKind.BARRIER
    log = Fields(
        together=(
            ("person_id", "action_id", "since"),
            ("status", "resolution", "accepted_by_id", "review_on"),
        )
    )
    constraints = (
        Index("ix_barrier_status", "status", "since"),
        Index("ix_barrier_category", "category", "status"),
    )

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    action_id: Mapped[UUID | None] = mapped_column(ForeignKey("action.id"), index=True)
    goal_id: Mapped[UUID | None] = mapped_column(ForeignKey("goal.id"))
    category: Mapped[BarrierCategory] = mapped_column(State(BarrierCategory))
    own_category: Mapped[str] = mapped_column(default="")
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    description: Mapped[str] = mapped_column(default="")
    tried: Mapped[str] = mapped_column(default="")
    severity: Mapped[NeedSeverity | None] = mapped_column(State(NeedSeverity))
    since: Mapped[date]
    status: Mapped[BarrierStatus] = mapped_column(
        State(BarrierStatus), default=BarrierStatus.IDENTIFIED
    )
    resolution: Mapped[str] = mapped_column(default="")
    accepted_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    review_on: Mapped[date | None]
    worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    settled_on: Mapped[date | None]
    sensitivity: Mapped[Sensitivity] = guarded()


class Contact(Record):
    """One try at contact, whatever came of it."""

    __tablename__ = "contact"
    kind = RecordKind.CONTACT
    log = Whole(restricted=("restricted_note",))
    constraints = (Index("ix_contact_person_at", "person_id", "at"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    worker_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    contact_type: Mapped[ContactType] = mapped_column(State(ContactType))
    result: Mapped[ContactResult] = mapped_column(State(ContactResult))
    place: Mapped[str] = mapped_column(default="")
    words: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int | None]
    next_try_on: Mapped[date | None]
    with_whom: Mapped[str] = mapped_column(default="", server_default="")
    restricted_note: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()
