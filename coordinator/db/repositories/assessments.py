"""The questions asked of tools and of what was scored with them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from coordinator.db.holding_back import WHATEVER
from coordinator.db.models import (
    Assessment,
    AssessmentScore,
    AssessmentTool,
    Case,
    ToolBand,
    ToolItem,
)
from coordinator.db.repositories.pieces import in_pieces
from coordinator.domain.cases.caseload import UNDER_WAY


class Assessments:
    """Tools, their items and bands, and scorings, inside one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tools(self) -> Sequence[AssessmentTool]:
        """List every edition of every tool, those that ended too, by name and edition."""
        order = (AssessmentTool.name, AssessmentTool.edition, AssessmentTool.id)
        return list(self._session.scalars(select(AssessmentTool).order_by(*order)))

    def items(self, tools: Collection[UUID]) -> Sequence[ToolItem]:
        """List the items of these editions in their order."""
        asked = select(ToolItem).order_by(ToolItem.rank, ToolItem.id)
        return [
            one
            for some in in_pieces(tools)
            for one in self._session.scalars(asked.where(ToolItem.tool_id.in_(some)))
        ]

    def bands(self, tools: Collection[UUID]) -> Sequence[ToolBand]:
        """List the bands of these editions, the lowest first."""
        asked = select(ToolBand).order_by(ToolBand.lowest, ToolBand.id)
        return [
            one
            for some in in_pieces(tools)
            for one in self._session.scalars(asked.where(ToolBand.tool_id.in_(some)))
        ]

    def used(self) -> frozenset[UUID]:
        """Give the editions somebody was ever scored with, whoever may see it."""
        scored = exists().where(Assessment.tool_id == AssessmentTool.id)
        told = select(AssessmentTool.id).where(scored)
        ever = {**WHATEVER, "with_removed": True}
        return frozenset(self._session.scalars(told, execution_options=ever))

    def of(self, people: Collection[UUID]) -> Sequence[Assessment]:
        """List what these people were scored with, the latest first."""
        asked = select(Assessment).order_by(Assessment.done_on.desc(), Assessment.id.desc())
        return [
            one
            for some in in_pieces(people)
            for one in self._session.scalars(asked.where(Assessment.person_id.in_(some)))
        ]

    def scores(self, assessments: Collection[UUID]) -> Sequence[AssessmentScore]:
        """List the scores of these assessments."""
        asked = select(AssessmentScore).order_by(AssessmentScore.id)
        return [
            one
            for some in in_pieces(assessments)
            for one in self._session.scalars(asked.where(AssessmentScore.assessment_id.in_(some)))
        ]

    def on_caseload(self) -> frozenset[UUID]:
        """Give everybody with a case under way."""
        asked = select(Case.person_id).where(Case.status.in_(UNDER_WAY))
        return frozenset(self._session.scalars(asked))
