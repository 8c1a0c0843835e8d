"""The pilot as it was written down: who the people are, from their bundled file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from coordinator.casework.desk import LONDON, Desk
from coordinator.demo.clock import Clock
from coordinator.demo.dice import Dice
from coordinator.demo.words import bundled

WEEKS = 6
Told = Mapping[str, Any]


@dataclass(slots=True)
class Known:
    """What the story knows of one person so far; ids come as the acts give them."""

    told: Told
    person: UUID
    referral: UUID
    case: UUID | None = None
    plan: UUID | None = None
    actions: dict[UUID, Told] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the story is played: the desk, its clock, chance, and who is who."""

    desk: Desk
    clock: Clock
    dice: Dice
    agencies: Mapping[str, UUID]
    posts: Mapping[str, UUID]
    agency_of: Mapping[str, UUID]

    @property
    def chair(self) -> UUID:
        """Who chairs the panel."""
        return self.posts["chair"]

    def moment(self, on: date, hour: int, minute: int = 0) -> datetime:
        """Give a local moment."""
        return datetime.combine(on, time(hour, minute), LONDON)


def people() -> Sequence[Told]:
    """List the sixteen, in the order they come."""
    return tuple(bundled("pilot")["person"])


def further() -> Sequence[Told]:
    """List those who were referred and have no case."""
    return tuple(bundled("pilot")["further"])


def said() -> Mapping[str, Any]:
    """Give what is said at reviews."""
    return dict(bundled("pilot")["said"])


def meeting_days(today: date) -> list[date]:
    """List the Thursdays of the six meetings and of the next one, which is today or to come."""
    following = today + timedelta(days=(3 - today.weekday()) % 7)
    return [following - timedelta(weeks=weeks) for weeks in range(WEEKS, -1, -1)]
