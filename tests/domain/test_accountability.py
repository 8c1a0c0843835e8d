"""Periods that can be looked at, what is put to the chair, how such actions went."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.accountability import (
    LEAST_TOLD,
    Past,
    Period,
    Why,
    check_period,
    promises,
    quarter_to,
    why_proposed,
)
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.plans import ActionKind

TODAY = date(2026, 11, 19)
DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))


@given(DAYS)
def test_a_rolling_quarter_is_thirteen_weeks_and_can_be_looked_at(day: date) -> None:
    period = quarter_to(day)
    check_period(period, day)
    assert period.until_on == day
    assert (period.until_on - period.from_on).days + 1 == 13 * 7


@given(DAYS, DAYS, DAYS)
def test_only_days_gone_by_in_order_and_a_year_at_most_are_looked_at(
    first: date, last: date, today: date
) -> None:
    fits = first <= last <= today and last - first < timedelta(days=366)
    if fits:
        check_period(Period(first, last), today)
        return
    with pytest.raises(InvalidFieldsError):
        check_period(Period(first, last), today)


def test_a_leap_year_is_a_year() -> None:
    check_period(Period(date(2024, 1, 1), date(2024, 12, 31)), TODAY)
    with pytest.raises(InvalidFieldsError, match="longer-than-a-year"):
        check_period(Period(date(2024, 1, 1), date(2025, 1, 1)), TODAY)


@pytest.mark.parametrize(
    ("is_safety", "meetings", "why"),
    [
        (False, 0, None),
        (False, 2, None),
        (False, 3, Why.MEETINGS),
        (True, 0, Why.SAFETY),
        (True, 5, Why.SAFETY),
    ],
)
def test_more_than_two_meetings_or_any_safety_action_past_its_date_is_put_to_the_chair(
    is_safety: bool, meetings: int, why: Why | None
) -> None:
    assert why_proposed(is_safety=is_safety, meetings=meetings) is why


PAST = st.builds(
    Past,
    st.sampled_from(ActionKind),
    on_time=st.booleans(),
    took=st.none() | st.integers(0, 400),
)


@given(st.lists(PAST, max_size=60))
def test_of_fewer_than_five_actions_of_a_kind_nothing_is_said(past: list[Past]) -> None:
    told = {one.kind: one for one in promises(past)}
    for kind in ActionKind:
        mine = [one for one in past if one.kind is kind]
        assert (kind in told) == (len(mine) >= LEAST_TOLD)
        if kind in told:
            said = told[kind]
            took = [one.took for one in mine if one.took is not None]
            assert said.past == len(mine)
            assert said.on_time == sum(one.on_time for one in mine) <= said.past
            assert (said.usual_days in took) if took else said.usual_days is None


def test_usual_is_the_middle_one_not_the_mean() -> None:
    days = [2, 3, 16, 20, 300]
    (said,) = promises([Past(ActionKind.SUPPORT, on_time=False, took=one) for one in days])
    assert said.usual_days == 16
