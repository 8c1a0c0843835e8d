"""What stands around a person: other forums, people they are tied to, workers who may not know."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.lists.sharing import ForumKind, ForumStatus, RelationEffect, RelationKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Answer, Sensitivity


class ForumInvolvement(Record):
    """That another forum deals with the person: the fact, a date, a contact; never content."""

    __tablename__ = "forum_involvement"
    kind = RecordKind.FORUM_INVOLVEMENT
    log = Fields(together=(("person_id", "forum", "own_forum"), ("status", "status_on")))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    forum: Mapped[ForumKind] = mapped_column(State(ForumKind))
    own_forum: Mapped[str] = mapped_column(default="")
    status: Mapped[ForumStatus] = mapped_column(State(ForumStatus), default=ForumStatus.OPEN)
    status_on: Mapped[date | None]
    reference: Mapped[str] = mapped_column(default="")
    contact: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class Relationship(Record):
    """Somebody the person is tied to: on file too, or a name only."""

    __tablename__ = "relationship"
    kind = RecordKind.RELATIONSHIP
    log = Fields(together=(("person_id", "other_id", "name"), ("ended_on", "end_reason")))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    other_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(default="")
    relation: Mapped[RelationKind] = mapped_column(State(RelationKind))
    effect: Mapped[RelationEffect | None] = mapped_column(State(RelationEffect))
    not_discussed_with: Mapped[bool] = mapped_column(default=False)
    lives_with: Mapped[Answer | None] = mapped_column(State(Answer))
    is_child: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class ExcludedWorker(Record):
    """One professional who must not be told about the person, whatever their agency may know."""

    __tablename__ = "excluded_worker"
    kind = RecordKind.EXCLUDED_WORKER

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    professional_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"), index=True)
    reason: Mapped[str] = mapped_column(default="")
    since: Mapped[date]


class FieldGuard(Record):
    """How far one part of an entry may travel, where the entry itself cannot be held back whole.

    `entry_id` is of a record of `entry_kind`, `field` one of its columns. Where two of them speak
    of the same part, the stricter holds. It is about nobody where a text of a meeting is.
    """

    __tablename__ = "field_guard"
    kind = RecordKind.FIELD_GUARD
    log = Fields(together=(("person_id", "entry_kind", "entry_id", "field"),))

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    entry_kind: Mapped[RecordKind] = mapped_column(State(RecordKind))
    entry_id: Mapped[UUID] = mapped_column(index=True)
    field: Mapped[str]
    level: Mapped[Sensitivity] = mapped_column(State(Sensitivity))


class OutsideAssessment(Record):
    """That another agency assessed the person: tool, day, result in words, where it is held."""

    __tablename__ = "outside_assessment"
    kind = RecordKind.OUTSIDE_ASSESSMENT
    log = Fields(together=(("person_id", "tool", "done_on"), ("ended_on", "end_reason")))

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    tool: Mapped[str]
    done_on: Mapped[date | None]
    result: Mapped[str] = mapped_column(default="")
    done_by: Mapped[str] = mapped_column(default="")
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    held_where: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()
