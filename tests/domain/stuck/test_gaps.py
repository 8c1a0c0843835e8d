"""Gaps: their age, their theme, what may follow what."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import InvalidFieldsError, TransitionError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.escalations import GapTheme
from coordinator.domain.states import GapStatus
from coordinator.domain.stuck.gaps import (
    MOVES,
    THEMES,
    Commissioner,
    Decision,
    NewGap,
    check_commissioner,
    check_decision,
    check_move,
    check_new,
    months_old,
    theme_of,
)

TODAY = date(2026, 11, 19)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2060, 1, 1))


def test_every_category_suggests_a_theme() -> None:
    assert set(THEMES) == set(BarrierCategory)


def test_a_gap_has_the_theme_of_most_of_what_feeds_it() -> None:
    housing, health = BarrierCategory.HOUSING_REFUSED, BarrierCategory.MH_WAITING
    assert theme_of([health, housing, housing]) is GapTheme.HOUSING
    assert theme_of([]) is GapTheme.OTHER


@given(days, days)
def test_age_is_counted_in_whole_months_and_never_below_nought(first: date, last: date) -> None:
    months = months_old(first, last)
    assert months >= 0
    if last >= first:
        assert months * 28 <= (last - first).days
        assert (last - first).days < (months + 1) * 31 + 1


def test_a_month_is_over_on_the_same_day_of_the_next() -> None:
    assert months_old(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert months_old(date(2026, 1, 31), date(2026, 3, 31)) == 2
    assert months_old(date(2025, 11, 19), TODAY) == 12
    assert months_old(TODAY, TODAY - timedelta(days=90)) == 0


@given(st.sampled_from(GapStatus), st.sampled_from(GapStatus))
def test_only_the_moves_of_the_table_are_made(was: GapStatus, wanted: GapStatus) -> None:
    if wanted in MOVES[was]:
        check_move(was, wanted)
    else:
        with pytest.raises(TransitionError):
            check_move(was, wanted)


def test_nothing_closes_that_nobody_decided() -> None:
    assert [was for was in GapStatus if GapStatus.CLOSED in MOVES[was]] == [GapStatus.DECIDED]


def test_a_gap_says_something_true() -> None:
    for wrong, field in (
        (NewGap(" "), "title"),
        (NewGap("x" * 201), "title"),
        (NewGap("No rooms", first_raised_on=TODAY + timedelta(days=1)), "first_raised_on"),
        (NewGap("No rooms", affected_besides=-1), "affected_besides"),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            check_new(wrong, TODAY)
        assert list(refused.value.fields) == [field]


def test_a_decision_has_words_a_name_and_a_day_that_can_be() -> None:
    was, raised = GapStatus.WITH_COMMISSIONER, TODAY - timedelta(days=30)
    for wrong, field in (
        (Decision("", "ICB", TODAY), "decision"),
        (Decision("Yes", "", TODAY), "decided_by"),
        (Decision("Yes", "ICB"), "decided_on"),
        (Decision("Yes", "ICB", TODAY + timedelta(days=1)), "decided_on"),
        (Decision("Yes", "ICB", raised - timedelta(days=1)), "decided_on"),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            check_decision(was, wrong, raised, TODAY)
        assert list(refused.value.fields) == [field]
    check_decision(was, Decision("Yes", "ICB", TODAY), raised, TODAY)


def test_a_gap_is_put_to_somebody() -> None:
    with pytest.raises(InvalidFieldsError):
        check_commissioner(GapStatus.OPEN, Commissioner(name=" "))
    with pytest.raises(TransitionError):
        check_commissioner(GapStatus.CLOSED, Commissioner(name="ICB"))
