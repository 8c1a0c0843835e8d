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


def told_of_known_total(parts: Iterable[int]) -> tuple[tuple[Told, ...], Told]:
    """Give counts that share out a total everybody knows, so that none hidden can be worked out.

    The total stands elsewhere as well, so it cannot be left out instead. What is hidden looks the
    same whether it is small or only stands beside what is: whoever knows this rule, and the
    others, is left with more than one way for each.

    Args:
        parts: Groups that share nobody.
    """
    counts = tuple(parts)
    total = told(sum(counts))
    if total is Hidden.SMALL:
        return tuple(Hidden.GIVES_AWAY if count else 0 for count in counts), total
    hidden = {at for at, count in enumerate(counts) if told(count) is Hidden.SMALL}
    if not hidden:
        return counts, total
    for least in sorted({count for count in counts if count >= LEAST_TOLD}):
        if not _is_open(counts, hidden):  # all that are alike: which of them would tell as well
            hidden |= {at for at, count in enumerate(counts) if count == least}
    if not _is_open(counts, hidden):
        hidden = set(range(len(counts)))
    shown = (Hidden.GIVES_AWAY if at in hidden else count for at, count in enumerate(counts))
    return tuple(shown), total


def _is_open(counts: tuple[int, ...], hidden: set[int]) -> bool:
    """Whether hidden counts, none of them nought, may be more than one thing each.

    Not when they are all as small, or all as great, as hidden counts can be.
    """
    many, together = len(hidden), sum(counts[at] for at in hidden)
    is_mixed = max(counts[at] for at in hidden) >= LEAST_TOLD
    most = many * (LEAST_TOLD - 1)
    return many > 1 and together > many + 1 and (is_mixed or together < most - 1)
