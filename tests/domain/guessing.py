"""Somebody who reads a paper closely and tries to work out what is hidden in it."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told
from coordinator.domain.telling_together import Sum

K = TypeVar("K", bound=Hashable)


def possible(count: int, shown: Told) -> Sequence[int]:
    """What somebody who knows the rule has to think possible of one count; nought is told."""
    if shown is Hidden.SMALL:
        return range(1, LEAST_TOLD)
    if shown is Hidden.GIVES_AWAY:
        return range(LEAST_TOLD, count + 16)
    if shown is Hidden.UNSAID:
        return range(1, count + 16)
    return (int(shown),)


def could_be(
    name: K, counts: Mapping[K, int], told: Mapping[K, Told], sums: Sequence[Sum[K]]
) -> bool:
    """Try every way of filling in what is hidden, row by row, until one has another value."""
    rows = [dict(one.members()) for one in sums]
    hidden = [key for row in rows for key in row if isinstance(told[key], Hidden)]
    order = [name, *dict.fromkeys(key for key in hidden if key != name)]

    def fits(at: int, table: dict[K, int]) -> bool:
        for row in rows:
            filled = all(key in table for key in row)
            if filled and sum(sign * table[key] for key, sign in row.items()) != 0:
                return False
        if at == len(order):
            return True
        nearest = sorted(possible(counts[order[at]], told[order[at]]),
                         key=lambda value: abs(value - counts[order[at]]))  # fmt: skip
        if at == 0:
            nearest.remove(counts[name])
        return any(fits(at + 1, {**table, order[at]: value}) for value in nearest)

    given_ = {key: value for key, value in told.items() if not isinstance(value, Hidden)}
    return fits(0, given_)
