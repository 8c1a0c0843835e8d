"""What of a plan My plan may be begun from: a list, and everything that is not on it stays out.

Fields of the plan that are made tomorrow are out until somebody puts them here on purpose. Not on
the list on purpose: what professionals think (formulation, direction, unknowns), risks of every
kind and to whom, barriers, offers and their conditions, what a worker must know first, whom they
trust (other people's names), every note, whoever else is involved.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from coordinator.domain.actions.enforcement import names_measure
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.plans.snapshots import (
    ActionLine,
    GoalLine,
    LeadLine,
    OfferLine,
    RiskLine,
    Snapshot,
    StrengthLine,
)
from coordinator.domain.states import ActionStatus, GoalStatus, Sensitivity
from coordinator.domain.voice.easy_read import sentences_of
from coordinator.domain.voice.own_plans import (
    MOST_DEEDS,
    MOST_GOALS,
    MOST_LINES,
    Deed,
    Part,
    Words,
)

TEXTS: Mapping[str, Part] = MappingProxyType(
    {
        "what_matters": Part.MATTERS,
        "how_to_work": Part.HELPS,
        "what_to_avoid": Part.NOT_HELPS,
        "warning_signs": Part.SIGNS,
        "contingency": Part.THEN,
        "who_to_ring": Part.RING,
    }
)
"""The texts of a plan, and where each begins My plan."""

FIELDS: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        Snapshot: frozenset({"text", "goals", "actions", "strengths"}),
        GoalLine: frozenset({"own_words", "status"}),
        ActionLine: frozenset({"text", "owner", "due_on", "status", "sensitivity"}),
        StrengthLine: frozenset({"text"}),
        LeadLine: frozenset(),
        OfferLine: frozenset(),
        RiskLine: frozenset(),
    }
)
"""What may be looked at, by the kind of line; statuses and sensitivity only decide, they are
never told."""

KINDS = frozenset(
    {
        ActionKind.SUPPORT,
        ActionKind.ENGAGEMENT,
        ActionKind.ASSESSMENT,
        ActionKind.ACCESS,
        ActionKind.ACCOMMODATION,
        ActionKind.HEALTH,
        ActionKind.MONEY,
    }
)
"""Kinds of actions that somebody may be told of here. Enforcement, the law, safeguarding, victims,
what agencies find out, pass on or argue about: told by whoever does it, in their own time."""

_OVER = frozenset({GoalStatus.ACHIEVED, GoalStatus.NOT_ACHIEVED, GoalStatus.DROPPED})
_TO_DO = frozenset({ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.WAITING})

Day = Callable[[Any], str]


class Listed:
    """A line of a plan of which only what is on the list can be had."""

    __slots__ = ("_line", "_listed")

    def __init__(self, line: Any) -> None:
        self._line, self._listed = line, FIELDS.get(type(line), frozenset())

    def get(self, name: str) -> Any:
        """Give a field that is on the list.

        Raises:
            KeyError: It is not.
        """
        if name not in self._listed:
            raise KeyError(name)
        return getattr(self._line, name)


def facts_of(snapshot: Snapshot, day: Day) -> Words:
    """Take from a plan what its person may read in it, cut into sentences.

    Args:
        snapshot: What the lead may take from: whatever is restricted, third-party or done against
            somebody has been left out before, and is left out here once more where a line says so.
        day: Writes a day as the person reads it.
    """
    plan = Listed(snapshot)
    text = plan.get("text")
    found: dict[Part, tuple[str, ...]] = {
        part: sentences_of(text.get(name, ""))[:MOST_LINES] for name, part in TEXTS.items()
    }
    strengths = (Listed(one).get("text") for one in plan.get("strengths"))
    found[Part.GOOD_AT] = _sentences(strengths)[:MOST_LINES]
    goals = (Listed(one) for one in plan.get("goals"))
    wanted = (one.get("own_words") for one in goals if one.get("status") not in _OVER)
    found[Part.GOALS] = tuple(_one_line(words) for words in wanted if words.strip())[:MOST_GOALS]
    actions = (Listed(one) for one in plan.get("actions"))
    found[Part.DEEDS] = tuple(_deed(one, day).line for one in actions if _is_theirs(one))[
        :MOST_DEEDS
    ]
    return {part: lines for part, lines in found.items() if lines}


def is_told(kind: ActionKind, text: str) -> bool:
    """Whether an action is of a kind the person may read of; never one whose words say against."""
    return kind in KINDS and not names_measure(text)


def _is_theirs(action: Listed) -> bool:
    is_open = action.get("status") in _TO_DO
    return is_open and action.get("sensitivity") is Sensitivity.STANDARD


def _deed(action: Listed, day: Day) -> Deed:
    due = action.get("due_on")
    return Deed(action.get("owner"), _one_line(action.get("text")), day(due) if due else "")


def _sentences(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sentence for text in texts for sentence in sentences_of(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())
