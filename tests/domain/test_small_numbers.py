"""Counts that leave the panel: small ones are hidden."""

from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, told

SMALL = range(1, LEAST_TOLD)


@given(st.integers(min_value=0, max_value=10_000))
def test_a_count_is_told_unless_it_is_of_one_to_four_people(count: int) -> None:
    if count in SMALL:
        assert told(count) is Hidden.SMALL
    else:
        assert told(count) == count


def test_nobody_is_told_as_nobody() -> None:
    assert told(0) == 0
