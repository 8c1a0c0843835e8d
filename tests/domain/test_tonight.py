"""Who holds tonight: every part of every day is held or marked, and never both."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.outreach import DayPart
from coordinator.domain.tonight import (
    WEEKDAYS,
    HeldPart,
    NewHolding,
    PartState,
    Touch,
    TouchSource,
    check_holding,
    days_ahead,
    is_held_on,
    lay_out,
    parts_of,
)

TODAY = date(2026, 11, 19)  # a Thursday
MORNING = datetime(2026, 11, 19, 9, 0)  # noqa: DTZ001 - at the panel's place
some_days = st.integers(0, 30).map(lambda n: TODAY + timedelta(days=n))
moments = st.times().map(lambda at: datetime.combine(TODAY, at))
touches = st.lists(
    st.builds(
        Touch,
        on=some_days,
        part=st.sampled_from(DayPart),
        who=st.just("Rhys Roskilly"),
        agency=st.just("Kerrow Homes"),
        source=st.sampled_from(TouchSource),
    ),
    max_size=40,
)


@given(touches, st.none() | some_days, moments)
def test_every_part_of_every_day_is_held_or_marked_and_never_both(
    said: list[Touch], panel_on: date | None, now: datetime
) -> None:
    days = days_ahead(TODAY, panel_on)
    parts = lay_out(days, now, said)
    assert [(one.on, one.part) for one in parts] == list(parts_of(days, now))
    assert len({(one.on, one.part) for one in parts}) == len(parts)
    for one in parts:
        mine = [t for t in said if (t.on, t.part) == (one.on, one.part)]
        assert sorted(map(str, one.touches)) == sorted(map(str, mine))
        assert (one.state is PartState.NOBODY) == (not mine)
        promised = any(t.source is TouchSource.HOLDING for t in mine)
        assert (one.state is PartState.PROMISED) == promised


@given(st.none() | some_days)
def test_the_strip_goes_to_the_eve_of_the_panel_and_never_past_a_fortnight(
    panel_on: date | None,
) -> None:
    days = days_ahead(TODAY, panel_on)
    assert days[0] == TODAY
    assert [b - a for a, b in pairwise(days)] == [timedelta(days=1)] * (len(days) - 1)
    assert len(days) <= 14
    if panel_on and TODAY < panel_on <= TODAY + timedelta(days=14):
        assert days[-1] == panel_on - timedelta(days=1)
    if panel_on is None or panel_on == TODAY:
        assert len(days) == 7


@given(
    some_days,
    some_days,
    st.none() | some_days,
    st.lists(st.sampled_from(WEEKDAYS), unique=True),
)
def test_a_pattern_holds_on_its_weekdays_between_its_days(
    on: date, from_on: date, to_on: date | None, weekdays: list[str]
) -> None:
    held = is_held_on(on, from_on, to_on, weekdays)
    inside = from_on <= on and (to_on is None or on <= to_on)
    assert held == (inside and (not weekdays or WEEKDAYS[on.weekday()] in weekdays))


def test_parts_of_today_that_are_over_are_left_out() -> None:
    days = (TODAY,)
    at = MORNING.replace
    assert [part for _, part in parts_of(days, at(hour=9))] == list(DayPart)
    assert [part for _, part in parts_of(days, at(hour=17))] == [DayPart.EVENING, DayPart.NIGHT]
    assert [part for _, part in parts_of(days, at(hour=23))] == [DayPart.NIGHT]


def test_the_weekend_begins_on_friday_evening() -> None:
    friday = TODAY + timedelta(days=1)
    said = {part: HeldPart(friday, part, ()).is_weekend for part in DayPart}
    assert said == {DayPart.DAY: False, DayPart.EVENING: True, DayPart.NIGHT: True}
    assert HeldPart(friday + timedelta(days=1), DayPart.DAY, ()).is_weekend


def test_a_line_names_somebody_a_part_and_days_that_can_be() -> None:
    with pytest.raises(GuardError, match="nobody-named"):
        check_holding(NewHolding((DayPart.NIGHT,), TODAY, by=" "), TODAY)
    wrong = NewHolding(
        (), TODAY, TODAY - timedelta(days=1), weekdays=("someday",), by="Her sister"
    )
    with pytest.raises(InvalidFieldsError) as refused:
        check_holding(wrong, TODAY)
    assert refused.value.fields == {
        "parts": "required",
        "to_on": "before-start",
        "weekdays": "not-in-list",
    }
