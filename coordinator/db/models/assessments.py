"""Tools the panel scores with, and what was scored, item by item."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from coordinator.db.models.base import Fields, Record, Whole, guarded
from coordinator.db.types import State
from coordinator.domain.lists.assessments import ToolKind
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.states import Sensitivity


class AssessmentTool(Record):
    """A tool as the panel set it up; one in use is followed by a new edition, never changed."""

    __tablename__ = "assessment_tool"
    kind = RecordKind.ASSESSMENT_TOOL
    log = Fields(together=(("edition_of_id", "edition"), ("ended_on", "end_reason")))

    edition_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("assessment_tool.id"))
    edition: Mapped[int] = mapped_column(default=1)
    tool_kind: Mapped[ToolKind] = mapped_column(State(ToolKind), default=ToolKind.SCORED)
    name: Mapped[str]
    owner: Mapped[str] = mapped_column(default="")
    acknowledgement: Mapped[str] = mapped_column(default="")
    period: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")


class ToolItem(Record):
    """One item of a tool, scored from `lowest` to `highest` in steps; both are included."""

    __tablename__ = "tool_item"
    kind = RecordKind.TOOL_ITEM
    log = Fields(together=(("tool_id", "key"), ("lowest", "highest", "step")))

    tool_id: Mapped[UUID] = mapped_column(ForeignKey("assessment_tool.id"), index=True)
    rank: Mapped[int] = mapped_column(default=0)
    key: Mapped[str]
    words: Mapped[str]
    lowest: Mapped[int] = mapped_column(default=0)
    highest: Mapped[int]
    step: Mapped[int] = mapped_column(default=1)
    guide: Mapped[str] = mapped_column(default="")


class ToolBand(Record):
    """What a total from `lowest` to `highest` is called; both are included."""

    __tablename__ = "tool_band"
    kind = RecordKind.TOOL_BAND
    log = Fields(together=(("tool_id", "lowest", "highest"),))

    tool_id: Mapped[UUID] = mapped_column(ForeignKey("assessment_tool.id"), index=True)
    name: Mapped[str]
    lowest: Mapped[int]
    highest: Mapped[int]


class Assessment(Record):
    """That somebody was scored with one edition of a tool on one day. Totals are never stored."""

    __tablename__ = "assessment"
    kind = RecordKind.ASSESSMENT
    log = Fields(
        together=(
            ("person_id", "tool_id", "done_on", "scorer_id", "agency_id"),
            ("ended_on", "end_reason"),
        )
    )
    constraints = (Index("ix_assessment_person_done", "person_id", "done_on"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"))
    tool_id: Mapped[UUID] = mapped_column(ForeignKey("assessment_tool.id"), index=True)
    done_on: Mapped[date]
    scorer_id: Mapped[UUID] = mapped_column(ForeignKey("professional.id"))
    agency_id: Mapped[UUID | None] = mapped_column(ForeignKey("agency.id"))
    purpose: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]
    end_reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()


class AssessmentScore(Record):
    """What one item of a tool was scored, and why; no value where it is not known.

    What the item was called that day stands with it, so that the entry says itself what it is.
    """

    __tablename__ = "assessment_score"
    kind = RecordKind.ASSESSMENT_SCORE
    log = Whole()

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    assessment_id: Mapped[UUID] = mapped_column(ForeignKey("assessment.id"), index=True)
    item: Mapped[str]
    called: Mapped[str] = mapped_column(default="")
    value: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = guarded()
