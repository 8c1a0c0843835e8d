"""Sums of money as they may leave the panel: one about few people tells as much as their count."""

from collections.abc import Sequence
from uuid import UUID

from coordinator.domain.money.views import PeopleSum
from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, Told, told


def tell_sums(parts: Sequence[PeopleSum], total: PeopleSum) -> tuple[tuple[Told, ...], Told]:
    """Give sums of sources and their total in pence, or why one is not told.

    A sum about one to four people is not told. Nor is the total where it would tell one: when a
    single source is hidden, or those hidden are about fewer than five people together, who may
    be the same ones in each.

    Args:
        parts: One for each source, in order.
        total: Of all of them.
    """
    shown = tuple(_sum(one) for one in parts)
    hidden = [one for one, cell in zip(parts, shown, strict=True) if isinstance(cell, Hidden)]
    if isinstance(_sum(total), Hidden):
        return shown, _sum(total)
    whom = frozenset[UUID]().union(*(one.whom for one in hidden))
    if hidden and (len(hidden) == 1 or len(whom) < LEAST_TOLD):
        return shown, Hidden.GIVES_AWAY
    return shown, total.pence


def _sum(one: PeopleSum) -> Told:
    return Hidden.GIVES_AWAY if isinstance(told(one.people), Hidden) else one.pence
