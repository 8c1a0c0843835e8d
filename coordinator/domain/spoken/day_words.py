"""How people say a day: the words, sorted by what kind of saying they are. No calendar here.

Day first always: *3/12* is the third of December. Figures that are a time (*10.30*) are no day.
"""

import re
import string
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from coordinator.domain.spoken.calendar_words import MONTHS, NTH, NUMBERS, WEEKDAYS
from coordinator.domain.spoken.holidays import HOLIDAYS
from coordinator.domain.spoken.sayings import (
    After,
    DayWords,
    EndOf,
    Form,
    Holiday,
    InMonth,
    InWeek,
    NthWeekday,
    OnDate,
    OnWeekday,
    Other,
    WeekOf,
)
from coordinator.domain.spoken.word_lists import listed

FORTNIGHT = 2


def _any(names: dict[str, int]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_WD, _MON = _any(WEEKDAYS), _any(MONTHS)
_NUM = rf"[0-9]{{1,3}}|{_any(NUMBERS)}"
_DAY_NO = r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:\s(?P<y>[0-9]{4}|'?[0-9]{2}))?"
_MAYBE_WD = rf"(?:(?P<wd>{_WD})\s)?"
_CLOCK = (
    r"(?:[0-9]{1,2}(?:[:.][0-9]{2})?\s?[ap]m|[0-9]{1,2}:[0-9]{2}|noon|midday|midnight|lunchtime"
    r"|first\sthing|close\sof\splay|end\sof\splay|cop|cob)"
)
_PART = r"(?:(?:early|late|in\sthe)\s)?(?:morning|afternoon|evening|night)|lunch"
_TIME_BEFORE = re.compile(rf"\A(?:at\s)?{_CLOCK}\s(?:on\s)?(?=\S)")
_TIME_AFTER = re.compile(rf"\s(?:(?:at|by)\s)?(?:{_CLOCK}|{_PART})$")

_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "yesterday": -1}
_TODAY = r"(?:this\s(?:morning|afternoon|evening)|(?:the\s)?end\sof\s(?:the\sday|today)|eod)"
_MEETING = (
    r"(?:the\s|our\s)?(?:next|following)\s(?:panel\smeeting|panel|meeting|tasking\smeeting)"
    r"|next\stime(?:\swe\smeet)?"
)
_SOON = (
    r"asap|a\.s\.a\.p|as\ssoon\sas(?:\s(?:possible|they\scan|(?:s)?he\scan|we\scan))?"
    r"|straight\saway|soon|urgently|immediately"
)
_AT_CLOSE = r"(?:close|end)\sof\s(?:play|business)|cop|cob"
_VAGUELY = (
    r"(?:(?:in\s)?(?:early|mid|late|later|sometime|(?:the\s)?(?:start|beginning|middle)\sof)\s)?"
)


def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern})\Z")


