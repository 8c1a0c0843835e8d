"""Cells are read with care: days before months, nothing guessed, what is odd is told."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coordinator.sheets.cells import (
    Reading,
    is_control,
    read_date,
    read_text,
    read_whole_number,
    read_yes_no,
    text_of,
)
from coordinator.sheets.problems import Rule
from coordinator.sheets.tables import Cell

TODAY = date(2026, 11, 20)
FIRST_OF_FEBRUARY = date(1980, 2, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "01/02/1980",
        "1/2/1980",
        "1.2.1980",
        "01-02-1980",
        "1 2 1980",
        "1980-02-01",
        "1980/02/01",
        "1980-02-01 00:00:00",
        "1980-02-01T00:00:00Z",
        "01/02/1980 10:30",
        "1 February 1980",
        "1st February 1980",
        "1 feb 1980",
        "01-Feb-1980",
        "Fri 1 February 1980",
        "Friday, 1st of February 1980",
        "February 1, 1980",
        "  1/2/1980  ",
        "19800201",
        19800201,
        19800201.0,
        date(1980, 2, 1),
        datetime(1980, 2, 1, 12, 30),  # noqa: DTZ001 - as spreadsheets hold them
    ],
)
def test_a_day_is_read_in_every_way_it_is_written(cell: Cell) -> None:
    assert read_date(cell, TODAY) == Reading(FIRST_OF_FEBRUARY)


@pytest.mark.parametrize(
    ("cell", "value", "rule"),
    [
        ("1/2/80", FIRST_OF_FEBRUARY, Rule.DATE_SHORT_YEAR),
        ("1-Feb-80", FIRST_OF_FEBRUARY, Rule.DATE_SHORT_YEAR),
        ("1/2/27", date(2027, 2, 1), Rule.DATE_SHORT_YEAR),
        ("1/2/37", date(1937, 2, 1), Rule.DATE_SHORT_YEAR),
        (45000.0, date(2023, 3, 15), Rule.DATE_SERIAL),
        (45000, date(2023, 3, 15), Rule.DATE_SERIAL),
        ("45000", date(2023, 3, 15), Rule.DATE_SERIAL),
        (29252.75, FIRST_OF_FEBRUARY, Rule.DATE_SERIAL),
        (2025.125, date(1905, 7, 17), Rule.DATE_SERIAL),
        (100.1875, date(1900, 4, 9), Rule.DATE_SERIAL),
        ("19801301", None, Rule.DATE_IMPOSSIBLE),
        ("01021980", None, Rule.NOT_A_DATE),
        ("31/02/1980", None, Rule.DATE_IMPOSSIBLE),
        ("02/25/1980", None, Rule.DATE_IMPOSSIBLE),
        ("29/02/1981", None, Rule.DATE_IMPOSSIBLE),
        ("0/0/0000", None, Rule.DATE_IMPOSSIBLE),
        ("1 Smarch 1980", None, Rule.DATE_IMPOSSIBLE),
        ("01/02/1066", None, Rule.DATE_IMPOSSIBLE),
        ("1980", None, Rule.YEAR_ONLY),
        (1980, None, Rule.YEAR_ONLY),
        (1980.0, None, Rule.YEAR_ONLY),
        (3, None, Rule.NOT_A_DATE),
        (10.0**300, None, Rule.NOT_A_DATE),
        ("9" * 400, None, Rule.NOT_A_DATE),
        ("in the spring", None, Rule.NOT_A_DATE),
        ("c. 1980", None, Rule.NOT_A_DATE),
        ("1/2/1980 or 2/1/1980", None, Rule.NOT_A_DATE),
        (True, None, Rule.NOT_A_DATE),
        (time(10, 0), None, Rule.NOT_A_DATE),
        (timedelta(days=1), None, Rule.NOT_A_DATE),
        ("", None, None),
        ("N/K", None, None),
        ("unknown", None, None),
        ("tbc", None, None),
    ],
)
def test_what_is_odd_about_a_day_is_told(cell: Cell, value: date | None, rule: Rule) -> None:
    assert read_date(cell, TODAY) == Reading(value, rule)


def test_a_birth_is_never_completed_to_a_year_to_come() -> None:
    assert read_date("1/2/27", TODAY, years_ahead=0).value == date(1927, 2, 1)
    assert read_date("1/2/26", TODAY, years_ahead=0).value == date(2026, 2, 1)


@given(st.dates(date(1900, 3, 1), date(2099, 12, 31)), st.sampled_from("/-."))
@settings(max_examples=100)
def test_every_day_written_day_first_comes_back(on: date, mark: str) -> None:
    written = on.strftime(f"%d{mark}%m{mark}%Y")
    assert read_date(written, TODAY).value == on
    assert read_date(on.isoformat(), TODAY).value == on
    serial = (on - date(1899, 12, 30)).days
    if not 1880 <= serial <= 2099:
        assert read_date(float(serial), TODAY).value == on


ANYTHING = (
    st.text(max_size=40)
    | st.floats()
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
)


@given(ANYTHING)
@settings(max_examples=100)
def test_no_cell_whatever_breaks_a_reader(cell: Cell) -> None:
    for reading in (
        read_text(cell),
        read_yes_no(cell),
        read_date(cell, TODAY),
        read_whole_number(cell, 115),
    ):
        assert reading.value is not None or reading.value is None
    assert not any(is_control(one) for one in text_of(cell))


@pytest.mark.parametrize(
    ("cell", "text", "rule"),
    [
        ("  Kezia \t Trelawny ", "Kezia Trelawny", None),
        ("one\r\ntwo\rthree", "one\ntwo\nthree", None),
        ("E\u0301mile", "Émile", None),
        ("Kez\x00ia", "Kezia", Rule.CONTROL_CHARACTERS),
        ("Kez\x1bia\x07", "Kezia", Rule.CONTROL_CHARACTERS),
        ("\u202egnp.exe", "gnp.exe", Rule.CONTROL_CHARACTERS),
        ("=HYPERLINK(1)", "=HYPERLINK(1)", Rule.FORMULA),
        ("@SUM(A1)", "@SUM(A1)", Rule.FORMULA),
        ("-cmd", "-cmd", Rule.FORMULA),
        ("+44 1632 960001", "+44 1632 960001", None),
        ("-5", "-5", None),
        ("x" * 20_001, None, Rule.TOO_LONG),
        ("not known", None, None),
        (42.0, "42", None),
        (4.5, "4.5", None),
        (True, "yes", None),
        ("محمد علي", "محمد علي", None),
        ("Kez 😀", "Kez 😀", None),
    ],
)
def test_a_text_arrives_clean_and_what_was_odd_is_told(
    cell: Cell, text: str | None, rule: Rule | None
) -> None:
    assert read_text(cell) == Reading(text, rule)


@pytest.mark.parametrize(
    ("cell", "value", "rule"),
    [
        ("Yes", True, None),
        ("y", True, None),
        ("X", True, None),
        ("\u2713", True, None),
        (1, True, None),
        (1.0, True, None),
        (True, True, None),
        ("No.", False, None),
        ("n", False, None),
        (0, False, None),
        (False, False, None),
        ("", None, None),
        ("N/K", None, None),
        ("maybe", None, Rule.NOT_YES_NO),
        (99, None, Rule.NOT_YES_NO),
    ],
)
def test_yes_and_no(cell: Cell, value: bool | None, rule: Rule | None) -> None:
    assert read_yes_no(cell) == Reading(value, rule)


def test_whole_numbers_are_bounded() -> None:
    assert read_whole_number("46", 115) == Reading(46)
    assert read_whole_number(46.0, 115) == Reading(46)
    assert read_whole_number("116", 115) == Reading(None, Rule.NOT_A_NUMBER)
    assert read_whole_number("forties", 115) == Reading(None, Rule.NOT_A_NUMBER)
    assert read_whole_number("", 115) == Reading(None)
