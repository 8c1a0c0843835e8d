"""When a meeting series meets: wall-clock dates, whatever the clocks of summer do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import WEEKLY, rrule

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.texts import is_blank

EVERY_WEEKS = (1, 2, 4)
"""A series is weekly, fortnightly or every four weeks."""
LONGEST_MEETING = 8 * 60
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The first day of a series, its local time, and how many weeks lie between two meetings."""

    first_on: date
    starts_at: time
    every_weeks: int = 1

    def days_after(self, after: date) -> Iterator[date]:
        """Give the days of the series later than `after`, in order, without end."""
        first = datetime.combine(self.first_on, self.starts_at)
        rule = rrule(WEEKLY, interval=self.every_weeks, dtstart=first)
        later = rule.xafter(datetime.combine(after, time.max))
        return (moment.date() for moment in later)


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """A day a series would meet on; `is_closed` when offices are shut (a bank holiday)."""

    on: date
    is_closed: bool


def next_days(
    rhythm: Rhythm, after: date, count: int, is_working_day: Callable[[date], bool]
) -> tuple[SeriesDay, ...]:
    """List the next days of a series, bank holidays flagged and never skipped silently."""
    days = islice(rhythm.days_after(after), count)
    return tuple(SeriesDay(on, is_closed=not is_working_day(on)) for on in days)


def next_day(rhythm: Rhythm, last: date | None, today: date) -> date:
    """Give the day after the last one the series gave; never a day that has gone by."""
    yesterday = today - timedelta(days=1)
    return next(rhythm.days_after(yesterday if last is None else max(last, yesterday)))


def moment_of(on: date, at: time, zone: str) -> datetime:
    """Give the aware moment of a local appointment."""
    return datetime.combine(on, at, ZoneInfo(zone))


def check_rhythm(name: str, every_weeks: int, minutes: int) -> None:
    """Refuse a series that cannot be.

    Raises:
        InvalidFieldsError: Rules `required` and `out-of-range`.
    """
    wrong: dict[str, str] = {}
    if is_blank(name):
        wrong["name"] = "required"
    if every_weeks not in EVERY_WEEKS:
        wrong["every_weeks"] = "out-of-range"
    wrong |= fault_of_length(minutes)
    if wrong:
        raise InvalidFieldsError(wrong)


def fault_of_length(minutes: int) -> dict[str, str]:
    """Name the rule a planned length breaks, if any."""
    return {} if 0 < minutes <= LONGEST_MEETING else {"minutes_planned": "out-of-range"}
