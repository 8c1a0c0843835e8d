"""Sums as they may leave the panel: of few people none is told, and none can be worked out."""

from dataclasses import dataclass

from coordinator.domain.demand.cohorts import LeftOut, Totals
from coordinator.domain.small_numbers import Hidden, Told, told
from coordinator.domain.telling_together import Sum, tell_together

_ALL, _PAIRS = "everybody", "people"


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


def as_told(totals: Totals) -> ToldTotals:
    """Make the sums of one measure fit to leave.

    Of how many people the sums are, and how many are left out for each reason, share out a number
    that stands on the same page. Sums of fewer than five people are not told at all, nor are sums
    of so few times that they tell of somebody.
    """
    left = {why.value: dict(totals.left_out).get(why, 0) for why in LeftOut}
    parts = {_PAIRS: totals.people, **left}
    shown = tell_together({_ALL: totals.everybody, **parts}, [Sum(_ALL, tuple(parts))])
    everybody, people = shown[_ALL], shown[_PAIRS]
    left_out = tuple(shown[name] for name in left)
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
