"""Days as people say them in a meeting: understood, asked or told as over; never guessed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordinator.domain.spoken.days import understand_day
from coordinator.domain.spoken.values import Calendar, Closing, DayState, SpokenDay
from coordinator.domain.spoken.word_lists import listed
from tests.domain.spoken.rooms import CALENDAR, NEXT_MEETING, TODAY

D = DayState


def spoken(words: str, calendar: Calendar = CALENDAR) -> SpokenDay:
    found = understand_day(words, calendar)
    assert found is not None, words
    return found


def nov(day: int) -> date:
    return date(2026, 11, day)


def dec(day: int) -> date:
    return date(2026, 12, day)


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("today", TODAY),
        ("tomorrow", nov(19)),
        ("the day after tomorrow", nov(20)),
        ("Fri", nov(20)),
        ("Fri.", nov(20)),
        ("by FRIDAY", nov(20)),
        ("this Friday", nov(20)),
        ("this coming Friday", nov(20)),
        ("Weds 25th", nov(25)),
        ("Friday week", nov(27)),
        ("a week on Friday", nov(27)),
        ("two weeks on Thurs", dec(3)),
        ("a fortnight on Friday", dec(4)),
        ("Tuesday fortnight", dec(8)),
        ("a week today", nov(25)),
        ("tomorrow week", nov(26)),
        ("in 2 days", nov(20)),
        ("in two weeks", dec(2)),
        ("in a fortnight", dec(2)),
        ("2 weeks", dec(2)),
        ("in a couple of weeks", dec(2)),
        ("in a week's time", nov(25)),
        ("in two weeks\u2019 time", dec(2)),
        ("two weeks from now", dec(2)),
        ("in a month", date(2026, 12, 18)),
        ("within five working days", nov(25)),
        ("end of the week", nov(20)),
        ("by the end of the week", nov(20)),
        ("end of next week", nov(27)),
        ("end of month", nov(30)),
        ("end of Nov", nov(30)),
        ("by the end of the year", dec(31)),
        ("27/11", nov(27)),
        ("27.11.", nov(27)),
        ("27.11", nov(27)),
        ("27/11/26", nov(27)),
        ("27-11-2026", nov(27)),
        ("2026-11-27", nov(27)),
        ("27 Nov", nov(27)),
        ("27th of November", nov(27)),
        ("Nov 27", nov(27)),
        ("November 27th 2026", nov(27)),
        ("27 Nov '26", nov(27)),
        ("27th", nov(27)),
        ("by the 27th", nov(27)),
        ("Fri 27 Nov", nov(27)),
        ("Friday, 27 November 2026", nov(27)),
        ("Fri 27/11", nov(27)),
        ("Friday the 27th", nov(27)),
        ("3/12", dec(3)),
        ("12/1", date(2027, 1, 12)),
        ("the 17th", dec(17)),
        ("31st", dec(31)),
        ("next meeting", NEXT_MEETING),
        ("before the next meeting", NEXT_MEETING),
        ("by next panel", NEXT_MEETING),
        ("next time", NEXT_MEETING),
        ("by next time we meet", NEXT_MEETING),
        ("no later than Fri", nov(20)),
        ("due Fri", nov(20)),
        ("for Friday", nov(20)),
        ("on Friday", nov(20)),
        ("Friday at 4pm", nov(20)),
        ("4 pm on Friday", nov(20)),
        ("tomorrow morning", nov(19)),
    ],
)
def test_a_day_is_understood_however_it_is_said(words: str, on: date) -> None:
    assert spoken(words) == SpokenDay(D.UNDERSTOOD, words, on)


@pytest.mark.parametrize(
    ("words", "state", "choices"),
    [
        ("next Friday", D.WHICH_WEEKDAY, (nov(20), nov(27))),
        ("by next Thurs", D.WHICH_WEEKDAY, (nov(19), nov(26))),
        ("Wednesday", D.WHICH_WEEKDAY, (TODAY, nov(25))),  # said on one
        ("this Wed", D.WHICH_WEEKDAY, (TODAY, nov(25))),
        ("Wed week", D.WHICH_WEEKDAY, (nov(25), dec(2))),
        ("18th", D.WHICH_MONTH, (TODAY, date(2026, 12, 18))),
        ("this week", D.WHICH_DAY, (TODAY, nov(19), nov(20))),
        ("next week", D.WHICH_DAY, tuple(map(nov, range(23, 28)))),
        ("early next week", D.WHICH_DAY, tuple(map(nov, range(23, 28)))),
        ("Fri 28 Nov", D.WRONG_WEEKDAY, (nov(27), nov(28))),
        ("asap", D.NOT_A_DAY, (TODAY, nov(19), NEXT_MEETING)),
        ("as soon as possible", D.NOT_A_DAY, (TODAY, nov(19), NEXT_MEETING)),
        ("next month", D.WHICH_DAY, (dec(1), dec(15), dec(31))),
        ("mid December", D.WHICH_DAY, (dec(1), dec(15), dec(31))),
        ("in December", D.WHICH_DAY, (dec(1), dec(15), dec(31))),
        ("in early December", D.WHICH_DAY, (dec(1), dec(15), dec(31))),
        ("w/c 30 Nov", D.WHICH_DAY, (nov(30), dec(1), dec(2), dec(3), dec(4))),
        ("wc 30/11", D.WHICH_DAY, (nov(30), dec(1), dec(2), dec(3), dec(4))),
        ("by W/C Mon 30 Nov", D.WHICH_DAY, (nov(30), dec(1), dec(2), dec(3), dec(4))),
        ("week commencing 30 November", D.WHICH_DAY, (nov(30), dec(1), dec(2), dec(3), dec(4))),
        ("w/c 16 Nov", D.WHICH_DAY, (TODAY, nov(19), nov(20))),  # it goes on
        ("w/c 21 Dec", D.WHICH_DAY, (dec(21), dec(22), dec(23), dec(24))),
        ("w/c Monday", D.WHICH_DAY, tuple(map(nov, range(23, 28)))),
        ("1/12/28", D.FAR_AWAY, (date(2028, 12, 1),)),
        ("29/2", D.FAR_AWAY, (date(2028, 2, 29),)),
    ],
)
def test_what_can_mean_two_days_is_asked(
    words: str, state: DayState, choices: tuple[date, ...]
) -> None:
    found = spoken(words)
    assert (found.state, found.on, found.choices) == (state, None, choices)


def test_next_wednesday_said_on_a_wednesday_is_a_week_from_it() -> None:
    assert spoken("next Wednesday").on == nov(25)


@pytest.mark.parametrize(
    ("words", "said", "choices"),
    [
        ("yesterday", nov(17), ()),
        ("last Friday", nov(13), ()),
        ("17/11/26", nov(17), ()),
        ("3 Nov 2026", nov(3), ()),
        ("3/11", nov(3), (date(2027, 11, 3),)),
        ("Tue 3 Nov", nov(3), (date(2027, 11, 3),)),
        ("end of October", date(2026, 10, 31), (date(2027, 10, 31),)),
    ],
)
def test_a_day_in_the_past_is_told_as_over(
    words: str, said: date, choices: tuple[date, ...]
) -> None:
    assert spoken(words) == SpokenDay(D.PAST, words, choices=choices, said=said)


@pytest.mark.parametrize("words", ["31/11", "11/27", "32nd", "0/1", "29/2/27", "31 June"])
def test_a_day_that_does_not_exist_is_told(words: str) -> None:
    assert spoken(words) == SpokenDay(D.NO_SUCH_DAY, words)


@pytest.mark.parametrize(
    ("words", "on", "closing", "choices"),
    [
        ("25/12", dec(25), Closing.HOLIDAY, (dec(24), dec(29))),
        ("26 Dec", dec(26), Closing.WEEKEND, (dec(24), dec(29))),
        ("Saturday", nov(21), Closing.WEEKEND, (nov(20), nov(23))),
    ],
)
def test_a_day_without_offices_is_noticed_with_the_working_days_beside_it(
    words: str, on: date, closing: Closing, choices: tuple[date, ...]
) -> None:
    found = spoken(words)
    assert (found.state, found.on, found.closing) == (D.CLOSED, on, closing)
    assert found.choices == choices


def test_a_working_day_that_is_over_is_not_offered() -> None:
    saturday = replace(CALENDAR, today=nov(21))
    assert spoken("today", saturday).choices == (nov(23),)


@pytest.mark.parametrize("fixed", [None, nov(11)])
def test_without_a_next_meeting_its_day_is_no_guess(fixed: date | None) -> None:
    calendar = replace(CALENDAR, next_meeting_on=fixed)
    assert spoken("next meeting", calendar).state is D.NO_NEXT_MEETING


@pytest.mark.parametrize(
    "words",
    [
        *("", "by", "the river", "by the river", "10.30", "by 4 pm", "12", "a", "May"),
        *("next", "every Friday", "Friday and Monday", "\u00b2/3", "Mondays", "week", "in days"),
    ],
)
def test_what_is_no_day_is_not_taken_for_one(words: str) -> None:
    assert understand_day(words, CALENDAR) is None


DAYS = st.dates(date(2000, 1, 1), date(2150, 12, 31))
WRITTEN = (
    "{0:%a} {0.day} {0:%b}",
    "{0.day}/{0.month}",
    "{0:%d/%m/%Y}",
    "{0:%Y-%m-%d}",
    "{0:%B %d}",
)


@given(DAYS, st.integers(0, 180), st.sampled_from(WRITTEN))
def test_a_day_of_the_next_half_year_is_read_back_as_it_was_written(
    today: date, ahead: int, form: str
) -> None:
    on = today + timedelta(days=ahead)
    found = spoken(form.format(on), Calendar(today))
    assert found.on == on


SAID = listed(
    """by on next this last the a end of in within week weeks month friday mon sat tomorrow today
    3 27 31st 29/2 31/12 30/9/27 feb dec 2026 fortnight working days meeting asap"""
)
SAYINGS = st.lists(st.sampled_from(sorted(SAID)), min_size=1, max_size=5).map(" ".join)


@given(DAYS, SAYINGS, st.none() | DAYS, st.frozensets(DAYS, max_size=3))
def test_whatever_is_said_no_day_before_today_is_understood_or_offered(
    today: date, words: str, meeting: date | None, closed: frozenset[date]
) -> None:
    calendar = Calendar(today, closed, meeting)
    found = understand_day(words, calendar)
    if found is not None:
        assert all(on >= today for on in (*filter(None, (found.on,)), *found.choices))
        assert found == understand_day(words, calendar)
        assert (found.on is not None) == (found.state in {D.UNDERSTOOD, D.CLOSED})


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("before Christmas", dec(24)),
        ("before xmas", dec(24)),
        ("before New Year's Day", dec(31)),
        ("Christmas Eve", dec(24)),
        ("New Year\u2019s Eve", dec(31)),
        ("within 48 hours", nov(20)),
        ("in 24hrs", nov(19)),
        ("Friday next week", nov(27)),
        ("Tuesday of next week", nov(24)),
        ("next week Friday", nov(27)),
        ("the last Friday of the month", nov(27)),
        ("the first Monday in December", dec(7)),
        ("end Nov", nov(30)),
        ("month end", nov(30)),
        ("two months from today", date(2027, 1, 18)),
        ("close of play", TODAY),
    ],
)
def test_more_ways_of_saying_a_day_are_understood(words: str, on: date) -> None:
    closed = frozenset({dec(25), dec(28), date(2027, 1, 1)})
    found = spoken(words, replace(CALENDAR, closed=closed))
    assert (found.state, found.on) == (D.UNDERSTOOD, on)


@pytest.mark.parametrize(
    ("words", "on", "beside"),
    [
        ("by Christmas", dec(25), (dec(24), dec(29))),
        ("Boxing Day", dec(26), (dec(24), dec(29))),
        ("New Year", date(2027, 1, 1), (dec(31), date(2027, 1, 4))),
        ("the weekend", nov(21), (nov(20), nov(23))),
    ],
)
def test_a_holiday_said_by_its_name_offers_the_working_days_beside_it(
    words: str, on: date, beside: tuple[date, date]
) -> None:
    closed = frozenset({dec(25), dec(28), date(2027, 1, 1)})
    found = spoken(words, replace(CALENDAR, closed=closed))
    assert (found.state, found.on, found.choices) == (D.CLOSED, on, beside)


def test_easter_goes_by_its_year() -> None:
    assert spoken("Good Friday").on == date(2027, 3, 26)
    after = replace(CALENDAR, today=date(2027, 3, 29))
    assert spoken("Easter", after).state is D.PAST
    assert spoken("Easter", after).choices == (date(2028, 4, 16),)


def test_friday_next_is_asked_as_next_friday_is() -> None:
    assert spoken("Friday next") == replace(spoken("next Friday"), words="Friday next")
