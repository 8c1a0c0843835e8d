"""What a cell says, read with care: dates, numbers that are texts, yes and no.

Each function gives a value, or none, with the rule that says what was odd. Nothing is guessed:
where two readings are possible the value is left out, or taken by a fixed rule and told. Dates are
always day before month.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Generic, TypeVar

from coordinator.sheets.limits import LONGEST_CELL
from coordinator.sheets.problems import Rule
from coordinator.sheets.tables import Cell

T = TypeVar("T")

NOT_KNOWN = frozenset(
    {"", "-", "--", "?", "n/a", "na", "n/k", "nk", "nfa unknown", "none", "not known", "null",
     "unknown", "tbc", "tba", "not recorded", "not stated", "nil", "#n/a"}
)  # fmt: skip
"""Words (folded) that mean nobody knows: read as an empty cell."""


@dataclass(frozen=True)
class Reading(Generic[T]):
    """A value and what was odd about it; a value left out is none."""

    value: T | None
    rule: Rule | None = None


def text_of(cell: Cell) -> str:
    """Write a cell as text: one line space, composed letters, line ends kept, no controls."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    said = unicodedata.normalize("NFC", str(cell))
    if _is_plain(said):
        return " ".join(said.split())  # by far the most cells
    lines = said.replace("\r\n", "\n").replace("\r", "\n")
    shown = "".join(one for one in lines if one in "\n\t" or not is_control(one))
    return "\n".join(" ".join(line.split()) for line in shown.split("\n")).strip()


def _is_plain(text: str) -> bool:
    """Whether a text holds neither controls nor line ends: quick, and true of most."""
    return text.isprintable() and "\ufffd" not in text


def is_control(character: str) -> bool:
    """Whether a character cannot be shown (U+FFFD stands for a null or an undecodable byte).

    Marks that order text from right to left stay out too: they can make a name read as another.
    """
    return (
        character == "\ufffd"
        or (
            character not in "\n\t\r"
            and unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"}
        )
        or character in _ORDER_MARKS
    )


_ORDER_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u200b")


def read_text(cell: Cell) -> Reading[str]:
    """Read a text; too long a one is left out, controls and formulas are told."""
    if isinstance(cell, str) and len(cell) > LONGEST_CELL:
        return Reading(None, Rule.TOO_LONG)
    said = text_of(cell)
    if said.casefold() in NOT_KNOWN:
        return Reading(None)
    if isinstance(cell, str) and not _is_plain(cell) and any(map(is_control, cell)):
        return Reading(said, Rule.CONTROL_CHARACTERS)
    if said[0] in "=@" or (said[0] in "+-" and said[1:2].isalpha()):
        return Reading(said, Rule.FORMULA)
    return Reading(said)


def read_yes_no(cell: Cell) -> Reading[bool]:
    """Read yes or no in the ways people tick boxes."""
    if isinstance(cell, bool):
        return Reading(cell)
    said = text_of(cell).casefold().rstrip(".")
    if said in NOT_KNOWN:
        return Reading(None)
    if said in _YES:
        return Reading(value=True)
    if said in _NO:
        return Reading(value=False)
    return Reading(None, Rule.NOT_YES_NO)


_YES = frozenset({"yes", "y", "true", "t", "1", "x", "ok", "\u2713", "\u2714", "\u2611"})
_NO = frozenset({"no", "n", "false", "f", "0", "\u2717", "\u2718", "\u2610"})


_BELOW_NOUGHT = re.compile(r"[-\u2212\u2013] ?(?=[\d.]*[1-9])\d+(\.\d+)?")
"""A minus as keyboards, spreadsheets and word processors write it, before more than nought."""


def read_whole_number(cell: Cell, most: int) -> Reading[int]:
    """Read a whole number from 0 to `most`."""
    said = text_of(cell).casefold()
    if said in NOT_KNOWN:
        return Reading(None)
    if _BELOW_NOUGHT.fullmatch(said):
        return Reading(None, Rule.BELOW_NOUGHT)
    if not re.fullmatch(r"\d{1,6}", said) or int(said) > most:
        return Reading(None, Rule.NOT_A_NUMBER)
    return Reading(int(said))


