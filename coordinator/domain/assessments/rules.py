"""What a tool may be, what may be scored with it, and what a total may say.

A total is told only with how many items it is of: what is not known is no nought, and a band is
given only to a whole total, or as *at least*. Source: domain page 5.5, and 1b rows 49 and 66.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final
from uuid import UUID

from coordinator.domain.adversity import is_of_past_adversity
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.assessments import ToolKind
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank

THERE, NOT_THERE = 1, 0
"""What a factor of a checklist is scored; nothing where it is not known."""
HIGHEST: Final = 1000
MOST_ITEMS: Final = 60


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a tool, scored from `lowest` to `highest` in steps; both are included.

    Attributes:
        key: Tells it from the others in every edition; a key is never given to another item.
        words: What it is called.
        guide: What each score means, in the owner's words, where the panel may use them.
    """

    key: str
    words: str
    highest: int = THERE
    lowest: int = NOT_THERE
    step: int = 1
    guide: str = field(default="", repr=False)

    def takes(self, value: int) -> bool:
        """Whether this can be scored."""
        return not self.fault_of(value)

    def fault_of(self, value: int) -> str:
        """Name the rule a score breaks; nothing when it can be."""
        if value < 0:
            return "negative"
        if not self.lowest <= value <= self.highest:
            return "out-of-range"
        return "off-step" if (value - self.lowest) % self.step else ""


@dataclass(frozen=True, slots=True)
class Band:
    """What a total from `lowest` to `highest` is called; both are included."""

    name: str
    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Tool:
    """One edition of a tool, as the panel set it up.

    Attributes:
        owner: Who owns its wording; empty for one of the panel's own.
        acknowledgement: What the owner wants printed wherever it is shown.
        period: Over which time it looks: *the past month*.
    """

    name: str
    kind: ToolKind = ToolKind.SCORED
    items: tuple[Item, ...] = ()
    bands: tuple[Band, ...] = ()
    owner: str = ""
    acknowledgement: str = ""
    period: str = ""

    @property
    def least(self) -> int:
        """The least a whole total can be."""
        return sum(one.lowest for one in self.items)

    @property
    def most(self) -> int:
        """The most a whole total can be."""
        return sum(one.highest for one in self.items)

    @property
    def shape(self) -> frozenset[tuple[str, int, int, int]]:
        """What makes totals comparable: the items with their ranges, whatever their words."""
        return frozenset((one.key, one.lowest, one.highest, one.step) for one in self.items)


