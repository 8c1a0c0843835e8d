"""What the panel learns: themes, notes, reviews, programmes, words beside a period's counts."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, guarded
from coordinator.db.types import State
from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import ReviewStatus, Sensitivity


class Theme(Record):
    """An issue of the whole area in three bands; the overall is entered by a person, with why.

    Never about a person: cases and gaps hang on it by count.
    """

    __tablename__ = "theme"
    kind = RecordKind.THEME
    log = Fields(
        together=(
            (
                "to_public",
                "to_partnership",
                "mitigation",
                "overall",
                "overall_reason",
                "banded_on",
                "banded_by_id",
            ),
            ("ended_on", "end_reason"),
        )
    )

    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    unknowns: Mapped[str] = mapped_column(default="")
    to_public: Mapped[Harm | None] = mapped_column(State(Harm))
    to_partnership: Mapped[Harm | None] = mapped_column(State(Harm))
    mitigation: Mapped[Mitigation | None] = mapped_column(State(Mitigation))
    overall: Mapped[Overall | None] = mapped_column(State(Overall))
    overall_reason: Mapped[str] = mapped_column(default="")
    banded_on: Mapped[date | None]
    banded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("professional.id"))
    review_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class ThemeLink(Record):
    """That a case or a gap is part of a theme; told by count alone."""

    __tablename__ = "theme_link"
    kind = RecordKind.THEME_LINK
    log = Fields(together=(("theme_id", "person_id", "case_id", "gap_id", "linked_on"),))

    theme_id: Mapped[UUID] = mapped_column(ForeignKey("theme.id"), index=True)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    gap_id: Mapped[UUID | None] = mapped_column(ForeignKey("gap.id"), index=True)
    linked_on: Mapped[date]


class LearningNote(Record):
    """What happened and what people would do differently: after a meeting, a case or a gap."""

    __tablename__ = "learning_note"
    kind = RecordKind.LEARNING_NOTE
    log = Fields(
        together=(
            ("person_id", "case_id", "meeting_id", "gap_id", "review_id", "noted_on"),
            ("ended_on", "end_reason"),
        )
    )
    constraints = (Index("ix_learning_note_noted", "noted_on"),)

    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    meeting_id: Mapped[UUID | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    gap_id: Mapped[UUID | None] = mapped_column(ForeignKey("gap.id"))
    review_id: Mapped[UUID | None] = mapped_column(ForeignKey("learning_review.id"))
    noted_on: Mapped[date]
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    happened: Mapped[str]
    differently: Mapped[str] = mapped_column(default="")
    tag: Mapped[LearningTag | None] = mapped_column(State(LearningTag))
    shared_with: Mapped[SharedWith] = mapped_column(State(SharedWith), default=SharedWith.PANEL)
    told_without_names: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class LearningReview(Record):
    """A look back at a group's or one death's story, with recommendations that become actions."""

    __tablename__ = "learning_review"
    kind = RecordKind.LEARNING_REVIEW
    log = Fields(
        together=(
            ("number", "review_kind", "person_id", "begun_on"),
            ("status", "closed_on", "close_reason"),
        )
    )

    number: Mapped[str]
    review_kind: Mapped[ReviewKind] = mapped_column(State(ReviewKind))
    title: Mapped[str]
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey("person.id"), index=True)
    begun_on: Mapped[date]
    led_by: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    found: Mapped[str] = mapped_column(default="")
    status: Mapped[ReviewStatus] = mapped_column(State(ReviewStatus), default=ReviewStatus.BEGUN)
    closed_on: Mapped[date | None]
    close_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class Programme(Record):
    """A pilot, a cohort or a funded programme whose people can be told apart from the others."""

    __tablename__ = "programme"
    kind = RecordKind.PROGRAMME
    log = Fields(together=(("from_on", "to_on"), ("ended_on", "end_reason")))

    name: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class ProgrammePlace(Record):
    """That a person's case belongs to a programme, from when to when."""

    __tablename__ = "programme_place"
    kind = RecordKind.PROGRAMME_PLACE
    log = Fields(
        together=(("programme_id", "person_id", "case_id", "from_on"), ("to_on", "end_reason"))
    )

    programme_id: Mapped[UUID] = mapped_column(ForeignKey("programme.id"), index=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[UUID | None] = mapped_column(ForeignKey("case_period.id"))
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class ReportNote(Record):
    """What somebody says beside the figures of a period, for one part of a report. No names."""

    __tablename__ = "report_note"
    kind = RecordKind.REPORT_NOTE
    log = Fields(together=(("from_on", "to_on", "section"),))

    from_on: Mapped[date] = mapped_column(index=True)
    to_on: Mapped[date]
    section: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
