"""Days gone by, as people type them: *yesterday*, *Wed*, *18*, *18/11*, *18 Nov*."""

import re
from datetime import date, timedelta

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BY_NUMBER = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?(?:[/.\- ]+(\d{1,2}|[a-z]+))?(?:[/.\- ]+(\d{4}))?"
)
_SHORT = 3
_LOOK_BACK = 400  # days; nothing is typed without its year for longer


def understand_past_day(typed: str, today: date) -> date | None:
    """Give the last day, today included, that is meant; nothing when it is none."""
    said = " ".join(typed.casefold().replace(",", " ").split())
    if said in ("today", "yesterday"):
        return today - timedelta(days=said == "yesterday")
    for number, name in enumerate(_WEEKDAYS):
        head = said.split(" ", 1)[0]
        if len(head) >= _SHORT and head.startswith(name):
            rest = said[len(head) :].strip()
            on = understand_past_day(rest, today) if rest else _last(today, number)
            return on if on is not None and on.weekday() == number else None
    found = _BY_NUMBER.fullmatch(said)
    if found is None:
        return None
    day, month, year = found.groups()
    return _numbered(day, month, year, today)


def _last(today: date, weekday: int) -> date:
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def _numbered(day: str, month: str | None, year: str | None, today: date) -> date | None:
    wanted = _month(month) if month else None
    if month and wanted is None:
        return None
    for back in range(_LOOK_BACK):
        on = today - timedelta(days=back)
        fits = on.day == int(day) and wanted in (None, on.month)
        if fits and year in (None, str(on.year)):
            return on
    return None


def _month(said: str) -> int | None:
    if said.isdecimal():
        return int(said) if 1 <= int(said) <= len(_MONTHS) else None
    short = said[:_SHORT]
    return _MONTHS.index(short) + 1 if short in _MONTHS else None
