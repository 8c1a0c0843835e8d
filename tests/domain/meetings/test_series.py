"""The rhythm of a series is one of the wall clock."""

from datetime import date, time, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.meetings.series import (
    LONGEST_MEETING,
    Rhythm,
    check_rhythm,
    moment_of,
    next_day,
    next_days,
)
from coordinator.reference.working_days import is_working_day

days = st.dates(date(2015, 1, 1), date(2080, 12, 31))
rhythms = st.builds(
    Rhythm, days, st.times().map(lambda at: at.replace(tzinfo=None)), st.sampled_from([1, 2])
)


@given(rhythms, days)
def test_every_day_lies_whole_periods_after_the_first(rhythm: Rhythm, after: date) -> None:
    for on in islice(rhythm.days_after(after), 5):
        assert on > after
        assert on >= rhythm.first_on
        assert (on - rhythm.first_on).days % (7 * rhythm.every_weeks) == 0


@given(rhythms, days)
def test_no_day_of_the_series_is_left_out(rhythm: Rhythm, after: date) -> None:
    first, *others = islice(rhythm.days_after(after), 4)
    period = timedelta(weeks=rhythm.every_weeks)
    assert first - period <= max(after, rhythm.first_on - period)
    assert others == [first + period * count for count in (1, 2, 3)]


@given(rhythms, st.none() | days, days)
def test_the_next_day_is_never_one_that_has_gone_by(
    rhythm: Rhythm, last: date | None, today: date
) -> None:
    on = next_day(rhythm, last, today)
    assert on >= today
    assert last is None or on > last


def test_ten_o_clock_stays_ten_o_clock_when_the_clocks_change() -> None:
    before = moment_of(date(2026, 10, 22), time(10, 0), "Europe/London")
    after = moment_of(date(2026, 10, 29), time(10, 0), "Europe/London")

    assert (before.hour, after.hour) == (10, 10)
    assert before.utcoffset() == timedelta(hours=1)
    assert after.utcoffset() == timedelta(0)


def test_bank_holidays_are_flagged() -> None:
    rhythm = Rhythm(date(2026, 12, 18), time(10, 0))
    found = next_days(rhythm, date(2026, 12, 18), 2, is_working_day)
    assert [(day.on.day, day.is_closed) for day in found] == [(25, True), (1, True)]


@pytest.mark.parametrize(
    ("name", "weeks", "minutes", "field"),
    [
        (" ", 1, 90, "name"),
        ("Panel", 0, 90, "every_weeks"),
        ("Panel", 3, 90, "every_weeks"),
        ("Panel", 1, 0, "minutes_planned"),
        ("Panel", 1, LONGEST_MEETING + 1, "minutes_planned"),
    ],
)
def test_a_rhythm_that_cannot_be_is_refused(
    name: str, weeks: int, minutes: int, field: str
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        check_rhythm(name, weeks, minutes)
    assert set(refused.value.fields) == {field}
