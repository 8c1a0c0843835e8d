"""Counts that add up to one another, told together so that none that is hidden can be worked out.

One paper tells many counts of the same people: by phase, by complexity, in and out, with totals.
Whoever reads it may add and take away, and knows that *fewer than five* is one to four, and that
what is hidden beside it is neither that few nor nought. So it is not enough to hide small counts:
further ones are hidden until each hidden count could still be another number, whatever is made of
the rest. Source: domain page 1b, row 55.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told, told

K = TypeVar("K")

_FURTHER = 3 * LEAST_TOLD
"""How far above its value a count hidden for another's sake is looked for elsewhere; to look no
further is careful: what is not found counts as given away."""
_TRIES = 20_000
"""Steps after which a look for another number ends; not found counts as given away."""


@dataclass(frozen=True, slots=True)
class Sum(Generic[K]):
    """Counts that make a total: `total` is `parts` together, less `taken`."""

    total: K
    parts: tuple[K, ...]
    taken: tuple[K, ...] = ()

    def members(self) -> Iterator[tuple[K, int]]:
        """Give each count with its sign, in an equation that comes to nought."""
        yield from ((part, 1) for part in self.parts)
        yield from ((part, -1) for part in self.taken)
        yield self.total, -1


def tell_together(counts: Mapping[K, int], sums: Iterable[Sum[K]] = ()) -> dict[K, Told]:
    """Give counts of people as they may leave the panel side by side.

    Args:
        counts: By name, nought or more.
        sums: Which of them make which; each name in them has a count.

    Returns:
        Each count, or why it is not told: it is small itself, or it would give a small one away.
    """
    equations = tuple(sums)
    shown: dict[K, Told] = {name: told(count) for name, count in counts.items()}
    while (given := _given_away(counts, shown, equations)) is not None:
        further = _to_hide(counts, shown, equations, given)
        if further is None:
            shown |= dict.fromkeys(_kept_around(given, shown, equations), Hidden.UNSAID)
        else:
            shown[further] = Hidden.GIVES_AWAY
    return shown


def _kept_around(name: K, shown: Mapping[K, Told], equations: Sequence[Sum[K]]) -> set[K]:
    """Give the hidden counts one hangs together with, itself among them."""
    near = {key for one in _around(name, shown, equations) for key, _sign in one.members()}
    return {key for key in near if isinstance(shown[key], Hidden)}


def _given_away(
    counts: Mapping[K, int], shown: Mapping[K, Told], equations: Sequence[Sum[K]]
) -> K | None:
    for name, value in shown.items():
        if isinstance(value, Hidden) and not _could_be_another(name, counts, shown, equations):
            return name
    return None


def _to_hide(
    counts: Mapping[K, int], shown: Mapping[K, Told], equations: Sequence[Sum[K]], given: K
) -> K | None:
    """Choose what is hidden next: near what is given away, parts before totals, least first."""
    near = _around(given, shown, equations)
    totals = {one.total for one in equations}
    told_near = {
        name: None
        for one in near
        for name, _sign in one.members()
        if counts[name] and not isinstance(shown[name], Hidden)
    }
    order = sorted(told_near, key=lambda name: (name in totals, counts[name]))
    return next(iter(order), None)


def _around(name: K, shown: Mapping[K, Told], equations: Sequence[Sum[K]]) -> list[Sum[K]]:
    """Give the sums a hidden count hangs together with, through other hidden counts."""
    reached, found = {name}, []
    rest = list(equations)
    while near := [one for one in rest if reached & {key for key, _sign in one.members()}]:
        found += near
        rest = [one for one in rest if one not in near]
        for one in near:
            reached |= {key for key, _s in one.members() if isinstance(shown[key], Hidden)}
    return found


def _could_be_another(
    name: K, counts: Mapping[K, int], shown: Mapping[K, Told], equations: Sequence[Sum[K]]
) -> bool:
    near = [_Row.of(one, counts, shown) for one in _around(name, shown, equations)]
    unknown = {key for row in near for key in row.signs}
    if all(shown[key] is Hidden.UNSAID for key in unknown) and not any(row.rest for row in near):
        return True  # twice as many of each would look the same
    choices = {key: _choices(counts[key], shown[key]) for key in unknown}
    others = [value for value in choices[name] if value != counts[name]]
    budget = [_TRIES]
    return any(_fits(near, choices | {name: [value]}, budget) for value in others)


def _choices(count: int, shown: Told) -> list[int]:
    """Give what a reader has to think possible of a hidden count, the likeliest first.

    Nought is no such thing: it is always told, and most tables leave out the line it would be.
    """
    possible = range(1, LEAST_TOLD)
    if shown is Hidden.GIVES_AWAY:
        possible = range(LEAST_TOLD, count + _FURTHER)
    elif shown is Hidden.UNSAID:
        possible = range(1, count + _FURTHER)
    return sorted(possible, key=lambda value: abs(value - count))


@dataclass(frozen=True, slots=True)
class _Row(Generic[K]):
    """One sum with what is told taken out: the hidden ones, by their signs, come to `rest`."""

    signs: Mapping[K, int]
    rest: int

    @classmethod
    def of(cls, one: Sum[K], counts: Mapping[K, int], shown: Mapping[K, Told]) -> "_Row[K]":
        signs: dict[K, int] = {}
        rest = 0
        for name, sign in one.members():
            if isinstance(shown[name], Hidden):
                signs[name] = signs.get(name, 0) + sign
            else:
                rest -= sign * counts[name]
        return cls({name: sign for name, sign in signs.items() if sign}, rest)


def _fits(rows: Sequence[_Row[K]], choices: Mapping[K, list[int]], budget: list[int]) -> bool:
    """Whether every row can be met at once; says no when the look was given up."""
    budget[0] -= 1
    narrowed = _narrowed(rows, choices) if budget[0] > 0 else None
    if narrowed is None:
        return False
    open_ones = [name for name, values in narrowed.items() if len(values) > 1]
    if not open_ones:
        return True
    first = min(open_ones, key=lambda name: len(narrowed[name]))
    return any(_fits(rows, {**narrowed, first: [value]}, budget) for value in narrowed[first])


def _narrowed(
    rows: Sequence[_Row[K]], choices: Mapping[K, list[int]]
) -> dict[K, list[int]] | None:
    """Strike out what no row allows until nothing more falls; nothing when one cannot be met."""
    left = dict(choices)
    while True:
        before = sum(map(len, left.values()))
        for row in rows:
            if not _strike_out(row, left):
                return None
        if sum(map(len, left.values())) == before:
            return left


def _strike_out(row: _Row[K], left: dict[K, list[int]]) -> bool:
    ends = {name: _ends(left[name], sign) for name, sign in row.signs.items()}
    low, high = sum(end[0] for end in ends.values()), sum(end[1] for end in ends.values())
    if not low <= row.rest <= high:
        return False
    for name, sign in row.signs.items():
        least = row.rest - (high - ends[name][1])
        most = row.rest - (low - ends[name][0])
        left[name] = [value for value in left[name] if least <= sign * value <= most]
        if not left[name]:
            return False
    return True


def _ends(values: Sequence[int], sign: int) -> tuple[int, int]:
    signed = [sign * value for value in values]
    return min(signed), max(signed)
