"""Plans for places and groups: priorities, measures, seats. No person is named in any of them."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole
from coordinator.db.types import State
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import PlacePlanStatus


class PlaceGroup(Record):
    """The people who meet about a place, or about one task until a day."""

    __tablename__ = "place_group"
    kind = RecordKind.PLACE_GROUP
    log = Fields(together=(("ended_on", "end_reason"),))

    name: Mapped[str]
    group_kind: Mapped[GroupKind] = mapped_column(State(GroupKind), default=GroupKind.PLACE)
    place: Mapped[str] = mapped_column(default="")
    under_id: Mapped[UUID | None] = mapped_column(ForeignKey("place_group.id"))
    task: Mapped[str] = mapped_column(default="")
    until_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class GroupSeat(Record):
    """A seat of a group: whose, who holds it, since when it stands empty."""

    __tablename__ = "group_seat"
    kind = RecordKind.GROUP_SEAT
    log = Fields(together=(("holder_id", "holder", "vacant_since"), ("ended_on", "end_reason")))

    group_id: Mapped[UUID] = mapped_column(ForeignKey("place_group.id"), index=True)
    name: Mapped[str]
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    agency: Mapped[str] = mapped_column(default="")
    holder_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    holder: Mapped[str] = mapped_column(default="")
    vacant_since: Mapped[date | None]
    rank: Mapped[int] = mapped_column(default=0)
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class PlacePlan(Record):
    """What agencies do together in one place over one time."""

    __tablename__ = "place_plan"
    kind = RecordKind.PLACE_PLAN
    log = Fields(
        together=(
            ("number", "place", "group_id"),
            ("status", "agreed_on", "ended_on", "end_reason"),
        )
    )

    number: Mapped[str]
    place: Mapped[str]
    title: Mapped[str]
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("place_group.id"))
    from_on: Mapped[date]
    to_on: Mapped[date]
    summary: Mapped[str] = mapped_column(default="")
    no_names: Mapped[list[str]] = mapped_column(default=list)
    """Its words that are somebody's name on file, and nobody's here: a street, a month."""
    status: Mapped[PlacePlanStatus] = mapped_column(
        State(PlacePlanStatus), default=PlacePlanStatus.DRAFT
    )
    agreed_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class PlacePriority(Record):
    """One thing a place plan sets out to change, and why."""

    __tablename__ = "place_priority"
    kind = RecordKind.PLACE_PRIORITY
    log = Fields(together=(("ended_on", "end_reason"),))

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("place_plan.id"), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    title: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    owner_agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class PlaceMeasure(Record):
    """By what a place plan is told to work: from where, to where, by which source, with what care.

    `baseline` and `target` are in words with their unit: *49% feel safe after dark*.
    """

    __tablename__ = "place_measure"
    kind = RecordKind.PLACE_MEASURE
    log = Fields(
        together=(
            ("baseline", "baseline_on"),
            ("target", "target_on"),
            ("source", "caveat"),
            ("ended_on", "end_reason"),
        )
    )

    plan_id: Mapped[UUID] = mapped_column(ForeignKey("place_plan.id"), index=True)
    priority_id: Mapped[UUID | None] = mapped_column(ForeignKey("place_priority.id"))
    title: Mapped[str]
    unit: Mapped[str] = mapped_column(default="")
    baseline: Mapped[str] = mapped_column(default="")
    baseline_on: Mapped[date | None]
    target: Mapped[str] = mapped_column(default="")
    target_on: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="")
    caveat: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class PlaceReading(Record):
    """What a measure stood at on one day, by whose figures."""

    __tablename__ = "place_reading"
    kind = RecordKind.PLACE_READING
    log = Whole()

    measure_id: Mapped[UUID] = mapped_column(ForeignKey("place_measure.id"), index=True)
    read_on: Mapped[date]
    value: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))


class ActionTie(Record):
    """What an action that is about no person belongs to, and by what it is told to be done."""

    __tablename__ = "action_tie"
    kind = RecordKind.ACTION_TIE
    log = Fields(together=(("action_id", "priority_id", "review_id"),))

    action_id: Mapped[UUID] = mapped_column(ForeignKey("action.id"), index=True)
    priority_id: Mapped[UUID | None] = mapped_column(ForeignKey("place_priority.id"), index=True)
    review_id: Mapped[UUID | None] = mapped_column(ForeignKey("learning_review.id"), index=True)
    measure: Mapped[str] = mapped_column(default="")
    recommendation: Mapped[str] = mapped_column(default="")
