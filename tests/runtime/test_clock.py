"""Moments in UTC, days as on the panel's wall."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.runtime.clock import day_of, today, utc_now


def test_now_is_aware_and_utc() -> None:
    assert utc_now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 22, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), date(2026, 3, 29)),
    ],
)
def test_summer_time_moves_midnight(moment: datetime, day: date) -> None:
    assert day_of(moment) == day


@given(moment=st.datetimes(min_value=datetime(1972, 1, 1), max_value=datetime(2037, 1, 1)))  # noqa: DTZ001 - the strategy wants naive bounds
def test_the_day_is_the_utc_day_or_the_one_after(moment: datetime) -> None:
    aware = moment.replace(tzinfo=UTC)
    assert day_of(aware) - aware.date() in {timedelta(0), timedelta(days=1)}


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        day_of(datetime(2026, 1, 1))  # noqa: DTZ001 - that is the fault


def test_today_is_the_day_of_now() -> None:
    before, now, after = day_of(utc_now()), today(), day_of(utc_now())
    assert before <= now <= after
