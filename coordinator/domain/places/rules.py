"""What a place plan, its measures and its groups have to say, and what may follow what.

Nobody is ever named in any of it; whom a text names is found in `need_to_know`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.actions.enforcement import Thought
from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.lists.places import GroupKind
from coordinator.domain.lists.plans import ActionKind, ActionPriority
from coordinator.domain.states import PlacePlanStatus
from coordinator.domain.texts import is_blank

_S = PlacePlanStatus
LONGEST_TITLE = 200

MOVES: Mapping[PlacePlanStatus, frozenset[PlacePlanStatus]] = MappingProxyType(
    {
        _S.DRAFT: frozenset({_S.AGREED, _S.ENDED}),
        _S.AGREED: frozenset({_S.ENDED}),
        _S.ENDED: frozenset({_S.AGREED, _S.DRAFT}),
    }
)
"""What may follow what; one that ended goes on as what it was, for a reason."""

PLAN_TEXTS = frozenset({"place", "title", "summary", "end_reason"})
PRIORITY_TEXTS = frozenset({"title", "why", "end_reason"})
MEASURE_TEXTS = frozenset(
    {"title", "unit", "baseline", "target", "source", "caveat", "end_reason"}
)
READING_TEXTS = frozenset({"value", "source"})
ACTION_TEXTS = frozenset({"text", "measure", "victim_effect", "engagement_effect"})
GROUP_TEXTS = frozenset({"name", "place", "task", "end_reason"})
TEXTS = PLAN_TEXTS | PRIORITY_TEXTS | MEASURE_TEXTS | READING_TEXTS | ACTION_TEXTS | GROUP_TEXTS
"""Where nobody may be named, in all the forms together."""

_PLAN = frozenset({"place", "title", "group_id", "from_on", "to_on", "summary"})
_PRIORITY = frozenset({"title", "why", "owner_agency_id", "rank"})
_MEASURE = frozenset(
    {
        "priority_id",
        "title",
        "unit",
        "baseline",
        "baseline_on",
        "target",
        "target_on",
        "source",
        "caveat",
    }
)
_GROUP = frozenset({"name", "place", "under_id", "task", "until_on"})
KNOWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {"plan": _PLAN, "priority": _PRIORITY, "measure": _MEASURE, "group": _GROUP}
)
"""What a form may change, by what it is about."""


@dataclass(frozen=True, slots=True)
class NewPlacePlan:
    """What agencies mean to do together in one place; both days belong to it."""

    place: str
    title: str = field(repr=False)
    from_on: date | None = None
    to_on: date | None = None
    group_id: UUID | None = None
    summary: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewPriority:
    """One thing the plan sets out to change."""

    title: str = field(repr=False)
    why: str = field(default="", repr=False)
    owner_agency_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewMeasure:
    """By what it is told to work: in words with their unit, such as *49% feel safe after dark*."""

    title: str = field(repr=False)
    source: str = field(default="", repr=False)
    priority_id: UUID | None = None
    unit: str = ""
    baseline: str = field(default="", repr=False)
    baseline_on: date | None = None
    target: str = field(default="", repr=False)
    target_on: date | None = None
    caveat: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewReading:
    """What a measure stood at on a day; the measure's own source when none is said."""

    value: str = field(repr=False)
    read_on: date | None = None
    source: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class NewPlaceAction:
    """What one named professional will do in a place by one day, and how it is told to be done.

    Attributes:
        owner_id: The one who answers for it; co-workers help.
        thought: As for every action done against somebody.
    """

    text: str = field(repr=False)
    measure: str = field(repr=False)
    owner_id: UUID | None
    due_on: date | None
    coworkers: tuple[UUID, ...] = ()
    kind: ActionKind = ActionKind.SUPPORT
    priority: ActionPriority = ActionPriority.NORMAL
    meeting_id: UUID | None = None
    thought: Thought | None = None


@dataclass(frozen=True, slots=True)
class PlaceActionWords:
    """An action said better, and what was thought of where that makes it one against somebody."""

    text: str = field(repr=False)
    measure: str = field(repr=False)
    thought: Thought | None = None


@dataclass(frozen=True, slots=True)
class NewGroup:
    """Who meets about a place, a task or the whole area.

    Attributes:
        under_id: The group that set it up.
        until_on: A task-and-finish group ends on a day.
        with_seats: It begins with the published seats of such a group.
    """

    name: str = field(repr=False)
    kind: GroupKind = GroupKind.PLACE
    place: str = ""
    under_id: UUID | None = None
    task: str = field(default="", repr=False)
    until_on: date | None = None
    with_seats: bool = True


