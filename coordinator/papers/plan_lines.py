"""The entries of a plan put into words, each with what of it is not settled."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from coordinator.domain.papers.imprint import ActionLine, NotSettled
from coordinator.domain.papers.plan import BarrierLine, GoalLine, LevelLine, OfferLine
from coordinator.domain.plans.snapshots import RiskLine, StrengthLine
from coordinator.domain.plans.views import PlanView, WarningLine
from coordinator.papers import lines
from coordinator.wording.dates import day
from coordinator.wording.translation import _
from coordinator.wording.unsettled import all_mark_words, marks_of


class PlanLines:
    """Writes the entries of one plan for a paper of one day."""

    def __init__(self, view: PlanView, today: date) -> None:
        self._view, self._today = view, today

    def own_marks(self) -> tuple[NotSettled, ...]:
        """Give what of the plan's own texts is not settled."""
        return self._marks(self._view.id)

    def goals(self) -> tuple[GoalLine, ...]:
        """Write the goals, the person's words first."""
        return tuple(
            replace(lines.goal_line(one), unsettled=self._marks(one.line.id))
            for one in self._view.goals
        )

    def actions(self) -> tuple[ActionLine, ...]:
        """Write the open actions."""
        return tuple(lines.action_line(one, self._today) for one in self._view.actions)

    def offers(self) -> tuple[OfferLine, ...]:
        """Write what agencies contribute."""
        return tuple(
            replace(lines.offer_line(one), unsettled=self._marks(one.line.id))
            for one in self._view.offers
        )

    def risks(self, most: int | None = None) -> tuple[LevelLine, ...]:
        """Write the first risks, or all."""
        return tuple(map(self._risk, self._view.risks[:most]))

    def strengths(self, most: int | None = None) -> tuple[LevelLine, ...]:
        """Write the first strengths, or all."""
        return tuple(map(self._strength, self._view.strengths[:most]))

    def barriers(self) -> tuple[BarrierLine, ...]:
        """Write what stands in the way now."""
        return tuple(
            replace(lines.barrier_line(one), unsettled=self._marks(one.id))
            for one in self._view.barriers
            if one.is_open
        )

    def warnings(self) -> tuple[str, ...]:
        """Write what a worker must know first."""
        return tuple(map(self._warning, self._view.warnings))

    def _risk(self, one: RiskLine) -> LevelLine:
        return replace(lines.risk_line(one), unsettled=self._marks(one.id))

    def _strength(self, one: StrengthLine) -> LevelLine:
        return replace(lines.strength_line(one), unsettled=self._marks(one.id))

    def _warning(self, one: WarningLine) -> str:
        words = warning_line(one.text, one.source, one.review_on, self._today)
        if not (marks := self._marks(one.id)):
            return words
        return _("{words}. Not settled: {both}", words=words, both=all_mark_words(marks))

    def _marks(self, entry: UUID) -> tuple[NotSettled, ...]:
        return tuple(marks_of(self._view.unsettled_in(entry), self._today))


def warning_line(words: str, source: str, review_on: date, today: date) -> str:
    """Write a warning with its source and when it is looked at again."""
    again = day(review_on, today)
    if not source:
        return _("{words} (look again {day})", words=words, day=again)
    return _("{words} ({source}; look again {day})", words=words, source=source, day=again)
