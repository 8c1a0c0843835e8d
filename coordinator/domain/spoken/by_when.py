"""Where in a line its day stands. What may belong to the action is left there.

The last part can be a day with or without *by*. Within a part, a day counts at its end, and only
*by* or *before* take it out of the words: *prepare her for the hearing on 27 Nov* keeps its words,
and the day is read all the same. Elsewhere only *by* marks a day; a part
that is a day without it (*tomorrow: Priya to ring*) is asked about.
"""

from dataclasses import dataclass, replace

from coordinator.domain.spoken.calendar_words import WEEKDAYS
from coordinator.domain.spoken.cutting import Gap, Line
from coordinator.domain.spoken.day_words import MOST_WORDS
from coordinator.domain.spoken.days import day_of, marked_words, marker_of
from coordinator.domain.spoken.sayings import DayWords, Form
from coordinator.domain.spoken.values import Calendar, DayState, SpokenDay
from coordinator.domain.spoken.word_lists import listed

Marker = tuple[str, ...]

_BY: frozenset[Marker] = frozenset({("by",), ("before",), ("due", "by"), ("no", "later", "than")})
_FOR: Marker = ("for",)
_LONGEST = MOST_WORDS + 3
_NOT_AFTER = listed(
    """every each alternate other most all any last past first per of since from until till til
    after to and or the a is was are about than not between around in during over throughout week
    w/c commencing beginning flat unit room number no"""
)
"""*Every Friday*, *since Friday*, *Monday to Friday* are no day to do something by."""
_ALSO_WORDS = listed("mon wed sat sun")
"""Days in capitals only, where nothing else says that they are: *where they sat*."""
_ALWAYS = "24/7"
_NO_DAYS = {DayState.NOT_A_DAY, DayState.NO_NEXT_MEETING}
_UNSAID = {DayState.PAST, DayState.NO_SUCH_DAY}


@dataclass(frozen=True, slots=True)
class DayAt:
    """A day and its words' place; `stays` when the words belong to the action as well."""

    first: int
    last: int
    day: SpokenDay
    stays: bool


def find_day(line: Line, calendar: Calendar) -> DayAt | None:
    """Find the day of a line; nothing when none is said."""
    if not line.words:
        return None
    for look in (
        _last_part,
        _ending_by,
        _beginning_by,
        _between,
        _ending_elsewhere,
        _ending,
        _apart,
    ):
        if at := look(line, calendar):
            return replace(at, day=replace(at.day, words=line.written(at.first, at.last)))
    return None


def _said(line: Line, first: int, last: int) -> tuple[Marker, DayWords | None]:
    words = line.folded[first:last]
    if len(words) > _LONGEST:
        return (), None
    return marked_words(words)


def _at(line: Line, first: int, last: int, calendar: Calendar) -> DayAt | None:
    """Read words that stand by themselves."""
    marker, found = _said(line, first, last)
    if found is None or (marker == _FOR and found.form is Form.LENGTH):
        return None
    return DayAt(first, last, day_of(found, calendar), found.has_time)


def _marked(line: Line, first: int, last: int, calendar: Calendar) -> DayAt | None:
    """Read *by Friday*; *extend it by two weeks* is none."""
    marker, found = _said(line, first, last)
    if found is None or marker not in _BY or found.form is Form.LENGTH:
        return None
    return DayAt(first, last, day_of(found, calendar), found.has_time)


def _last_part(line: Line, calendar: Calendar) -> DayAt | None:
    first, last = line.parts[-1]
    if len(line.parts) > 1:
        before, _end = line.parts[-2]
        if first - before == 1 and line.folded[before] in WEEKDAYS:  # Friday, 27 November
            first = before if _said(line, before, last)[1] else first
    if _is_list(line, first, last):
        return None
    return _at(line, first, last, calendar)


def _is_list(line: Line, first: int, last: int) -> bool:
    """Whether days are listed: *Mondays, Wednesday, Friday*."""
    if first == 0 or line.gaps[first - 1] is not Gap.COMMA or last - first > 1:
        return False
    both = line.folded[first - 1].removesuffix("s"), line.folded[first]
    return WEEKDAYS.keys() >= set(both)


def _ending_by(line: Line, calendar: Calendar) -> DayAt | None:
    first, last = line.parts[-1]
    return _first_of(line, first, last, calendar)


def _first_of(line: Line, first: int, last: int, calendar: Calendar) -> DayAt | None:
    for start in range(max(first + 1, last - _LONGEST), last):
        if at := _marked(line, start, last, calendar):
            return at
    return None


def _beginning_by(line: Line, calendar: Calendar) -> DayAt | None:
    _first, last = line.parts[0]
    if marker_of(line.folded[:last]) not in _BY:
        return None
    for end in range(min(last, _LONGEST), 1, -1):
        if at := _marked(line, 0, end, calendar):
            return at
    return None


def _between(line: Line, calendar: Calendar) -> DayAt | None:
    for first, last in line.parts[1:-1]:
        if at := _marked(line, first, last, calendar):
            return at
    return None


def _ending_elsewhere(line: Line, calendar: Calendar) -> DayAt | None:
    for first, last in line.parts[:-1]:
        at = _first_of(line, first, last, calendar)
        if at and line.folded[at.first] == "by":
            return at
    return None


def _ending(line: Line, calendar: Calendar) -> DayAt | None:
    """Read a day without *by* at the end of the last words, where it can be one."""
    first, last = line.parts[-1]
    for start in range(max(first + 1, last - _LONGEST), last):
        marker, found = _said(line, start, last)
        if found is None or found.form is Form.LENGTH:
            continue
        if marker or _stands_free(line, start, last):
            at = DayAt(start, last, day_of(found, calendar), stays=True)
            return _unmarked(line, at, found, has_marker=bool(marker))
    return None


def _stands_free(line: Line, start: int, last: int) -> bool:
    if line.folded[start - 1] in _NOT_AFTER or line.folded[start - 1] in WEEKDAYS:
        return False
    alone = line.words[start] if last - start == 1 else ""
    return alone not in _ALSO_WORDS


def _unmarked(line: Line, at: DayAt, found: DayWords, *, has_marker: bool) -> DayAt | None:
    if at.day.state in _UNSAID:
        return None
    if has_marker:
        return at
    if line.folded[at.first] == _ALWAYS:
        return None
    if found.form is Form.FIGURES:
        return _asked(at)
    goes_on = line.folded[at.first - 1] == "at" or line.folded[at.first] == "within"
    return replace(at, stays=found.has_time or found.form is Form.WEEK or goes_on)


def _apart(line: Line, calendar: Calendar) -> DayAt | None:
    """Ask about a day that stands apart, before other words."""
    for first, last in line.parts[:-1]:
        marker, found = _said(line, first, last)
        is_day = found is not None and found.form in {Form.NAMED, Form.FIGURES}
        if not is_day or marker or {*line.folded[last : last + 1]} & WEEKDAYS.keys():
            continue
        at = _at(line, first, last, calendar)
        if at is not None and at.day.state not in _UNSAID and not at.stays:
            return _asked(at)
    return None


def _asked(at: DayAt) -> DayAt:
    """Turn a day into a question; its words stay until it is answered."""
    if at.day.state in _NO_DAYS:
        return replace(at, stays=True)
    choices = at.day.choices if at.day.on is None else (at.day.on,)
    return replace(at, day=SpokenDay(DayState.MEANT, choices=choices), stays=True)