_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("near", _whole("|".join(_NEAR))),
    ("over", _whole(r"(?:the\s)?day\safter\stomorrow")),
    ("today", _whole(_TODAY)),
    (
        "weekday",
        _whole(
            rf"(?:(?P<which>this\scoming|this|coming|next|last)\s)?(?P<wd>{_WD})"
            rf"|(?P<wd2>{_WD})\s(?P<which2>next)"
        ),
    ),
    ("holiday", _whole("|".join(HOLIDAYS))),
    ("at_close", _whole(_AT_CLOSE)),
    ("weekend", _whole(r"(?:the|this|this\scoming)\sweekend")),
    (
        "hours",
        _whole(r"(?:(?P<in>in|within)\s(?:the\snext\s)?)?(?P<num>[0-9]{1,3})\s?h(?:ou)?rs?"),
    ),
    (
        "of_week",
        _whole(
            rf"(?P<wd>{_WD})\s(?:of\s)?(?P<which>this|next)\sweek"
            rf"|(?P<which2>this|next)\sweek\s(?:on\s)?(?P<wd2>{_WD})"
        ),
    ),
    ("week_over", _whole(r"the\sweek\safter\snext")),
    (
        "nth_weekday",
        _whole(
            rf"(?:the\s)?(?P<nth>{_any(NTH)})\s(?P<wd>{_WD})\s(?:of|in)\s"
            rf"(?:(?P<which>the|this|next)\smonth|(?P<mon>{_MON}))"
        ),
    ),
    (
        "week_after",
        _whole(
            rf"(?P<at>{_WD}|today|tomorrow)\s(?P<n>week|fortnight)"
            rf"|(?:(?P<num>{_NUM})\sweeks?|a\sfortnight)\s(?:(?:on|from)\s)?"
            rf"(?P<from>{_WD}|today|tomorrow|now)"
        ),
    ),
    (
        "after",
        _whole(
            rf"(?P<in>in|within)\s(?:the\snext\s)?(?:(?P<num>{_NUM})\s)?"
            r"(?P<unit>working\sdays?|days?|weeks?|fortnights?|months?)(?:\stime)?"
        ),
    ),
    (
        "length",
        _whole(
            rf"(?P<num>{_NUM})\s"
            r"(?P<unit>working\sdays?|days?|weeks?|fortnights?|months?)(?:\stime)?"
        ),
    ),
    ("months_on", _whole(rf"(?P<num>{_NUM})\s(?P<unit>months?)\s(?:from\s)?(?:today|now)")),
    (
        "end",
        _whole(
            r"(?:the\s)?end\sof\s(?:(?P<which>the|this|next)\s)?(?P<unit>week|month|year)"
            r"|(?P<short>eow|eom)|(?:the\s)?(?P<last>month)\send"
        ),
    ),
    ("end_named", _whole(rf"(?:the\s)?end\s(?:of\s)?(?P<mon>{_MON})")),
    ("in_named", _whole(rf"(?:{_VAGUELY[:-1]}|(?:in|during)\s)(?P<mon>{_MON})")),
    ("week_of", _whole(r"(?:w/?c|week\s(?:commencing|beginning|starting))\s(?P<rest>.+)")),
    ("in_week", _whole(rf"{_VAGUELY}(?P<which>this|next)\s(?P<unit>week|month)")),
    (
        "day_month",
        _whole(rf"{_MAYBE_WD}(?:the\s)?{_DAY_NO}\s?(?:of\s)?(?P<mon>{_MON}){_YEAR}"),
    ),
    ("month_day", _whole(rf"{_MAYBE_WD}(?P<mon>{_MON})\s(?:the\s)?{_DAY_NO}{_YEAR}")),
    ("iso", _whole(r"(?P<y>[0-9]{4})-(?P<m>[0-9]{1,2})-(?P<d>[0-9]{1,2})")),
    (
        "figures",
        _whole(
            rf"{_MAYBE_WD}(?P<d>[0-9]{{1,2}})(?P<sep>[/.])(?P<m>[0-9]{{1,2}})"
            r"(?:(?P=sep)(?P<y>[0-9]{4}|[0-9]{2}))?"
        ),
    ),
    (
        "dashed",
        _whole(
            rf"{_MAYBE_WD}(?P<d>[0-9]{{1,2}})-(?P<m>[0-9]{{1,2}})-(?P<y>[0-9]{{4}}|[0-9]{{2}})"
        ),
    ),
    (
        "nth",
        _whole(
            rf"{_MAYBE_WD}(?:the\s)?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)"
            rf"|(?P<wd2>{_WD})\s(?:the\s)?(?P<d2>[0-9]{{1,2}})"
        ),
    ),
    ("meeting", _whole(_MEETING)),
    ("soon", _whole(_SOON)),
)

MOST_WORDS = 8
_MOST_LETTERS = 16
_HELD = re.compile("[.'\u2019](?=s?\\Z)")
_VOCABULARY = (
    {*WEEKDAYS, *MONTHS, *_NEAR, *" ".join(NUMBERS).split()}
    | listed(
        """after afternoon a.s.a.p am and as asap at beginning business by can close cob
    coming commencing cop day days during early end eod eom eow evening first following
    fortnight fortnights from he hour hours hr hrs immediately in last late later lunch
    lunchtime meeting mid midday middle midnight month months morning next night noon now of
    on our panel play pm possible second she sometime soon start starting straight away
    tasking the they thing third fourth this time urgently w/c wc we week weekend weeks
    within working year meet"""
    )
    | listed(" ".join(HOLIDAYS))
)


