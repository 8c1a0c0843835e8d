"""Days, times, ages and periods as they are shown. Nothing here knows what day it is."""

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from coordinator.wording.translation import _, locale, ngettext

HOME = ZoneInfo("Europe/London")
"""The zone of every panel the program is written for."""

_MINUTES_AN_HOUR = 60
_DAYS_A_WEEK = 7
_DAYS_A_MONTH = 30.44
_DAYS_A_YEAR = 365.25
_SAID_IN_DAYS, _SAID_IN_WEEKS, _SAID_IN_MONTHS = 21, 91, 730


def not_recorded() -> str:
    """Say that something is not on file; papers print this in place of failing."""
    return _("not recorded")


def day(on: date | None, today: date | None = None) -> str:
    """Write a day for a screen: *Thu 19 Nov*; with the year when it is not `today`'s."""
    if on is None:
        return not_recorded()
    same_year = today is None or on.year == today.year
    return _written(on, "EEE d MMM" if same_year else "EEE d MMM y", locale())


def long_day(on: date | None) -> str:
    """Write a day for a paper: *Wed 12 March 2025*."""
    return not_recorded() if on is None else _written(on, "EEE d MMMM y", locale())


def plain_day(on: date | None) -> str:
    """Write a day without its weekday: *1 February 1980*; dates of birth read so."""
    return not_recorded() if on is None else _written(on, "d MMMM y", locale())


def weekday(on: date) -> str:
    """Name the weekday of a day: *Friday*."""
    return _written(on, "EEEE", locale())


def short_day(on: date) -> str:
    """Write a day whose weekday is said beside it: *27 Nov*."""
    return _written(on, "d MMM", locale())


def table_day(on: date) -> str:
    """Write a day for a narrow column: *1 Feb 1980*."""
    return _written(on, "d MMM y", locale())


def month(on: date) -> str:
    """Write the month of a day: *Nov 2026*."""
    return _written(on, "MMM y", locale())


def month_said(on: date, today: date) -> str:
    """Write a month inside a sentence: *August*; with the year when it is not `today`'s."""
    return _written(on, "MMMM" if on.year == today.year else "MMMM y", locale())


def clock(at: time | datetime | None) -> str:
    """Write a time of day: *10:05*. A moment (with its zone) is told in the panel's zone."""
    if at is None:
        return not_recorded()
    local = at.astimezone(HOME) if isinstance(at, datetime) and at.tzinfo else at
    return format_time(local, "HH:mm", locale=locale())


def moment(at: datetime | None) -> str:
    """Write a moment for a paper: *Wed 12 March 2025 at 10:05*, in the panel's zone."""
    if at is None:
        return not_recorded()
    local = at.astimezone(HOME) if at.tzinfo else at
    return _("{day} at {time}", day=long_day(local.date()), time=clock(local))


def length(minutes: int) -> str:
    """Write how long something took: *25 min*, *1 h 20 min*."""
    hours, rest = divmod(minutes, _MINUTES_AN_HOUR)
    if not hours:
        return _("{minutes} min", minutes=rest)
    if not rest:
        return _("{hours} h", hours=hours)
    return _("{hours} h {minutes} min", hours=hours, minutes=rest)


def days(count: int) -> str:
    """Count days: *1 day*, *3 days*."""
    return ngettext("{count} day", "{count} days", count)


def working_days(count: int) -> str:
    """Count working days: *1 working day*, *3 working days*."""
    return ngettext("{count} working day", "{count} working days", count)


def age(born: date | None, today: date) -> str:
    """Write somebody's age in whole years, from 29 February on 1 March in other years."""
    if born is None or born > today:
        return not_recorded()
    had_birthday = (today.month, today.day) >= (born.month, born.day)
    return str(today.year - born.year - (not had_birthday))


def ago(on: date | None, today: date) -> str:
    """Write how long ago a day was: *today*, *yesterday*, *3 days ago*, *6 weeks ago*."""
    if on is None:
        return not_recorded()
    passed = (today - on).days
    if passed in _NEAR:
        return _(_NEAR[passed])
    if passed < 0:
        return _("in {time}", time=span(-passed))
    return _("{time} ago", time=span(passed))


_NEAR = {0: "today", 1: "yesterday", -1: "tomorrow"}


def span(count: int) -> str:
    """Write a number of days in the unit people would say: days, weeks, months or years."""
    if count < _SAID_IN_DAYS:
        return days(count)
    if count < _SAID_IN_WEEKS:
        return ngettext("{count} week", "{count} weeks", count // _DAYS_A_WEEK)
    if count < _SAID_IN_MONTHS:
        return ngettext("{count} month", "{count} months", int(count / _DAYS_A_MONTH))
    return ngettext("{count} year", "{count} years", int(count / _DAYS_A_YEAR))


def due(on: date | None, today: date, late: int) -> str:
    """Write when something is due.

    Args:
        on: The due date.
        today: The desk's day.
        late: Working days past the due date, 0 when in time (counted by the domain).
    """
    if on is None:
        return _("no date")
    if late > 0:
        return _("overdue by {time}", time=working_days(late))
    if abs((on - today).days) <= 1:
        return _("due {day}", day=ago(on, today))
    return _("due {day}", day=day(on, today))


def period(start: date | None, end: date | None) -> str:
    """Write a period, both days included: *1 to 31 March 2025*, *since 1 March 2025*."""
    if start is None and end is None:
        return not_recorded()
    if start is None:
        return _("until {day}", day=plain_day(end))
    if end is None:
        return _("since {day}", day=plain_day(start))
    if start == end:
        return plain_day(start)
    return _("{start} to {end}", start=_start_of(start, end), end=plain_day(end))


def _start_of(start: date, end: date) -> str:
    """Write only as much of the first day as the last day does not repeat."""
    if start.year != end.year:
        return plain_day(start)
    pattern = "d" if start.month == end.month else "d MMMM"
    return _written(start, pattern, locale())


@lru_cache(maxsize=4096)
def _written(on: date, pattern: str, language: str) -> str:
    return format_date(on, pattern, locale=language)
