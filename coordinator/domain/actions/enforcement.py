"""Before something is done against somebody: what it does for victims, and whether they go away.

Source: domain mechanisms, victim-oriented balance of enforcement and support, and dispersal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.texts import is_blank, plain


class Against(Enum):
    """Whether actions of a kind are done against somebody."""

    ALWAYS = auto()
    WHEN_NAMED = auto()
    """Only when their words name a measure: a solicitor helps, an injunction does not."""


KINDS_AGAINST: Mapping[ActionKind, Against] = MappingProxyType(
    {ActionKind.ENFORCEMENT: Against.ALWAYS, ActionKind.LEGAL: Against.WHEN_NAMED}
)
"""Kinds that are thought through first; the others never are."""

MEASURES = (
    "arrest",
    "banning order",
    "behaviour order",
    "breach",
    "closure order",
    "community protection",
    "cpn",
    "cpw",
    "cbo",
    "dispersal",
    "disperse",
    "evict",
    "eviction",
    "exclusion order",
    "exclusion zone",
    "injunction",
    "move on",
    "notice seeking possession",
    "penalty notice",
    "possession order",
    "possession proceedings",
    "prosecute",
    "prosecution",
    "pspo",
    "recall",
    "summons",
    "trespass",
    "warrant",
)
"""Words of measures against somebody. Source: Anti-social Behaviour, Crime and Policing Act 2014;
tenancy and court work as panels name them."""

_NAMED = re.compile(r"\b(?:" + "|".join(MEASURES) + r")(?:s|d|ed)?\b")


@dataclass(frozen=True, slots=True)
class Thought:
    """What was thought of first; *none expected* is an answer, nothing is not.

    Attributes:
        victim_effect: What it does for whoever is harmed.
        engagement_effect: Whether they will still be found and still talk to anybody.
    """

    victim_effect: str = field(repr=False)
    engagement_effect: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ThoughtRow:
    """What was thought of before an action, by whom and when."""

    action_id: UUID
    victim_effect: str = field(repr=False)
    engagement_effect: str = field(repr=False)
    on: date
    by: str


def names_measure(text: str) -> bool:
    """Whether words name a measure against somebody."""
    return _NAMED.search(plain(text)) is not None


def is_against(kind: ActionKind, text: str) -> bool:
    """Whether an action is done against somebody, and is thought through before it is agreed."""
    asked = KINDS_AGAINST.get(kind)
    return asked is Against.ALWAYS or (asked is Against.WHEN_NAMED and names_measure(text))


def check_thought(thought: Thought) -> None:
    """Refuse one that leaves an effect unsaid.

    Raises:
        InvalidFieldsError: Rule `required`.
    """
    said = {
        "victim_effect": thought.victim_effect,
        "engagement_effect": thought.engagement_effect,
    }
    if wrong := {name: "required" for name, words in said.items() if is_blank(words)}:
        raise InvalidFieldsError(wrong)


def check_thought_said(kind: ActionKind, text: str, thought: Thought | None) -> None:
    """Refuse at the fields of a form what `check_thought_of` refuses as a whole.

    Raises:
        InvalidFieldsError: Rule `required`.
    """
    if thought is None and is_against(kind, text):
        check_thought(Thought("", ""))


def check_thought_of(kind: ActionKind, text: str, thought: Thought | None) -> None:
    """Refuse an action against somebody whose effects nobody has said.

    Raises:
        GuardError: `enforcement-check-needed`.
        InvalidFieldsError: One of the two effects is empty.
    """
    if thought is not None:
        check_thought(thought)
    elif is_against(kind, text):
        raise GuardError("enforcement-check-needed")