def day_words(words: Sequence[str]) -> DayWords | None:
    """Tell what words say of a day; nothing when they are none, or are more than a day.

    Args:
        words: Of the line, in small letters, without *by*; at most eight can be a day.
    """
    if not 0 < len(words) <= MOST_WORDS:
        return None
    kept = [_HELD.sub("", word) for word in words]
    if not all(map(_can_be_said, kept)):
        return None
    plain = " ".join(kept)
    found = _plainly(plain)
    if found is not None:
        return found
    bare = _TIME_AFTER.sub("", _TIME_BEFORE.sub("", plain, count=1), count=1)
    timed = _plainly(bare) if bare != plain else None
    if timed is None or timed.form in {Form.LENGTH, Form.WEEK}:
        return None
    return DayWords(timed.saying, Form.NAMED, has_time=True)


def _can_be_said(word: str) -> bool:
    """Whether a word can belong to a day at all: spares the patterns at nearly every word."""
    has_figure = word.lstrip("'")[:1] in _FIGURES and len(word) <= _MOST_LETTERS
    return word in _VOCABULARY or (has_figure and bool(word))


_FIGURES = frozenset(string.digits)


def _plainly(words: str) -> DayWords | None:
    for name, pattern in _PATTERNS:
        if match := pattern.match(words):
            return _READ[name](match)
    return None


def _near(match: re.Match[str]) -> DayWords:
    return DayWords(After(_NEAR[match[0]], "day"), Form.NAMED, has_time=match[0] == "tonight")


def _today(match: re.Match[str]) -> DayWords:
    return DayWords(After(0, "day"), Form.NAMED, has_time=match[0].startswith("this"))


def _weekday(match: re.Match[str]) -> DayWords:
    which: dict[str | None, Literal["", "this", "coming", "next", "last"]] = {
        None: "",
        "this": "this",
        "this coming": "coming",
        "coming": "coming",
        "next": "next",
        "last": "last",
    }
    said = which[match["which"] or match["which2"]]
    return DayWords(OnWeekday(WEEKDAYS[match["wd"] or match["wd2"]], said), Form.NAMED)


