"""Working days in England: Monday to Friday without bank holidays.

The days come from the `holidays` library (which follows www.gov.uk/bank-holidays and knows single
days such as a coronation); it knows none before 1872 or after 2099. Pure functions: what day it is
comes from the desk. Rules of the domain take the days (`bank_holidays_between`) or one of these
functions as an argument.
"""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

_WORKDAYS_A_WEEK = 5
_DAYS_A_WEEK = 7


@cache
def bank_holidays(year: int) -> tuple[date, ...]:
    """List the bank holidays of a year that would have been working days, in order."""
    found: Iterable[date] = country_holidays("GB", subdiv="ENG", years=[year])
    return tuple(sorted(on for on in found if on.weekday() < _WORKDAYS_A_WEEK))


def bank_holidays_between(first: date, last: date) -> frozenset[date]:
    """List the bank holidays on weekdays from `first` to `last`, both included."""
    years = range(first.year, last.year + 1)
    return frozenset(on for year in years for on in bank_holidays(year) if first <= on <= last)


def is_working_day(on: date) -> bool:
    """Whether offices are open."""
    return on.weekday() < _WORKDAYS_A_WEEK and on not in bank_holidays(on.year)


def working_days_after(start: date, end: date) -> int:
    """Count the working days after `start` up to `end`, `end` included.

    Overdue is this count from the due date to today: on the due date 0, and 0 over a weekend
    after it. Never below 0.
    """
    if end <= start:
        return 0
    years = range(start.year, end.year + 1)
    closed = sum(_between(bank_holidays(year), start, end) for year in years)
    return _weekdays_until(end) - _weekdays_until(start) - closed


def add_working_days(start: date, count: int) -> date:
    """Go `count` working days on from `start` (back when negative); 0 gives `start` itself."""
    on, left = start, abs(count)
    step = timedelta(days=1 if count > 0 else -1)
    while left:
        on += step
        left -= is_working_day(on)
    return on


def next_working_day(on: date) -> date:
    """Give `on` itself when offices are open, else the first day they are open again."""
    return on if is_working_day(on) else add_working_days(on, 1)


def _weekdays_until(on: date) -> int:
    """Count Monday to Friday from the first day of the calendar, a Monday, up to `on`."""
    weeks, rest = divmod(on.toordinal(), _DAYS_A_WEEK)
    return weeks * _WORKDAYS_A_WEEK + min(rest, _WORKDAYS_A_WEEK)


def _between(days: tuple[date, ...], start: date, end: date) -> int:
    """Count the `days` after `start` up to `end`."""
    return bisect_right(days, end) - bisect_right(days, start)
