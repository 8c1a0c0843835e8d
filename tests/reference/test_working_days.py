"""Working days in England."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.reference.working_days import (
    add_working_days,
    bank_holidays,
    bank_holidays_between,
    is_working_day,
    next_working_day,
    working_days_after,
)

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))
COUNTS = st.integers(min_value=-300, max_value=300)


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 4, 3),  # Good Friday
        date(2026, 12, 28),  # Boxing Day fell on a Saturday
        date(2022, 6, 3),  # Platinum Jubilee
        date(2022, 9, 19),  # State funeral
        date(2023, 5, 8),  # Coronation
    ],
)
def test_bank_holidays_are_no_working_days(holiday: date) -> None:
    assert holiday.weekday() < 5
    assert not is_working_day(holiday)


def test_a_scottish_holiday_is_a_working_day_here() -> None:
    assert is_working_day(date(2026, 1, 2))
    assert is_working_day(date(2026, 8, 3))


def test_over_a_weekend_nothing_becomes_later() -> None:
    friday = date(2026, 11, 13)
    assert [working_days_after(friday, friday + timedelta(days=n)) for n in range(5)] == [
        0,
        0,
        0,
        1,
        2,
    ]


def test_christmas_is_counted_as_people_count_it() -> None:
    assert working_days_after(date(2026, 12, 24), date(2027, 1, 4)) == 4
    assert add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 29)
    assert next_working_day(date(2026, 12, 25)) == date(2026, 12, 29)
    assert next_working_day(date(2026, 12, 24)) == date(2026, 12, 24)
    assert add_working_days(date(2026, 12, 29), -1) == date(2026, 12, 24)


def test_the_days_handed_to_a_rule_are_weekdays_within_the_bounds() -> None:
    assert bank_holidays_between(date(2026, 12, 25), date(2027, 1, 1)) == {
        date(2026, 12, 25),
        date(2026, 12, 28),
        date(2027, 1, 1),
    }
    assert bank_holidays_between(date(2026, 12, 26), date(2026, 12, 27)) == frozenset()


@given(DAYS, st.integers(min_value=0, max_value=1200))
@settings(max_examples=100)
def test_the_quick_count_agrees_with_counting_one_by_one(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    one_by_one = sum(is_working_day(start + timedelta(days=n)) for n in range(1, length + 1))
    assert working_days_after(start, end) == one_by_one
    assert working_days_after(end, start) == 0


@given(DAYS, COUNTS)
@settings(max_examples=100)
def test_adding_then_counting_gives_back_what_was_added(start: date, count: int) -> None:
    end = add_working_days(start, count)
    if count > 0:
        assert working_days_after(start, end) == count
    if count:
        assert is_working_day(end)
    assert (end > start) == (count > 0)


@pytest.mark.parametrize("year", [1, 1700, 2150, 9998])
def test_far_years_have_weekends_and_nothing_breaks(year: int) -> None:
    assert isinstance(bank_holidays(year), tuple)
    assert working_days_after(date(year, 3, 1), date(year, 3, 8)) == 5
