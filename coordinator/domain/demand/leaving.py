"""Sums as they may leave the panel: of few people none is told, and none can be worked out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coordinator.domain.demand.cohorts import LeftOut, Totals
from coordinator.domain.small_numbers import Hidden, Told, told
from coordinator.domain.telling_together import Sum, tell_together

_ALL = "everybody"
_WHATEVER_IS_COUNTED = frozenset({LeftOut.NO_START, LeftOut.DIED, LeftOut.NOT_OVER})
"""Reasons of the person and the windows: the same people are left out of every measure."""


@dataclass(frozen=True, slots=True)
class ToldTotals:
    """The sums of one measure, made fit to leave.

    Attributes:
        left_out: One for each reason there is, in their order.
        before: None where nobody is known before and after; so is `after`.
        change: Told only where both of its sides are.
        before_only: Nobody is known before and after, everybody before: `before` is theirs.
    """

    everybody: Told
    people: Told
    left_out: tuple[Told, ...]
    before: Told | None
    after: Told | None
    change: int | None
    before_only: bool = False


def tell_measures(measures: Sequence[Totals]) -> tuple[ToldTotals, ...]:
    """Make the sums of all measures that stand on one paper fit to leave it side by side.

    Of how many people the sums are, and how many are left out for each reason, share out a number
    that stands on the same page. Sums of fewer than five people are not told at all, nor are sums
    of so few times that they tell of somebody.

    Args:
        measures: Over the same people, with the same windows: whom no window fits is left out of
            each of them alike, so one row could tell what another hides.
    """
    rows = [_names(at) for at, _one in enumerate(measures)]
    counts: dict[str, int] = {}
    for names, one in zip(rows, measures, strict=True):
        left = dict(one.left_out)
        counts[_ALL] = one.everybody
        counts |= {names[why]: left.get(why, 0) for why in LeftOut} | {names[None]: one.people}
    shown = tell_together(counts, [Sum(_ALL, tuple(names.values())) for names in rows])
    return tuple(_told(one, names, shown) for one, names in zip(measures, rows, strict=True))


def _names(at: int) -> dict[LeftOut | None, str]:
    """Name the counts of one measure by why; those in its sums by no reason."""
    names: dict[LeftOut | None, str] = {None: f"people-{at}"}
    for why in LeftOut:
        names[why] = why.value if why in _WHATEVER_IS_COUNTED else f"{why}-{at}"
    return names


def _told(
    totals: Totals, names: Mapping[LeftOut | None, str], shown: Mapping[str, Told]
) -> ToldTotals:
    everybody, people = shown[_ALL], shown[names[None]]
    left_out = tuple(shown[names[why]] for why in LeftOut)
    before, after = _sides(totals, people)
    only = _before_only(totals) and not isinstance(everybody, Hidden)
    if only:
        before = told(totals.known_before)
    is_whole = isinstance(before, int) and isinstance(after, int)
    change = totals.after - totals.before if is_whole else None
    return ToldTotals(everybody, people, left_out, before, after, change, before_only=only)


def _sides(totals: Totals, people: Told) -> tuple[Told | None, Told | None]:
    if isinstance(people, Hidden):
        return Hidden.GIVES_AWAY, Hidden.GIVES_AWAY
    if not people:
        return None, None
    return told(totals.before), told(totals.after)


def _before_only(totals: Totals) -> bool:
    """Whether nobody is known after and everybody before: nobody is missing from that sum."""
    return not totals.people and totals.people_before == totals.everybody > 0
