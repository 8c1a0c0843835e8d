"""How a plan's actions are balanced: by what they do, in counts, never as a score."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from coordinator.domain.actions.enforcement import is_against
from coordinator.domain.lists.plans import ActionKind


class KindGroup(StrEnum):
    """What actions do for or to somebody, in the order a plan tells it."""

    SUPPORT = "support"
    ENGAGEMENT = "engagement"
    ACCESS = "access"
    SAFEGUARDING = "safeguarding"
    ENFORCEMENT = "enforcement"
    SYSTEM = "system"


_K = ActionKind
GROUP_OF: Mapping[ActionKind, KindGroup] = MappingProxyType(
    {
        _K.SUPPORT: KindGroup.SUPPORT,
        _K.HEALTH: KindGroup.SUPPORT,
        _K.MONEY: KindGroup.SUPPORT,
        _K.LEGAL: KindGroup.SUPPORT,
        _K.ENGAGEMENT: KindGroup.ENGAGEMENT,
        _K.ACCESS: KindGroup.ACCESS,
        _K.ASSESSMENT: KindGroup.ACCESS,
        _K.ACCOMMODATION: KindGroup.ACCESS,
        _K.SAFEGUARDING: KindGroup.SAFEGUARDING,
        _K.VICTIM_PROTECTION: KindGroup.SAFEGUARDING,
        _K.ENFORCEMENT: KindGroup.ENFORCEMENT,
        _K.FIND_OUT: KindGroup.SYSTEM,
        _K.TELL_OTHERS: KindGroup.SYSTEM,
        _K.ESCALATE: KindGroup.SYSTEM,
        _K.MEETING: KindGroup.SYSTEM,
        _K.SYSTEM_CHANGE: KindGroup.SYSTEM,
    }
)
"""Where each kind is counted; a legal action against somebody counts as enforcement."""

_FOR_THE_PERSON = frozenset(
    {KindGroup.SUPPORT, KindGroup.ENGAGEMENT, KindGroup.ACCESS, KindGroup.SAFEGUARDING}
)


class Weighed(Protocol):
    """What an action says of itself here."""

    @property
    def kind(self) -> ActionKind:
        """What it does."""

    @property
    def text(self) -> str:
        """Its words."""


@dataclass(frozen=True, slots=True)
class Balance:
    """How many actions of each group, in the order a plan tells it; empty groups are left out."""

    counts: tuple[tuple[KindGroup, int], ...] = ()

    @property
    def total(self) -> int:
        """All of them."""
        return sum(count for _group, count in self.counts)

    @property
    def is_enforcement_alone(self) -> bool:
        """Whether something is done against somebody and nothing is agreed for them.

        Work between agencies is for nobody in particular and does not balance it.
        """
        there = {group for group, _count in self.counts}
        return KindGroup.ENFORCEMENT in there and not there & _FOR_THE_PERSON


def group_of(kind: ActionKind, text: str) -> KindGroup:
    """Say where an action is counted."""
    return KindGroup.ENFORCEMENT if is_against(kind, text) else GROUP_OF[kind]


def balance_of(actions: Iterable[Weighed]) -> Balance:
    """Count actions by what they do."""
    found = Counter(group_of(one.kind, one.text) for one in actions)
    return Balance(tuple((group, found[group]) for group in KindGroup if found[group]))
