"""Counts of people in what leaves the panel: a group so small that it says who is hidden.

A count of 1 to 4 is hidden. Source: domain page 1b, row 55 (small-number suppression, under 5).
Nought stays nought: nobody is in that group, so nobody can be told by it, and a gap that was
raised before it met anybody must not look as if it had. Counts that add up to one another are told
by `telling_together`. Papers of different days are not compared with each other.
"""

from enum import StrEnum

LEAST_TOLD = 5


class Hidden(StrEnum):
    """Why a count is not told: it is small; it would give another away; not even that is said."""

    SMALL = "small"
    GIVES_AWAY = "gives_away"
    UNSAID = "unsaid"


Told = int | Hidden
"""A count as it may leave the panel."""


def told(count: int) -> Told:
    """Give a count of people as it may leave the panel."""
    return Hidden.SMALL if 0 < count < LEAST_TOLD else count
