"""Counts that add up to one another, told together so that none that is hidden can be worked out.

One paper tells many counts of the same people: by phase, by complexity, in and out, with totals.
Whoever reads it may add and take away, and knows that *fewer than five* is one to four, and that
what is hidden beside it is neither that few nor nought. So it is not enough to hide small counts:
further ones are hidden until each hidden count could still be another number, whatever is made of
the rest. Source: domain page 1b, row 55.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told, told

K = TypeVar("K")

_FURTHER = 3 * LEAST_TOLD
"""How far above its value a count hidden for another's sake is looked for elsewhere; to look no
further is careful: what is not found counts as given away."""
_TRIES = 500
"""Steps after which a look for another number ends; not found counts as given away."""

Range = tuple[int, int]
"""The least and the most somebody has to think possible of a count."""


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
    safe: set[K] = set()
    while (name := _next_in_doubt(shown, safe)) is not None:
        near = _around(name, shown, equations)
        if (other := _another_way(name, counts, shown, near)) is not None:
            # To hide more leaves this way open, so what differs in it stays in doubt for good.
            safe |= {key for key, value in other.items() if value != counts[key]}
        elif (further := _to_hide(counts, shown, near, equations)) is not None:
            shown[further] = Hidden.GIVES_AWAY
        else:  # not even which of them are small is said
            shown |= dict.fromkeys(_hidden_in(near, shown), Hidden.UNSAID)
    return shown


def _next_in_doubt(shown: Mapping[K, Told], safe: Collection[K]) -> K | None:
    hidden = (name for name, value in shown.items() if isinstance(value, Hidden))
    return next((name for name in hidden if name not in safe), None)


def _hidden_in(near: Iterable[Sum[K]], shown: Mapping[K, Told]) -> set[K]:
    names = {name for one in near for name, _sign in one.members()}
    return {name for name in names if isinstance(shown[name], Hidden)}


def _to_hide(
    counts: Mapping[K, int],
    shown: Mapping[K, Told],
    near: Iterable[Sum[K]],
    equations: Iterable[Sum[K]],
) -> K | None:
    """Choose what is hidden next: near what is given away, parts before totals, least first."""
    totals = {one.total for one in equations}
    told_near = {
        name: None
        for one in near
        for name, _sign in one.members()
        if counts[name] and not isinstance(shown[name], Hidden)
    }
    return min(told_near, key=lambda name: (name in totals, counts[name]), default=None)


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


def _another_way(
    name: K, counts: Mapping[K, int], shown: Mapping[K, Told], near: Iterable[Sum[K]]
) -> Mapping[K, int] | None:
    """Fill in what is hidden around a count so that it is another, or say that none was found."""
    rows = [_Row.of(one, counts, shown) for one in near]
    unknown = {name, *(key for row in rows for key in row.signs)}
    if all(shown[key] is Hidden.UNSAID for key in unknown) and not any(row.rest for row in rows):
        return {key: 2 * counts[key] for key in unknown}
    ranges = {key: _possible(counts[key], shown[key]) for key in unknown}
    least, most = ranges[name]
    budget = [_TRIES]
    for other in ((counts[name] + 1, most), (least, counts[name] - 1)):
        found = _fill_in(rows, {**ranges, name: other}, counts, budget)
        if found is not None:
            return found
    return None


def _possible(count: int, shown: Told) -> Range:
    """Give what a reader has to think possible of a hidden count.

    Nought is no such thing: it is always told, and most tables leave out the line it would be.
    """
    if shown is Hidden.SMALL:
        return 1, LEAST_TOLD - 1
    return (LEAST_TOLD if shown is Hidden.GIVES_AWAY else 1), count + _FURTHER


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

    def lacks(self, values: Mapping[K, int]) -> int:
        """Say by how much values fall short of it."""
        return self.rest - sum(sign * values[name] for name, sign in self.signs.items())


def _fill_in(
    rows: Sequence[_Row[K]],
    ranges: Mapping[K, Range],
    counts: Mapping[K, int],
    budget: list[int],
) -> Mapping[K, int] | None:
    """Find values that meet every row at once, near the true ones; nothing when it was given up.

    What stands near the truth already is left alone, so that only what does not come out is
    tried: a row that falls short, by one of its counts.
    """
    budget[0] -= 1
    narrowed = _narrowed(rows, ranges) if budget[0] > 0 else None
    if narrowed is None:
        return None
    values = {name: min(max(counts[name], low), high) for name, (low, high) in narrowed.items()}
    short = next((row for row in rows if row.lacks(values)), None)
    if short is None:
        return values
    name = min(_open_in(short, narrowed), key=lambda one: _width(narrowed[one]))
    low, high = narrowed[name]
    at = min(max(values[name] + short.signs[name] * short.lacks(values), low), high)
    for one in ((at, at), (low, at - 1), (at + 1, high)):
        found = _fill_in(rows, {**narrowed, name: one}, counts, budget)
        if found is not None:
            return found
    return None


def _open_in(row: _Row[K], ranges: Mapping[K, Range]) -> Iterator[K]:
    return (name for name in row.signs if _width(ranges[name]))


def _width(one: Range) -> int:
    return one[1] - one[0]


def _narrowed(rows: Sequence[_Row[K]], ranges: Mapping[K, Range]) -> dict[K, Range] | None:
    """Strike out what no row allows until nothing more falls; nothing when one cannot be met."""
    left = dict(ranges)
    if any(_width(one) < 0 for one in left.values()):
        return None
    while True:
        before = sum(map(_width, left.values()))
        for row in rows:
            if not _strike_out(row, left):
                return None
        if sum(map(_width, left.values())) == before:
            return left


def _strike_out(row: _Row[K], left: dict[K, Range]) -> bool:
    ends = {name: _ends(left[name], sign) for name, sign in row.signs.items()}
    low, high = sum(end[0] for end in ends.values()), sum(end[1] for end in ends.values())
    if not low <= row.rest <= high:
        return False
    for name, sign in row.signs.items():
        least = max(ends[name][0], row.rest - (high - ends[name][1]))
        most = min(ends[name][1], row.rest - (low - ends[name][0]))
        if least > most:
            return False
        left[name] = _ends((least, most), sign)
    return True


def _ends(one: Range, sign: int) -> Range:
    """Give the range of a count with its sign; signs are one or minus one."""
    return one if sign > 0 else (-one[1], -one[0])
