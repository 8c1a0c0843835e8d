"""Sums of money that leave the panel: none about a few people, and none that can be worked out."""

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.money.leaving import tell_sums
from coordinator.domain.money.views import PeopleSum
from coordinator.domain.small_numbers import LEAST_TOLD, Hidden

SUMS = st.builds(PeopleSum, pence=st.integers(0, 90_000), people=st.integers(0, 12))


@given(st.lists(SUMS, min_size=1, max_size=5))
def test_what_is_told_is_true_and_about_nobody_or_enough(parts: list[PeopleSum]) -> None:
    total = PeopleSum(sum(one.pence for one in parts), sum(one.people for one in parts))
    shown, all_of_it = tell_sums(parts, total)
    for one, cell in zip(parts, shown, strict=True):
        assert isinstance(cell, Hidden) == (0 < one.people < LEAST_TOLD)
        assert isinstance(cell, Hidden) or cell == one.pence
    assert isinstance(all_of_it, Hidden) or all_of_it == total.pence


@given(st.lists(SUMS, min_size=1, max_size=5))
def test_the_total_less_what_is_told_is_never_about_a_few(parts: list[PeopleSum]) -> None:
    total = PeopleSum(sum(one.pence for one in parts), sum(one.people for one in parts))
    shown, all_of_it = tell_sums(parts, total)
    rest = [one for one, cell in zip(parts, shown, strict=True) if isinstance(cell, Hidden)]
    if rest and not isinstance(all_of_it, Hidden):
        assert len(rest) > 1
        assert sum(one.people for one in rest) >= LEAST_TOLD


def test_one_source_about_two_people_takes_the_total_along() -> None:
    parts = [PeopleSum(50_000, 9), PeopleSum(2_000, 2)]
    told = tell_sums(parts, PeopleSum(52_000, 11))
    assert told == ((50_000, Hidden.GIVES_AWAY), Hidden.GIVES_AWAY)
