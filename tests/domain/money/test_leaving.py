"""Sums of money that leave the panel: none about a few people, and none that can be worked out."""

from collections.abc import Iterable
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.money.leaving import tell_sums
from coordinator.domain.money.views import PeopleSum
from coordinator.domain.small_numbers import LEAST_TOLD, Hidden

PEOPLE = [UUID(int=at) for at in range(8)]
SUMS = st.builds(PeopleSum, st.integers(0, 90_000), st.frozensets(st.sampled_from(PEOPLE)))


def together(parts: Iterable[PeopleSum]) -> PeopleSum:
    """The same people may stand in several of them."""
    found = list(parts)
    whom = frozenset(person for one in found for person in one.whom)
    return PeopleSum(sum(one.pence for one in found), whom)


def about(pence: int, *people: UUID) -> PeopleSum:
    return PeopleSum(pence, frozenset(people))


@given(st.lists(SUMS, min_size=1, max_size=5))
def test_what_is_told_is_true_and_about_nobody_or_enough(parts: list[PeopleSum]) -> None:
    total = together(parts)
    shown, all_of_it = tell_sums(parts, total)
    for one, cell in zip(parts, shown, strict=True):
        assert isinstance(cell, Hidden) == (0 < one.people < LEAST_TOLD)
        assert isinstance(cell, Hidden) or cell == one.pence
    assert isinstance(all_of_it, Hidden) or all_of_it == total.pence


@given(st.lists(SUMS, min_size=1, max_size=5))
def test_the_total_less_what_is_told_is_never_about_a_few(parts: list[PeopleSum]) -> None:
    total = together(parts)
    shown, all_of_it = tell_sums(parts, total)
    rest = [one for one, cell in zip(parts, shown, strict=True) if isinstance(cell, Hidden)]
    if rest and not isinstance(all_of_it, Hidden):
        assert len(rest) > 1
        assert together(rest).people >= LEAST_TOLD


def test_one_source_about_two_people_takes_the_total_along() -> None:
    parts = [about(50_000, *PEOPLE), about(2_000, *PEOPLE[:2])]
    told = tell_sums(parts, together(parts))
    assert told == ((50_000, Hidden.GIVES_AWAY), Hidden.GIVES_AWAY)


def test_two_sources_about_the_same_four_people_take_the_total_along() -> None:
    """Four in each are not eight: what is left of the total is about four people."""
    parts = [about(50_000, *PEOPLE), about(2_000, *PEOPLE[:4]), about(3_000, *PEOPLE[:4])]
    _shown, total = tell_sums(parts, together(parts))
    assert total is Hidden.GIVES_AWAY
