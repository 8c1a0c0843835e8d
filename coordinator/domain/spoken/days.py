"""A day understood in British English, against the panel's calendar. Never guessed, never past.

What can mean two days is asked: *next Friday* is this coming one to some and the one after it to
others; *Friday*, said on a Friday, is today or a week from it.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import singledispatch

from coordinator.domain.spoken.day_words import day_words
from coordinator.domain.spoken.holidays import from_easter
from coordinator.domain.spoken.sayings import (
    After,
    DayWords,
    EndOf,
    FromEaster,
    Holiday,
    InMonth,
    InWeek,
    NthWeekday,
    OnDate,
    OnWeekday,
    Other,
    WeekOf,
)
from coordinator.domain.spoken.values import Calendar, Closing, DayState, SpokenDay

MARKERS = (
    ("no", "later", "than"),
    ("due", "by"),
    ("by",),
    ("before",),
    ("due",),
    ("on",),
    ("for",),
)
"""What stands before a day; they all mean the day itself, but for *before Christmas*."""
_BEFORE = ("before",)

FAR_DAYS = 366
"""More than this is asked."""
AGAIN_DAYS = 183
"""A day without a year that is over comes again within half a year, or it is told as over."""

_WEEK = 7
_WORKDAYS = 5
_FRIDAY = 4
_LEAP_YEARS = 9
_DAY = timedelta(days=1)
_MIDDLE = 15
_MONTHS = 12


def understand_day(words: str, calendar: Calendar) -> SpokenDay | None:
    """Understand words that say only a day: *by Fri*, *27/11*, *next meeting*, *asap*.

    Returns:
        What they say; nothing when they say no day, or more than one.
    """
    _marker, found = marked_words(said(words))
    return None if found is None else replace(day_of(found, calendar), words=words.strip())


def said(words: str) -> tuple[str, ...]:
    """Split words as a day is looked for in them: small letters, no brackets, no final points."""
    return tuple(filter(None, map(folded, words.replace(",", " ").split())))


def folded(word: str) -> str:
    """Fold one word for looking up a day."""
    return word.casefold().strip('()[]!?"*').rstrip(".,;")


def marker_of(words: Sequence[str]) -> tuple[str, ...]:
    """Give the *by*, *before* or *on* that words begin with; nothing when they do not."""
    for marker in MARKERS:
        if tuple(words[: len(marker)]) == marker:
            return marker
    return ()


def marked_words(words: Sequence[str]) -> tuple[tuple[str, ...], DayWords | None]:
    """Give what stands before a day, and what is said of the day; nothing where none is."""
    marker = marker_of(words)
    found = day_words(words[len(marker) :])
    if found is not None and marker == _BEFORE and isinstance(found.saying, Holiday):
        found = replace(found, saying=replace(found.saying, is_before=True))
    return marker, found


def day_of(words: DayWords, calendar: Calendar) -> SpokenDay:
    """Give the day that words say, on this calendar; `words` of the result is empty."""
    return _meant(words.saying, calendar)


def settled(on: date, calendar: Calendar, *, is_far_fine: bool = False) -> SpokenDay:
    """Give one day, told as over, asked as far away, or with a notice when offices are shut.

    Args:
        on: What was said or chosen.
        calendar: Of the panel.
        is_far_fine: It was chosen: nobody asks again.
    """
    if on < calendar.today:
        return SpokenDay(DayState.PAST, said=on)
    if (on - calendar.today).days > FAR_DAYS and not is_far_fine:
        return SpokenDay(DayState.FAR_AWAY, choices=(on,), said=on)
    if (closing := closing_of(on, calendar)) is None:
        return SpokenDay(DayState.UNDERSTOOD, on=on)
    beside = (_open_beside(on, calendar, step) for step in (-1, 1))
    return SpokenDay(DayState.CLOSED, on=on, choices=_ahead(beside, calendar), closing=closing)


def not_said(calendar: Calendar) -> SpokenDay:
    """Give the part of a line in which no day is said; the next meeting is offered."""
    return SpokenDay(DayState.NOT_SAID, choices=_ahead((calendar.next_meeting_on,), calendar))


def closing_of(on: date, calendar: Calendar) -> Closing | None:
    """Say why offices are shut; nothing when they are open."""
    if on.weekday() >= _WORKDAYS:
        return Closing.WEEKEND
    return Closing.HOLIDAY if on in calendar.closed else None


@singledispatch
def _meant(saying: object, _calendar: Calendar) -> SpokenDay:
    raise TypeError(type(saying))


@_meant.register
def _(saying: Other, calendar: Calendar) -> SpokenDay:
    if saying is Other.NEXT_MEETING:
        on = calendar.next_meeting_on
        if on is None or on < calendar.today:
            return SpokenDay(DayState.NO_NEXT_MEETING)
        return settled(on, calendar)
    soon = (calendar.today, calendar.today + timedelta(days=1))
    offered = [on for on in soon if closing_of(on, calendar) is None]
    if len(offered) < len(soon):
        offered.append(_open_beside(calendar.today, calendar, 1) or calendar.today)
    return SpokenDay(
        DayState.NOT_A_DAY, choices=_ahead((*offered, calendar.next_meeting_on), calendar)
    )


@_meant.register
def _(saying: After, calendar: Calendar) -> SpokenDay:
    count = saying.count
    if saying.unit == "day":
        return settled(calendar.today + timedelta(days=count), calendar)
    if saying.unit == "month":
        return settled(_months_on(calendar.today, count), calendar)
    on = calendar.today
    for _step in range(count):
        on = _open_beside(on, calendar, 1) or on
    return settled(on, calendar)


@_meant.register
def _(saying: EndOf, calendar: Calendar) -> SpokenDay:
    today = calendar.today
    if saying.month is not None:
        return _end_of(saying.month, calendar)
    if saying.unit == "week":
        friday = _moved(today, _FRIDAY - today.weekday() + _WEEK * saying.ahead)
        return settled(friday if friday >= today else _moved(friday, _WEEK), calendar)
    if saying.unit == "year":
        return settled(date(today.year + saying.ahead, _MONTHS, 31), calendar)
    return settled(_last_of(_months_on(today.replace(day=1), saying.ahead)), calendar)


@_meant.register
def _(saying: InWeek, calendar: Calendar) -> SpokenDay:
    monday = calendar.today + timedelta(days=_WEEK * saying.ahead - calendar.today.weekday())
    if saying.weekday is not None:
        return settled(monday + timedelta(days=saying.weekday), calendar)
    return _in_week_of(monday, calendar)


@_meant.register
def _(saying: WeekOf, calendar: Calendar) -> SpokenDay:
    """Ask for a day of the week; what is unclear about the day that names it is asked first."""
    named = _meant(saying.day, calendar)
    on = named.on or (named.said if named.state is DayState.PAST else None)
    if on is None or on.isocalendar()[:2] < calendar.today.isocalendar()[:2]:
        return named
    return _in_week_of(_moved(on, -on.weekday()), calendar)


def _in_week_of(monday: date, calendar: Calendar) -> SpokenDay:
    days = (_moved(monday, n) for n in range(_WORKDAYS))
    working = (on for on in days if closing_of(on, calendar) is None)
    return SpokenDay(DayState.WHICH_DAY, choices=_ahead(working, calendar))


@_meant.register
def _(saying: InMonth, calendar: Calendar) -> SpokenDay:
    """Ask for a day: the first working day, one in the middle, the last."""
    first = _first_of(saying.month, saying.ahead, calendar)
    last = _last_of(first)
    beside = (
        (first - _DAY, 1),
        (first.replace(day=_MIDDLE) - _DAY, 1),
        (last + _DAY, -1),
    )
    days = (_open_beside(on, calendar, step) for on, step in beside)
    return SpokenDay(DayState.WHICH_DAY, choices=_ahead(days, calendar))


@_meant.register
def _(saying: NthWeekday, calendar: Calendar) -> SpokenDay:
    first = _first_of(saying.month, saying.ahead, calendar)
    if saying.nth < 0:
        last = _last_of(first)
        return settled(last - timedelta(days=(last.weekday() - saying.weekday) % _WEEK), calendar)
    ahead = (saying.weekday - first.weekday()) % _WEEK + _WEEK * (saying.nth - 1)
    return settled(first + timedelta(days=ahead), calendar)


@_meant.register
def _(saying: Holiday, calendar: Calendar) -> SpokenDay:
    found = _holiday(saying.day, calendar)
    if not saying.is_before or found.on is None:
        return found
    return settled(_open_beside(found.on, calendar, -1) or found.on, calendar)


def _holiday(day: OnDate | FromEaster, calendar: Calendar) -> SpokenDay:
    if isinstance(day, OnDate):
        return _meant(day, calendar)
    years = (calendar.today.year, calendar.today.year + 1)
    this, coming = (from_easter(year, day.days) for year in years)
    if this >= calendar.today:
        coming = this
    return _over(this, coming, calendar) or settled(coming, calendar)


def _first_of(month: int | None, ahead: int, calendar: Calendar) -> date:
    """Give the first of a month: of a named one the next there is, this month counted."""
    this = calendar.today.replace(day=1)
    if month is None:
        return _months_on(this, ahead)
    return _months_on(this, (month - this.month) % _MONTHS)


@_meant.register
def _(saying: OnWeekday, calendar: Calendar) -> SpokenDay:
    today = calendar.today
    ahead = (saying.weekday - today.weekday()) % _WEEK
    coming = today + timedelta(days=ahead + _WEEK * saying.weeks)
    later = coming + timedelta(days=_WEEK)
    if saying.which == "last":
        return settled(coming - timedelta(days=_WEEK), calendar)
    if ahead == 0 and saying.which in {"next", "coming"}:
        return settled(later, calendar)
    if ahead == 0 or saying.which == "next":
        return SpokenDay(DayState.WHICH_WEEKDAY, choices=(coming, later))
    return settled(coming, calendar)


@_meant.register
def _(saying: OnDate, calendar: Calendar) -> SpokenDay:
    if saying.month is None:
        return _of_month(saying, calendar)
    if saying.year is None:
        return _of_year(saying, saying.month, calendar)
    on = _date(saying.year, saying.month, saying.day)
    if on is None:
        return SpokenDay(DayState.NO_SUCH_DAY)
    return _on_weekday(on, saying.weekday, calendar)


def _of_month(saying: OnDate, calendar: Calendar) -> SpokenDay:
    """Read *the 27th*: the next there is; on a 27th, ask."""
    today = calendar.today
    firsts = (_months_on(today.replace(day=1), n) for n in range(_MONTHS))
    days = (_date(first.year, first.month, saying.day) for first in firsts)
    coming = [on for on in days if on is not None and on >= today]
    if not coming:
        return SpokenDay(DayState.NO_SUCH_DAY)
    if coming[0] == today and saying.weekday is None and len(coming) > 1:
        return SpokenDay(DayState.WHICH_MONTH, choices=(coming[0], coming[1]))
    return _on_weekday(coming[0], saying.weekday, calendar)


def _of_year(saying: OnDate, month: int, calendar: Calendar) -> SpokenDay:
    """Read *27/11*: this year's, or the next one's when that is near; else it is over."""
    today = calendar.today
    years = range(today.year, today.year + _LEAP_YEARS)
    days = [on for year in years if (on := _date(year, month, saying.day)) is not None]
    coming = next((on for on in days if on >= today), None)
    if coming is None:
        return SpokenDay(DayState.NO_SUCH_DAY)
    if over := _over(days[0], coming, calendar):
        return over
    return _on_weekday(coming, saying.weekday, calendar)


def _end_of(month: int, calendar: Calendar) -> SpokenDay:
    """Read *end of November*."""
    this, coming = (_last_of(date(calendar.today.year + n, month, 1)) for n in (0, 1))
    if this >= calendar.today:
        coming = this
    return _over(this, coming, calendar) or settled(coming, calendar)


def _over(first: date, coming: date, calendar: Calendar) -> SpokenDay | None:
    """Tell a day without its year as over when it is, and comes again only in a long while."""
    if first >= calendar.today or (coming - calendar.today).days <= AGAIN_DAYS:
        return None
    return SpokenDay(DayState.PAST, choices=(coming,), said=first)


def _on_weekday(on: date, weekday: int | None, calendar: Calendar) -> SpokenDay:
    """Give the day; ask when the weekday that was said with it is another."""
    if weekday is None or weekday == on.weekday() or on < calendar.today:
        return settled(on, calendar)
    off = (weekday - on.weekday() + 3) % _WEEK - 3
    fitting = sorted({on, _moved(on, off)})
    return SpokenDay(DayState.WRONG_WEEKDAY, choices=_ahead(fitting, calendar), said=on)


def _ahead(days: Iterable[date | None], calendar: Calendar) -> tuple[date, ...]:
    return tuple(sorted({on for on in days if on is not None and on >= calendar.today}))


def _open_beside(on: date, calendar: Calendar, step: int) -> date | None:
    """Find the nearest working day before (-1) or after (1) a day; nothing at the end of time."""
    beside = _moved(on, step)
    while beside != on and closing_of(beside, calendar) is not None:
        on, beside = beside, _moved(beside, step)
    return None if beside == on else beside


def _moved(on: date, days: int) -> date:
    """Move a day; what lies beyond the calendar stays where it is."""
    number = on.toordinal() + days
    is_there = date.min.toordinal() <= number <= date.max.toordinal()
    return date.fromordinal(number) if is_there else on


def _months_on(on: date, months: int) -> date:
    """Go months on; from the 31st to the last there is."""
    years, month = divmod(on.month - 1 + months, _MONTHS)
    last = monthrange(on.year + years, month + 1)[1]
    return date(on.year + years, month + 1, min(on.day, last))


def _last_of(on: date) -> date:
    return on.replace(day=monthrange(on.year, on.month)[1])


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
