"""Counts of people in what leaves the panel: a group so small that it says who is hidden.

A count of 1 to 4 is hidden. Source: domain page 1b, row 55 (small-number suppression, under 5).
Nought stays nought: nobody is in that group, so nobody can be told by it, and a gap that was
raised before it met anybody must not look as if it had. A total is left out as well when it would
give a hidden count away. Papers of different days are not compared with each other.
"""

from collections.abc import Iterable
from enum import StrEnum

LEAST_TOLD = 5


class Hidden(StrEnum):
    """Why a count is not told."""

    SMALL = "small"
    GIVES_AWAY = "gives_away"


Told = int | Hidden
"""A count as it may leave the panel."""


def told(count: int) -> Told:
    """Give a count of people as it may leave the panel."""
    return Hidden.SMALL if 0 < count < LEAST_TOLD else count


def told_with_total(parts: Iterable[int]) -> tuple[tuple[Told, ...], Told]:
    """Give counts that add up, and their total, so that none that is hidden can be worked out.

    Args:
        parts: Groups that share nobody. For groups that do, there is no total to tell.
    """
    counts = tuple(parts)
    shown = tuple(map(told, counts))
    hidden = [count for count in counts if told(count) is Hidden.SMALL]
    total = told(sum(counts))
    if total is not Hidden.SMALL and hidden and not _keeps_to_itself(len(hidden), sum(hidden)):
        return shown, Hidden.GIVES_AWAY
    return shown, total


def _keeps_to_itself(hidden: int, together: int) -> bool:
    """Whether several hidden counts may still be more than one thing when their sum is known."""
    most = LEAST_TOLD - 1
    least_of_one = max(1, together - most * (hidden - 1))
    most_of_one = min(most, together - (hidden - 1))
    return least_of_one < most_of_one
