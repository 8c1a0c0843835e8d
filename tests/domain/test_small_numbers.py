"""Counts that leave the panel: small ones are hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.small_numbers import LEAST_TOLD, Hidden, told
from coordinator.domain.small_numbers import (
    LEAST_TOLD,
    Hidden,
    Told,
    told,
    told_of_known_total,
    told_with_total,
)

SMALL = range(1, LEAST_TOLD)


@given(st.integers(min_value=0, max_value=10_000))
def test_a_count_is_told_unless_it_is_of_one_to_four_people(count: int) -> None:
    if count in SMALL:
        assert told(count) is Hidden.SMALL
    else:
        assert told(count) == count


def test_nobody_is_told_as_nobody() -> None:
    assert told(0) == 0


def could_be(shown: tuple[Told, ...], total: Told) -> list[tuple[int, ...]]:
    """List everything a reader who knows the rule cannot exclude."""
    ways = [SMALL if one is Hidden.SMALL else (int(one),) for one in shown]
    return [
        way
        for way in product(*ways)
        if total is Hidden.GIVES_AWAY
        or (sum(way) < LEAST_TOLD if total is Hidden.SMALL else sum(way) == total)
    ]


@given(st.lists(st.integers(min_value=0, max_value=9), max_size=6))
def test_no_hidden_count_can_be_worked_out_from_the_total(parts: list[int]) -> None:
    shown, total = told_with_total(parts)
    ways = could_be(shown, total)
    assert tuple(parts) in ways
    if total is Hidden.SMALL:
        return  # the parts are as hidden as the total is
    for at, one in enumerate(shown):
        if one is Hidden.SMALL:
            assert len({way[at] for way in ways}) > 1


@given(st.lists(st.integers(min_value=0, max_value=200), max_size=8))
def test_what_is_told_is_true(parts: list[int]) -> None:
    shown, total = told_with_total(parts)
    assert all(one in {part, Hidden.SMALL} for one, part in zip(shown, parts, strict=True))
    assert total in {sum(parts), Hidden.SMALL, Hidden.GIVES_AWAY}


def test_a_total_goes_when_it_would_give_one_away_and_only_then() -> None:
    assert told_with_total([3, 10]) == ((Hidden.SMALL, 10), Hidden.GIVES_AWAY)
    assert told_with_total([2, 3, 10]) == ((Hidden.SMALL, Hidden.SMALL, 10), 15)
    assert told_with_total([4, 4, 10])[1] is Hidden.GIVES_AWAY
    assert told_with_total([1, 1])[1] is Hidden.SMALL
    assert told_with_total([6, 0, 10]) == ((6, 0, 10), 16)


@pytest.mark.parametrize(("groups", "below"), [(1, 14), (2, 14), (3, 14), (4, 14), (5, 10)])
def test_no_hidden_part_of_a_known_total_can_be_worked_out_even_by_who_knows_the_rule(
    groups: int, below: int
) -> None:
    worlds: dict[tuple[tuple[Told, ...], Told], list[tuple[int, ...]]] = {}
    for parts in product(range(below), repeat=groups):
        if LEAST_TOLD <= sum(parts) < below:
            worlds.setdefault(told_of_known_total(parts), []).append(parts)
    for (shown, _total), ways in worlds.items():
        for at, one in enumerate(shown):
            if isinstance(one, Hidden) and groups > 1:
                assert len({way[at] for way in ways}) > 1, (shown, ways)


@given(st.lists(st.integers(min_value=0, max_value=40), min_size=1, max_size=7))
def test_a_small_part_of_a_known_total_is_always_hidden_and_what_is_told_is_true(
    parts: list[int],
) -> None:
    shown, total = told_of_known_total(parts)
    assert total == told(sum(parts))
    for part, one in zip(parts, shown, strict=True):
        assert one is Hidden.GIVES_AWAY or one == part
        if part in SMALL:
            assert one is Hidden.GIVES_AWAY


@given(st.lists(st.integers(min_value=0, max_value=40), min_size=2, max_size=7))
def test_one_hidden_part_is_never_alone_beside_a_told_total(parts: list[int]) -> None:
    shown, total = told_of_known_total(parts)
    hidden = [one for one in shown if isinstance(one, Hidden)]
    if not isinstance(total, Hidden):
        assert len(hidden) != 1


def test_of_a_known_total_as_little_is_hidden_as_will_do() -> None:
    assert told_of_known_total([3, 10, 20])[0] == (Hidden.GIVES_AWAY, Hidden.GIVES_AWAY, 20)
    assert told_of_known_total([2, 3, 20])[0] == (Hidden.GIVES_AWAY, Hidden.GIVES_AWAY, 20)
    assert told_of_known_total([6, 0, 20]) == ((6, 0, 20), 26)
    assert told_of_known_total([2, 0, 0]) == ((Hidden.GIVES_AWAY, 0, 0), Hidden.SMALL)
