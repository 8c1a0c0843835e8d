"""The published tables are offered as a suggestion, and nothing is worked out beyond them."""

from itertools import product

import pytest

from coordinator.domain.learning.themes import PUBLISHED, Banding, check_banding, suggested
from coordinator.domain.lists.learning import Harm, Mitigation, Overall
from coordinator.wording.learning import suggestion_words

H, M = Harm, Mitigation


def test_the_tables_hold_the_twenty_five_rows_that_were_published() -> None:

    assert sum(sum(found.values()) for found in PUBLISHED.values()) == 25


def test_where_two_results_were_published_both_are_told() -> None:
    found = suggested(H.SIGNIFICANT, H.SIGNIFICANT, M.SIGNIFICANT_LIMITS)
    assert found == ((Overall.HIGH, 1), (Overall.MODERATE_HIGH, 1))
    assert "High (1 of 2) or Moderate to high (1 of 2)" in suggestion_words(found)


def test_a_row_of_one_result_is_told_with_how_often_it_came() -> None:
    assert "High (5 of 5)" in suggestion_words(suggested(H.HIGH, H.HIGH, M.SIGNIFICANT_LIMITS))


def test_nothing_is_suggested_where_the_tables_have_no_row_or_a_band_is_missing() -> None:
    held = [bands for bands in product(H, H, M) if suggested(*bands)]
    assert set(held) == set(PUBLISHED)
    assert suggested(H.HIGH, H.HIGH, M.GOOD) == ()
    assert suggested(None, H.HIGH, M.GOOD) == ()
    assert "nothing is suggested" in suggestion_words(())


@pytest.mark.parametrize("overall", list(Overall))
def test_every_overall_may_be_entered_whatever_the_tables_say(overall: Overall) -> None:

    check_banding(Banding(H.HIGH, H.HIGH, M.SIGNIFICANT_LIMITS, overall, "Why"))
