"""What is shown of tools and of what was scored with them: by tool, the latest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.assessments.rules import (
    NOT_THERE,
    THERE,
    Item,
    Score,
    Tool,
    Total,
    band_of,
    total_of,
)
from coordinator.domain.lists.assessments import ToolKind
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.people.assessments import AssessmentRow
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class ToolRow:
    """One edition of a tool.

    Attributes:
        family: The same for all its editions.
        is_current: The newest of them: the one that is scored with.
        is_used: Somebody was scored with it: it is followed by a new edition, never changed.
        is_shipped: It came with the program and nobody wrote it down here yet.
    """

    id: UUID
    revision: int
    tool: Tool
    family: UUID
    edition: int = 1
    is_current: bool = True
    is_used: bool = False
    is_shipped: bool = False
    ended_on: date | None = None
    end_reason: str = field(default="", repr=False)

    @property
    def can_score(self) -> bool:
        """Whether somebody can be scored with it now."""
        return self.is_current and self.ended_on is None and bool(self.tool.items)


@dataclass(frozen=True, slots=True)
class Scored:
    """That somebody was scored once, with what each item was and why."""

    id: UUID
    revision: int
    tool: ToolRow
    done_on: date
    scorer: str
    agency: str = ""
    purpose: str = ""
    note: str = field(default="", repr=False)
    scores: Mapping[str, Score] = field(default_factory=dict, repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD
    ended_on: date | None = None
    end_reason: str = field(default="", repr=False)

    @property
    def total(self) -> Total:
        """What it comes to, and of how many items."""
        return total_of(self.tool.tool, self.scores)

    @property
    def band(self) -> str:
        """The band it is in, or is at least in."""
        return band_of(self.tool.tool, self.total)

    def score_of(self, item: Item) -> Score:
        """Give what an item was scored; nothing known where it is not there."""
        return self.scores.get(item.key, Score())


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of the latest scoring beside the time before.

    Attributes:
        before: Nothing where it was not scored before on the same range.
    """

    item: Item
    now: Score
    before: Score | None = None


@dataclass(frozen=True, slots=True)
class ToolHistory:
    """What one person was scored with one tool, in all its editions, the latest first."""

    tool: ToolRow
    scored: tuple[Scored, ...]

    @property
    def standing(self) -> tuple[Scored, ...]:
        """Those that count, the latest first."""
        return tuple(one for one in self.scored if one.ended_on is None)

    @property
    def latest(self) -> Scored | None:
        """What stands."""
        return next(iter(self.standing), None)

    @property
    def before(self) -> Scored | None:
        """The time before, where totals can be held against each other."""
        return next(iter(self.comparable[1:]), None)

    @property
    def comparable(self) -> tuple[Scored, ...]:
        """Those made of the same items and ranges as the latest, the latest first."""
        latest = self.latest
        if latest is None:
            return ()
        return tuple(one for one in self.standing if one.tool.tool.shape == latest.tool.tool.shape)

    @property
    def items(self) -> tuple[ItemRow, ...]:
        """The items of the latest scoring, each beside the time before it."""
        if (latest := self.latest) is None:
            return ()
        earlier = next(iter(self.standing[1:]), None)
        return tuple(
            ItemRow(item, latest.score_of(item), _before(item, earlier))
            for item in latest.tool.tool.items
        )


@dataclass(frozen=True, slots=True)
class PersonAssessments:
    """What somebody was assessed with here and elsewhere.

    Attributes:
        tools: Those one can score with now.
        is_on: The panel switched assessments on; off, only what is on file is shown.
        may_score: Whoever asks may score.
        may_restrict: Whoever asks may keep it from others.
        scorers: Who may have scored: in post, with their agency.
        unsettled: Which of what stands says two things, by entry and field.
    """

    person: UUID
    reference: str
    name: PersonName = field(repr=False)
    histories: tuple[ToolHistory, ...] = ()
    elsewhere: tuple[AssessmentRow, ...] = ()
    tools: tuple[ToolRow, ...] = ()
    is_on: bool = False
    may_score: bool = False
    may_restrict: bool = False
    scorers: tuple[tuple[UUID, str], ...] = ()
    sitter: UUID | None = None
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on file."""
        return not (self.histories or self.elsewhere)


@dataclass(frozen=True, slots=True)
class FactorCount:
    """In how many people of the caseload a factor was found; each was asked once and latest."""

    words: str
    there: int
    not_there: int
    not_known: int


@dataclass(frozen=True, slots=True)
class Prevalence:
    """One checklist over the caseload.

    Attributes:
        people: On the caseload.
        asked: Of them with a list on file; the counts of each factor add up to this.
    """

    tool: ToolRow
    people: int
    asked: int
    factors: tuple[FactorCount, ...]


@dataclass(frozen=True, slots=True)
class ToolsPage:
    """The panel's tools with their editions, and how often factors are found."""

    tools: tuple[ToolRow, ...]
    prevalence: tuple[Prevalence, ...] = ()
    is_on: bool = False
    may_edit: bool = False


def prevalence_of(tool: ToolRow, people: int, latest: Iterable[Scored]) -> Prevalence:
    """Count factors in the latest lists of a tool, one list for each person."""
    lists = list(latest)
    factors = tuple(_counted(item, lists) for item in tool.tool.items)
    return Prevalence(tool, people, len(lists), factors)


def in_order(histories: Iterable[ToolHistory]) -> tuple[ToolHistory, ...]:
    """Put what has a total before lists of factors; else the order stays."""
    return tuple(sorted(histories, key=lambda one: is_checklist(one.tool)))


def is_checklist(row: ToolRow) -> bool:
    """Whether it is a list of factors, without a total."""
    return row.tool.kind is ToolKind.CHECKLIST


def _counted(item: Item, lists: Iterable[Scored]) -> FactorCount:
    values = [one.score_of(item).value for one in lists]
    there, not_there = values.count(THERE), values.count(NOT_THERE)
    return FactorCount(item.words, there, not_there, len(values) - there - not_there)


def _before(item: Item, earlier: Scored | None) -> Score | None:
    if earlier is None:
        return None
    then = next((one for one in earlier.tool.tool.items if one.key == item.key), None)
    if then is None or (then.lowest, then.highest) != (item.lowest, item.highest):
        return None
    return earlier.score_of(item)
