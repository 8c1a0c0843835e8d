"""Sums over many people: only of those of whom both windows are known, and who was left out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coordinator.domain.demand.windows import Figure, Known, Pair


class LeftOut(StrEnum):
    """Why somebody is not in a sum; the first that holds."""

    NO_START = "no_start"
    DIED = "died"
    NOT_OVER = "not_over"
    BOTH_MISSING = "both_missing"
    BEFORE_UNKNOWN = "before_unknown"
    AFTER_UNKNOWN = "after_unknown"


@dataclass(frozen=True, slots=True)
class Totals:
    """What one measure sums up to.

    Attributes:
        people: With both windows known to the end; `before` and `after` are theirs.
        left_out: How many were not summed up, by why.
        people_before: With the window before known to the end, whatever followed;
            `known_before` is theirs. Never set against `after`.
        mixed_sources: Of `people`, how many were counted by another source after than before.
    """

    people: int
    before: int
    after: int
    left_out: tuple[tuple[LeftOut, int], ...]
    people_before: int
    known_before: int
    mixed_sources: int

    @property
    def everybody(self) -> int:
        """How many people were looked at."""
        return self.people + sum(count for _why, count in self.left_out)


def why_left_out(pair: Pair | None) -> LeftOut | None:
    """Say why somebody is not summed up; nothing when they are."""
    if pair is None:
        return LeftOut.NO_START
    if pair.is_complete:
        return None
    known = pair.before.known, pair.after.known
    if Known.CUT_SHORT in known:
        return LeftOut.DIED
    if Known.NOT_OVER in known:
        return LeftOut.NOT_OVER
    return _unknown(pair)


def _unknown(pair: Pair) -> LeftOut:
    """Say which window is not known to its end."""
    if pair.before.known is pair.after.known is Known.MISSING:
        return LeftOut.BOTH_MISSING
    if pair.before.known is not Known.COMPLETE:
        return LeftOut.BEFORE_UNKNOWN
    return LeftOut.AFTER_UNKNOWN


def totals_of(pairs: Iterable[Pair | None]) -> Totals:
    """Sum up what is known of one measure; none stands for somebody without a start."""
    given = tuple(pairs)
    complete = [one for one in given if one is not None and one.is_complete]
    begun = [one.before for one in given if one is not None and one.before.whole is not None]
    why = Counter(found for one in given if (found := why_left_out(one)) is not None)
    return Totals(
        len(complete),
        _sum(one.before for one in complete),
        _sum(one.after for one in complete),
        tuple((one, why[one]) for one in LeftOut if why[one]),
        len(begun),
        _sum(begun),
        sum(not one.same_sources for one in complete),
    )


def _sum(figures: Iterable[Figure]) -> int:
    return sum(one.whole or 0 for one in figures)
