"""Days, times and ages read as people say them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.wording import dates

TODAY = date(2026, 11, 19)


def test_a_day_on_screen_is_short_and_tells_the_year_only_when_it_is_another() -> None:
    assert dates.day(TODAY) == "Thu 19 Nov"
    assert dates.day(TODAY, TODAY) == "Thu 19 Nov"
    assert dates.day(date(2025, 11, 19), TODAY) == "Wed 19 Nov 2025"


def test_a_day_on_paper_is_written_out() -> None:
    assert dates.long_day(date(2025, 3, 12)) == "Wed 12 March 2025"
    assert dates.plain_day(date(1980, 2, 1)) == "1 February 1980"


@pytest.mark.parametrize(
    "write", [dates.day, dates.long_day, dates.plain_day, dates.clock, dates.moment]
)
def test_what_is_not_on_file_is_said_to_be_so(write: object) -> None:
    assert callable(write)
    assert write(None) == "not recorded"


def test_moments_are_told_in_the_panels_zone_summer_and_winter() -> None:
    assert dates.clock(datetime(2026, 7, 2, 9, 5, tzinfo=UTC)) == "10:05"
    assert dates.clock(datetime(2026, 12, 2, 9, 5, tzinfo=UTC)) == "09:05"
    assert dates.clock(time(10, 0)) == "10:00"
    assert dates.moment(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "Thu 2 July 2026 at 00:30"


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0 min"), (25, "25 min"), (60, "1 h"), (80, "1 h 20 min")]
)
def test_lengths_of_time(minutes: int, said: str) -> None:
    assert dates.length(minutes) == said


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (0, "today"),
        (1, "yesterday"),
        (-1, "tomorrow"),
        (3, "3 days ago"),
        (20, "20 days ago"),
        (21, "3 weeks ago"),
        (90, "12 weeks ago"),
        (120, "3 months ago"),
        (800, "2 years ago"),
        (-5, "in 5 days"),
    ],
)
def test_how_long_ago(passed: int, said: str) -> None:
    assert dates.ago(TODAY - timedelta(days=passed), TODAY) == said


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(1980, 11, 19), "46"),
        (date(1980, 11, 20), "45"),
        (date(2004, 2, 29), "22"),
        (date(2027, 1, 1), "not recorded"),
        (None, "not recorded"),
    ],
)
def test_ages_in_whole_years(born: date | None, age: str) -> None:
    assert dates.age(born, TODAY) == age


def test_what_is_due_is_told_by_day_and_what_is_late_in_working_days() -> None:
    assert dates.due(TODAY, TODAY, 0) == "due today"
    assert dates.due(TODAY + timedelta(days=1), TODAY, 0) == "due tomorrow"
    assert dates.due(date(2026, 12, 12), TODAY, 0) == "due Sat 12 Dec"
    assert dates.due(date(2026, 11, 6), TODAY, 9) == "overdue by 9 working days"
    assert dates.due(date(2026, 11, 18), TODAY, 1) == "overdue by 1 working day"
    assert dates.due(None, TODAY, 0) == "no date"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2025, 3, 1), date(2025, 3, 31), "1 to 31 March 2025"),
        (date(2025, 3, 28), date(2025, 4, 2), "28 March to 2 April 2025"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 December 2024 to 2 January 2025"),
        (date(2025, 3, 1), date(2025, 3, 1), "1 March 2025"),
        (date(2025, 3, 1), None, "since 1 March 2025"),
        (None, date(2025, 3, 1), "until 1 March 2025"),
        (None, None, "not recorded"),
    ],
)
def test_periods_repeat_nothing(start: date | None, end: date | None, said: str) -> None:
    assert dates.period(start, end) == said


@given(st.integers(min_value=0, max_value=40_000))
@settings(max_examples=100)
def test_a_longer_time_never_reads_as_none_at_all(count: int) -> None:
    assert count == 0 or not dates.span(count).startswith("0 ")