def check_move(was: PlacePlanStatus, wanted: PlacePlanStatus) -> None:
    """Refuse what does not follow.

    Raises:
        TransitionError: It does not.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_may_change(status: PlacePlanStatus) -> None:
    """Refuse to write in a plan that ended.

    Raises:
        GuardError: `place-plan-ended`.
    """
    if status is PlacePlanStatus.ENDED:
        raise GuardError("place-plan-ended")


def check_known(what: str, fields: Mapping[str, object]) -> None:
    """Refuse fields that a form of this kind does not have.

    Raises:
        InvalidFieldsError: `unknown`.
    """
    if unknown := fields.keys() - KNOWN[what]:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))


def check_plan(fields: Mapping[str, object]) -> None:
    """Refuse a plan without its place, title or time; only what is given is looked at.

    Raises:
        InvalidFieldsError: `required`, `too-long`, `before-start`.
    """
    wrong = _needed(fields, "place", "title", "from_on", "to_on")
    first, last = fields.get("from_on"), fields.get("to_on")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        wrong["to_on"] = "before-start"
    _refuse(wrong)


def check_priority(fields: Mapping[str, object]) -> None:
    """Refuse a priority without words.

    Raises:
        InvalidFieldsError: `required`, `too-long`.
    """
    _refuse(_needed(fields, "title"))


def check_measure(fields: Mapping[str, object], today: date) -> None:
    """Refuse a measure without its words or its source, or with days that cannot be.

    Raises:
        InvalidFieldsError: `required`, `too-long`, `in-the-future`, `before-start`.
    """
    wrong = _needed(fields, "title", "source")
    base, aim = fields.get("baseline_on"), fields.get("target_on")
    if isinstance(base, date) and base > today:
        wrong["baseline_on"] = "in-the-future"
    if isinstance(base, date) and isinstance(aim, date) and aim < base:
        wrong["target_on"] = "before-start"
    _refuse(wrong)


def check_reading(new: NewReading, today: date) -> None:
    """Refuse a reading that says nothing, or of a day to come.

    Raises:
        InvalidFieldsError: `required`, `in-the-future`.
    """
    wrong = _needed({"value": new.value}, "value")
    if new.read_on is not None and new.read_on > today:
        wrong["read_on"] = "in-the-future"
    _refuse(wrong)


def check_action(new: NewPlaceAction) -> None:
    """Refuse an action that nobody could say to be done; the rest is for `actions.rules`.

    Raises:
        InvalidFieldsError: `measure` is `required`, with all else that is missing.
    """
    wrong = _needed({"text": new.text, "measure": new.measure}, "text", "measure")
    if new.owner_id is None:
        wrong["owner_id"] = "not-a-person"
    if new.due_on is None:
        wrong["due_on"] = "required"
    _refuse(wrong)


def check_action_words(fields: Mapping[str, object]) -> None:
    """Refuse an action, or the measure of one, without words.

    Raises:
        InvalidFieldsError: `required`.
    """
    _refuse(_needed(fields, "text", "measure"))


def check_group(kind: GroupKind, fields: Mapping[str, object], today: date) -> None:
    """Refuse a group without a name, its place, or its task and the day it ends.

    Raises:
        InvalidFieldsError: `required`, `too-long`, `in-the-past`.
    """
    needed = ["name"]
    if kind is GroupKind.PLACE:
        needed.append("place")
    if kind is GroupKind.TASK_AND_FINISH:
        needed += ["task", "until_on"]
    wrong = _needed(fields, *needed)
    until = fields.get("until_on")
    if isinstance(until, date) and until < today:
        wrong["until_on"] = "in-the-past"
    _refuse(wrong)


def check_seat(name: str, vacant_since: date | None, today: date) -> None:
    """Refuse a seat without a name, or vacant since a day to come.

    Raises:
        InvalidFieldsError: `required`, `too-long`, `in-the-future`.
    """
    wrong = _needed({"name": name}, "name")
    if vacant_since is not None and vacant_since > today:
        wrong["vacant_since"] = "in-the-future"
    _refuse(wrong)


def _needed(fields: Mapping[str, object], *names: str) -> dict[str, str]:
    wrong: dict[str, str] = {}
    for name in names:
        if name not in fields:
            continue
        value = fields[name]
        if value is None or (isinstance(value, str) and is_blank(value)):
            wrong[name] = "required"
    for name in ("title", "name", "place"):
        if len(str(fields.get(name) or "")) > LONGEST_TITLE:
            wrong[name] = "too-long"
    return wrong


def _refuse(wrong: dict[str, str]) -> None:
    if wrong:
        raise InvalidFieldsError(wrong)
