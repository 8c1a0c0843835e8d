"""Days that are said by their name: *Christmas*, *Boxing Day*, *Good Friday*."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from coordinator.domain.spoken.sayings import FromEaster, OnDate

_CHRISTMAS, _BOXING_DAY = OnDate(25, 12), OnDate(26, 12)
_NEW_YEAR, _NEW_YEARS_EVE = OnDate(1, 1), OnDate(31, 12)
HOLIDAYS: Mapping[str, OnDate | FromEaster] = MappingProxyType(
    {
        "christmas": _CHRISTMAS,
        "christmas day": _CHRISTMAS,
        "xmas": _CHRISTMAS,
        "xmas day": _CHRISTMAS,
        "christmas eve": OnDate(24, 12),
        "xmas eve": OnDate(24, 12),
        "boxing day": _BOXING_DAY,
        "st stephens day": _BOXING_DAY,
        "new years eve": _NEW_YEARS_EVE,
        "new year": _NEW_YEAR,
        "the new year": _NEW_YEAR,
        "new years day": _NEW_YEAR,
        "good friday": FromEaster(-2),
        "easter": FromEaster(0),
        "easter sunday": FromEaster(0),
        "easter monday": FromEaster(1),
    }
)
"""By their names in small letters, without apostrophes."""


def from_easter(year: int, days: int) -> date:
    """Give the day so many days from Easter Sunday of a year.

    The anonymous Gregorian computus (Nature, 20 April 1876), good for every year of the calendar.
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1) + timedelta(days=days)
