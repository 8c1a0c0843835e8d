"""Standing in: who does the chair's or the coordinator's work from one day to another."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.weeks import PanelPost

LONGEST = timedelta(days=366)
"""Somebody away for longer has a successor, not a deputy."""


@dataclass(frozen=True, slots=True)
class CoverRow:
    """Somebody who stands in; both days are included.

    Attributes:
        name: What the row is about, for whoever speaks of it: who stands in.
        absent: Who they stand in for; empty when the post was nobody's.
    """

    id: UUID
    revision: int
    post: PanelPost
    professional_id: UUID
    name: str
    absent_id: UUID | None
    absent: str
    from_on: date
    until_on: date

    def holds_on(self, on: date) -> bool:
        """Whether they stand in on a day."""
        return self.from_on <= on <= self.until_on


def check_cover(
    professional: UUID, holder: UUID | None, from_on: date, until_on: date, today: date
) -> None:
    """Refuse standing in for oneself, days the wrong way round, gone by, or more than a year.

    Raises:
        InvalidFieldsError: `same`, `before-start`, `in-the-past`, `too-far-off`.
    """
    wrong: dict[str, str] = {}
    if professional == holder:
        wrong["professional_id"] = "same"
    wrong |= fault_of_days(from_on, until_on, today)
    if wrong:
        raise InvalidFieldsError(wrong)


def fault_of_days(from_on: date, until_on: date, today: date) -> dict[str, str]:
    """Name the rule the last day breaks, if any."""
    if until_on < from_on:
        return {"until_on": "before-start"}
    if until_on < today:
        return {"until_on": "in-the-past"}
    if until_on > max(from_on, today) + LONGEST:
        return {"until_on": "too-far-off"}
    return {}


def check_free(from_on: date, until_on: date, others: Iterable[tuple[date, date]]) -> None:
    """Refuse days on which somebody else stands in already.

    Raises:
        InvalidFieldsError: `from_on` is `taken`.
    """
    if any(first <= until_on and from_on <= last for first, last in others):
        raise InvalidFieldsError({"from_on": "taken"})