_EXCEL_EPOCH = date(1899, 12, 30)  # day 0 of the 1900 system as it is right after February 1900
_FIRST_SERIAL, _LAST_SERIAL = 61, 73_050  # 1 March 1900 to 31 December 2099
_FIRST_YEAR, _LAST_YEAR = 1880, 2099
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june",
            "jul july", "aug august", "sep sept september", "oct october", "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:[a-z]*day)?[,.]?\s+)?"
_CLOCK = r"(?:[t ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:z|am|pm|[+-]\d{2}:?\d{2})?)?"
_ISO = re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_CLOCK}")
_FIGURES = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s*[-/. ]\s*(?P<month>\d{{1,2}})\s*[-/. ]\s*"
    rf"(?P<year>\d{{4}}|\d{{2}}){_CLOCK}"
)
_NAMED = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*[-/. ]?\s*(?:of\s+)?(?P<month>[a-z]{{3,9}})"
    rf"\.?,?\s*[-/. ]?\s*(?P<year>\d{{4}}|\d{{2}}){_CLOCK}"
)
_MONTH_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<month>[a-z]{{3,9}})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    rf"(?P<year>\d{{4}}){_CLOCK}"
)
_SHAPES = (_ISO, _FIGURES, _NAMED, _MONTH_FIRST)


def read_date(cell: Cell, today: date, years_ahead: int = 10) -> Reading[date]:
    """Read a day.

    A text is day/month/year, ISO, or with the month's name; two figures of a year mean the last
    hundred years up to `years_ahead` of `today` (0 for births). A bare number is a day count of
    the spreadsheet (1 is 1 January 1900), unless it can be a year.
    """
    if isinstance(cell, datetime):
        return _within(cell.date())
    if isinstance(cell, date):
        return _within(cell)
    if isinstance(cell, bool | time | timedelta):
        return Reading(None, Rule.NOT_A_DATE)
    said = text_of(cell).casefold()
    if said in NOT_KNOWN:
        return Reading(None)
    if re.fullmatch(r"\d+(\.\d+)?", said):
        return _date_of_number(said)
    return _date_of_words(said, today.year + years_ahead)


def _date_of_number(said: str) -> Reading[date]:
    number = float(said)
    if re.fullmatch(r"(18[89]|19\d|20\d)\d{5}", said):  # yyyymmdd
        return _made(int(said[:4]), int(said[4:6]), int(said[6:]))
    if number.is_integer() and _FIRST_YEAR <= number <= _LAST_YEAR:
        return Reading(None, Rule.YEAR_ONLY)
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return Reading(None, Rule.NOT_A_DATE)
    return Reading(_EXCEL_EPOCH + timedelta(days=int(number)), Rule.DATE_SERIAL)


def _date_of_words(said: str, latest: int) -> Reading[date]:
    for shape in _SHAPES:
        if found := shape.fullmatch(said):
            month = found["month"]
            number = int(month) if month.isdecimal() else _MONTHS.get(month, 0)
            year, rule = _full_year(found["year"], latest)
            made = _made(year, number, int(found["day"]))
            return Reading(made.value, made.rule or rule)
    return Reading(None, Rule.NOT_A_DATE)


_A_CENTURY = 100


def _full_year(written: str, latest: int) -> tuple[int, Rule | None]:
    """Complete a year of two figures to the last such year up to `latest`."""
    if len(written) > len("yy"):
        return int(written), None
    year = latest // _A_CENTURY * _A_CENTURY + int(written)
    if year > latest:
        year -= _A_CENTURY
    return year, Rule.DATE_SHORT_YEAR


def _made(year: int, month: int, day: int) -> Reading[date]:
    try:
        return _within(date(year, month, day))
    except ValueError:
        return Reading(None, Rule.DATE_IMPOSSIBLE)


def _within(on: date) -> Reading[date]:
    if not _FIRST_YEAR <= on.year <= _LAST_YEAR:
        return Reading(None, Rule.DATE_IMPOSSIBLE)
    return Reading(on)