def _hours(match: re.Match[str]) -> DayWords:
    days = -(-int(match["num"]) // _HOURS) if int(match["num"]) >= _HOURS else 0
    form = Form.NAMED if match["in"] else Form.LENGTH
    return DayWords(After(days, "day"), form, has_time=True)


def _of_week(match: re.Match[str]) -> DayWords:
    ahead = int((match["which"] or match["which2"]) == "next")
    return DayWords(InWeek(ahead, WEEKDAYS[match["wd"] or match["wd2"]]), Form.NAMED)


def _nth_weekday(match: re.Match[str]) -> DayWords:
    month = MONTHS[match["mon"]] if match["mon"] else None
    found = NthWeekday(
        NTH[match["nth"]], WEEKDAYS[match["wd"]], int(match["which"] == "next"), month
    )
    return DayWords(found, Form.NAMED)


def _week_after(match: re.Match[str]) -> DayWords:
    at = match["at"] or match["from"]
    fortnight = match["n"] == "fortnight" or (match["n"] is None and match["num"] is None)
    weeks = FORTNIGHT if fortnight else _number(match["num"])
    if at in WEEKDAYS:
        return DayWords(OnWeekday(WEEKDAYS[at], weeks=weeks), Form.NAMED)
    return DayWords(After(7 * weeks + _NEAR.get(at, 0), "day"), Form.NAMED)


def _after(match: re.Match[str]) -> DayWords | None:
    if match["num"] is None and match["unit"] != "fortnight":
        return None
    return DayWords(_length_of(match), Form.NAMED)


def _length(match: re.Match[str]) -> DayWords:
    return DayWords(_length_of(match), Form.LENGTH)


def _length_of(match: re.Match[str]) -> After:
    count, unit = _number(match["num"]), match["unit"].rstrip("s")
    if unit.startswith("working"):
        return After(count, "working")
    if unit == "month":
        return After(count, "month")
    return After(count * {"day": 1, "week": 7, "fortnight": 14}[unit], "day")


def _number(said: str | None) -> int:
    if said is None:
        return 1
    return NUMBERS[said] if said in NUMBERS else int(said)


def _end(match: re.Match[str]) -> DayWords:
    units: dict[str, Literal["week", "month", "year"]] = {
        "week": "week",
        "eow": "week",
        "month": "month",
        "eom": "month",
        "year": "year",
    }
    unit = units[match["unit"] or match["short"] or match["last"]]
    return DayWords(EndOf(unit, ahead=int(match["which"] == "next")), Form.NAMED)


def _end_named(match: re.Match[str]) -> DayWords:
    return DayWords(EndOf("month", month=MONTHS[match["mon"]]), Form.NAMED)


def _in_week(match: re.Match[str]) -> DayWords:
    ahead = int(match["which"] == "next")
    return DayWords(InMonth(ahead) if match["unit"] == "month" else InWeek(ahead), Form.WEEK)


def _week_of(match: re.Match[str]) -> DayWords | None:
    inner = _plainly(match["rest"])
    if inner is None or not isinstance(inner.saying, OnDate | OnWeekday):
        return None
    return DayWords(WeekOf(inner.saying), Form.WEEK)


def _month_named(match: re.Match[str]) -> DayWords:
    on = OnDate(int(match["d"]), MONTHS[match["mon"]], _year(match["y"]), _maybe(match["wd"]))
    return DayWords(on, Form.NAMED)


def _iso(match: re.Match[str]) -> DayWords:
    return DayWords(OnDate(int(match["d"]), int(match["m"]), int(match["y"])), Form.NAMED)


def _figures(match: re.Match[str]) -> DayWords | None:
    day, month = int(match["d"]), int(match["m"])
    is_time = match["sep"] == "." and not match["y"] and month > _MONTHS
    if is_time:
        return None
    wd = _maybe(match["wd"])
    form = Form.FIGURES if wd is None and match["y"] is None else Form.NAMED
    return DayWords(OnDate(day, month, _year(match["y"]), wd), form)


def _dashed(match: re.Match[str]) -> DayWords:
    on = OnDate(int(match["d"]), int(match["m"]), _year(match["y"]), _maybe(match["wd"]))
    return DayWords(on, Form.NAMED)


def _nth(match: re.Match[str]) -> DayWords:
    wd = _maybe(match["wd"] or match["wd2"])
    form = Form.FIGURES if wd is None else Form.NAMED
    return DayWords(OnDate(int(match["d"] or match["d2"]), weekday=wd), form)


_MONTHS = 12
_HOURS = 24
_CENTURY = 2000


def _year(said: str | None) -> int | None:
    if said is None:
        return None
    figures = said.lstrip("'")
    return int(figures) + (_CENTURY if len(figures) == 2 else 0)  # noqa: PLR2004 - '26


def _maybe(weekday: str | None) -> int | None:
    return None if weekday is None else WEEKDAYS[weekday]


_READ: Mapping[str, Callable[[re.Match[str]], DayWords | None]] = {
    "near": _near,
    "over": lambda _match: DayWords(After(2, "day"), Form.NAMED),
    "today": _today,
    "weekday": _weekday,
    "holiday": lambda match: DayWords(Holiday(HOLIDAYS[match[0]]), Form.NAMED),
    "at_close": lambda _match: DayWords(After(0, "day"), Form.NAMED, has_time=True),
    "weekend": lambda _match: DayWords(OnWeekday(WEEKDAYS["sat"], "this"), Form.NAMED),
    "hours": _hours,
    "of_week": _of_week,
    "week_over": lambda _match: DayWords(InWeek(FORTNIGHT), Form.WEEK),
    "nth_weekday": _nth_weekday,
    "week_after": _week_after,
    "after": _after,
    "length": _length,
    "months_on": lambda match: DayWords(_length_of(match), Form.NAMED),
    "in_named": lambda match: DayWords(InMonth(month=MONTHS[match["mon"]]), Form.WEEK),
    "end": _end,
    "end_named": _end_named,
    "in_week": _in_week,
    "week_of": _week_of,
    "day_month": _month_named,
    "month_day": _month_named,
    "iso": _iso,
    "figures": _figures,
    "dashed": _dashed,
    "nth": _nth,
    "meeting": lambda _match: DayWords(Other.NEXT_MEETING, Form.NAMED),
    "soon": lambda _match: DayWords(Other.SOON, Form.NAMED),
}