@dataclass(frozen=True, slots=True)
class Score:
    """What one item was scored, and why; no value where it is not known.

    Attributes:
        is_kept: There is a score that whoever reads may not have.
    """

    value: int | None = None
    reason: str = field(default="", repr=False)
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Scoring:
    """That somebody is scored with one edition of a tool, as it is typed in.

    Attributes:
        scores: By the key of the item; an item that is not in it is not known.
        scorer_id: Who scored; whoever sits at the desk, when nothing.
        purpose: What it is for.
    """

    tool_id: UUID
    done_on: date | None
    scores: Mapping[str, Score] = field(repr=False)
    scorer_id: UUID | None = None
    agency_id: UUID | None = None
    purpose: str = ""
    note: str = field(default="", repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class Total:
    """What the known items come to, and of how many items that is.

    Attributes:
        points: The sum of the known ones.
        known: How many are known.
        items: How many there are.
        least: What it is at least, whatever the unknown ones are.
    """

    points: int
    known: int
    items: int
    least: int

    @property
    def is_whole(self) -> bool:
        """Whether every item is known: only then it is a total."""
        return self.known == self.items


def total_of(tool: Tool, scores: Mapping[str, Score]) -> Total:
    """Add up what is known; scores of items the edition does not have do not count."""
    known = {one.key: _value(scores, one) for one in tool.items}
    points = sum(value for value in known.values() if value is not None)
    unknown = sum(one.lowest for one in tool.items if known[one.key] is None)
    count = sum(value is not None for value in known.values())
    return Total(points, count, len(tool.items), points + unknown)


def _value(scores: Mapping[str, Score], item: Item) -> int | None:
    found = scores.get(item.key)
    return found.value if found is not None else None


def band_of(tool: Tool, total: Total) -> str:
    """Name the band a total is in, or is at least in; nothing where no band fits."""
    for one in tool.bands:
        if one.lowest <= total.least <= one.highest:
            return one.name
    return ""


def check_tool(tool: Tool) -> None:
    """Refuse a tool that cannot be scored with, and one that adds up somebody's past adversity.

    Nobody is given a score of that. Source: domain page 5.5.

    Raises:
        InvalidFieldsError: `name`, `item_words` `required`; `name` `past-adversity`; `items`
            `required` or `too-many`; `highest` `not-above-lowest` or `out-of-range`; `lowest`
            `negative`; `step` `off-step`; `acknowledgement` `required` where it has an owner;
            `bands` `bands-unfit`, `band_name` `required`, `band_highest` `before-lowest`,
            `band_lowest` `bands-overlap` or `beyond-total`.
    """
    wrong: dict[str, str] = {}
    if is_blank(tool.name):
        wrong["name"] = "required"
    elif is_of_past_adversity(tool.name):
        wrong["name"] = "past-adversity"
    if not is_blank(tool.owner) and is_blank(tool.acknowledgement):
        wrong["acknowledgement"] = "required"
    if len(tool.items) > MOST_ITEMS:
        wrong["items"] = "too-many"
    for item in tool.items:
        wrong |= _faults_of(item)
    wrong |= _faults_of_bands(tool)
    if wrong:
        raise InvalidFieldsError(wrong)


def is_name_of_one(name: str, others: Iterable[str]) -> bool:
    """Whether another tool is called so, whatever its capitals and blanks."""
    return _folded(name) in set(map(_folded, others))


def check_only_name(name: str, others: Iterable[str]) -> None:
    """Refuse a second tool of one name: nobody could tell which somebody was scored with.

    Args:
        name: As typed.
        others: The names of the other tools that are scored with now.

    Raises:
        InvalidFieldsError: `name` is `tool-exists`.
    """
    if is_name_of_one(name, others):
        raise InvalidFieldsError({"name": "tool-exists"})


def check_can_score(tool: Tool, ended_on: date | None) -> None:
    """Refuse to score with a tool that has no items yet, or is used no more.

    Raises:
        GuardError: `tool-empty`, `tool-ended`.
    """
    if ended_on is not None:
        raise GuardError("tool-ended")
    if not tool.items:
        raise GuardError("tool-empty")


def check_scoring(tool: Tool, scoring: Scoring, today: date) -> None:
    """Refuse what cannot have been scored.

    Raises:
        InvalidFieldsError: `done_on` `required` or `in-the-future`; `value KEY` `negative`,
            `out-of-range`, `off-step`, or, where nothing at all is known, `nothing-scored` at the
            first; `why KEY` `required` for a score above the lowest; `items` `unknown`.
    """
    wrong: dict[str, str] = {}
    if scoring.done_on is None:
        wrong["done_on"] = "required"
    elif scoring.done_on > today:
        wrong["done_on"] = "in-the-future"
    if scoring.scores.keys() - {one.key for one in tool.items}:
        wrong["items"] = "unknown"
    for item in tool.items:
        wrong |= _faults_of_score(item, scoring.scores.get(item.key, Score()))
    if all(one.value is None for one in scoring.scores.values()):
        wrong[value_name(tool.items[0].key)] = "nothing-scored"
    if wrong:
        raise InvalidFieldsError(wrong)


def value_name(key: str) -> str:
    """Name the entry of a form that takes the score of an item."""
    return f"value {key}"


def why_name(key: str) -> str:
    """Name the entry of a form that takes why an item is scored so."""
    return f"why {key}"


def check_counts(ended_on: date | None) -> None:
    """Refuse to end what counts no more.

    Raises:
        GuardError: `scoring-ended`.
    """
    if ended_on is not None:
        raise GuardError("scoring-ended")


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _faults_of_score(item: Item, score: Score) -> dict[str, str]:
    if score.value is None:
        return {}
    if fault := item.fault_of(score.value):
        return {value_name(item.key): fault}
    if score.value > item.lowest and is_blank(score.reason):
        return {why_name(item.key): "required"}
    return {}


def _faults_of(item: Item) -> dict[str, str]:
    wrong: dict[str, str] = {}
    if is_blank(item.words):
        wrong["item_words"] = "required"
    if item.lowest < 0:
        wrong["lowest"] = "negative"
    if item.highest <= item.lowest:
        wrong["highest"] = "not-above-lowest"
    elif item.highest > HIGHEST:
        wrong["highest"] = "out-of-range"
    elif item.step < 1 or (item.highest - item.lowest) % item.step:
        wrong["step"] = "off-step"
    return wrong


def _faults_of_bands(tool: Tool) -> dict[str, str]:
    if tool.bands and tool.kind is ToolKind.CHECKLIST:
        return {"bands": "bands-unfit"}
    wrong: dict[str, str] = {}
    for band in tool.bands:
        if is_blank(band.name):
            wrong["band_name"] = "required"
        if band.highest < band.lowest:
            wrong["band_highest"] = "before-lowest"
        elif band.lowest < tool.least or band.highest > tool.most:
            wrong["band_highest"] = "beyond-total"
    return wrong | ({"band_lowest": "bands-overlap"} if _overlap(tool.bands) else {})


def _overlap(bands: Iterable[Band]) -> bool:
    ordered: Sequence[Band] = sorted(bands, key=lambda one: (one.lowest, one.highest))
    return any(after.lowest <= before.highest for before, after in pairwise(ordered))
