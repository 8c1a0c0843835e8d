"""Precedent: what unblocked barriers like this one, who agreed, how long it took."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median_low

from coordinator.domain.lists.barriers import BarrierCategory, EscalationOutcome

MOST_SHOWN = 12
HELPFUL = frozenset(
    {
        EscalationOutcome.RESOLVED,
        EscalationOutcome.PARTLY,
        EscalationOutcome.WORKAROUND,
        EscalationOutcome.EXCEPTION,
        EscalationOutcome.MONEY,
        EscalationOutcome.POLICY_CHANGED,
    }
)
"""Answers that gave what was asked, or something of it."""


@dataclass(frozen=True, slots=True)
class Unblocked:
    """How one barrier went out of the way; of nobody in particular.

    Attributes:
        days: From when it began; nothing when the day it ended was not noted.
        level: Of the escalation that was answered last; nothing where nobody was asked.
        outcome: What was answered.
        agreed_by: What whoever agreed is, never who.
        words: How it was resolved; empty for readers who may not see the person.
    """

    settled_on: date | None
    days: int | None
    level: int | None = None
    outcome: EscalationOutcome | None = None
    agreed_by: str = ""
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Precedents:
    """What became of barriers of one category.

    Attributes:
        with_agency: Only those of the agency asked for; of all agencies where it had none.
        met: How many there were, those that stand included.
        days: Of each that was resolved and whose days are known, shortest first.
        newest: How the latest of them were resolved, newest first.
    """

    category: BarrierCategory
    own: str = ""
    with_agency: bool = False
    met: int = 0
    resolved: int = 0
    accepted: int = 0
    gaps: int = 0
    days: tuple[int, ...] = ()
    newest: tuple[Unblocked, ...] = ()

    @property
    def usual_days(self) -> int | None:
        """The middle of what it took; of an even number, the shorter of the two in the middle."""
        return median_low(self.days) if self.days else None

    @property
    def last_agreed(self) -> Unblocked | None:
        """The newest that somebody with more authority agreed to."""
        return next((one for one in self.newest if one.outcome in HELPFUL), None)


def days_taken(spans: Iterable[tuple[date, date | None]]) -> tuple[int, ...]:
    """Give the days from beginning to end, shortest first; what has no end is left out."""
    return tuple(sorted(max(0, (end - begun).days) for begun, end in spans if end is not None))


def newest_first(found: Sequence[Unblocked]) -> tuple[Unblocked, ...]:
    """Put the latest first; those without a day stand at the end."""
    return tuple(sorted(found, key=lambda one: one.settled_on or date.min, reverse=True))
