"""Questions a presenter can put without knowing how they are asked; no Qt."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from enum import Enum, StrEnum
from typing import Any, Protocol

from coordinator.domain.spoken.calendar_words import MONTHS
from coordinator.wording import dates
from coordinator.wording.labels import labels
from coordinator.wording.refusals.rules import prompt_words
from coordinator.wording.translation import _

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ .\-]*([a-z]+)\.?(?:[ ,.\-]+(\d{4}))?", re.IGNORECASE
)
_LEAP_YEARS = 8
_CLOCK = re.compile(r"(\d{1,2})[:. ]?(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class Kind(Enum):
    """What an answer is: text, a number, a day, a time, one or some of a list, yes or no.

    `FIND` is one of a list so long that it is found by typing part of its words. `CALENDAR`,
    `CLOCK` and `AMOUNT` are a day, a time and a number that always stand at something, and are
    chosen or stepped to. A `SECRET` is shown as dots and never kept.
    """

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    TIME = "time"
    CHOICE = "choice"
    FIND = "find"
    MANY = "many"
    TICK = "tick"
    CALENDAR = "calendar"
    CLOCK = "clock"
    AMOUNT = "amount"
    SECRET = "secret"  # noqa: S105 - no password, the kind of an entry


@dataclass(frozen=True, slots=True)
class Ask:
    """One entry of a form.

    Attributes:
        name: As the act knows it.
        value: What it stands at first, in the type of its kind.
        choices: Value and words, for one or some of a list; for a line, words to offer; for a
            tick, what it says beside it.
        only_for: Another entry and its values: asked only while it says one of them.
        follows: Another entry, and what this is set to when that one is set to one of these.
        example: Shown in an empty line.
        within: The least and the most of an amount.
        unit: Shown behind an amount.
    """

    name: str
    title: str
    kind: Kind = Kind.LINE
    value: Any = field(default=None, repr=False)
    choices: tuple[tuple[Any, str], ...] = ()
    hint: str = ""
    only_for: tuple[str, frozenset[Any]] | None = None
    follows: tuple[str, Mapping[Any, Any]] | None = None
    example: str = ""
    within: tuple[int, int] = (1, 999)
    unit: str = ""

    def fits(self, values: Mapping[str, Any]) -> bool:
        """Whether it is asked while these are the answers."""
        if self.only_for is None:
            return True
        name, wanted = self.only_for
        return values.get(name) in wanted

    def shown(self, value: Any) -> str:
        """Write an answer to this."""
        for one, words in self.choices:
            if one == value:
                return words
        if isinstance(value, time):
            return dates.clock(value)
        if isinstance(value, date):
            return dates.plain_day(value)
        return f"{value}{self.unit}" if value else _("nothing")


@dataclass(frozen=True, slots=True)
class Question:
    """A form: what it is about, what is asked, and the word on the button that does it."""

    title: str
    asks: tuple[Ask, ...]
    go: str
    about: str = field(default="", repr=False)

    def changed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Leave only what was answered differently from what stood there.

        What was not asked, and is not now, is as it stood: nobody emptied it.
        """
        before = {ask.name: ask.value for ask in self.asks}
        unasked = {one.name for one in self.asks if not (one.fits(before) or one.fits(values))}
        return {
            name: value
            for name, value in values.items()
            if _answered(value) != _answered(before[name]) and not (name in unasked and not value)
        }


class Keeper(Protocol):
    """Keeps what is typed in a form that is not sent yet.

    Attributes:
        typed: What was typed before, when the form was broken off: by a lock, by the end.
        news: Sentences about what others changed meanwhile.
    """

    typed: Mapping[str, Any]
    news: tuple[str, ...]

    def keep(self, answers: Mapping[str, Any]) -> None:
        """Keep the answers that differ from what stood there; without any, nothing is kept."""

    def let_go(self) -> None:
        """Forget what was typed."""

    def give_way(self) -> None:
        """Hear that another form took the place of this one, which nobody let go of."""


def _answered(value: Any) -> Any:
    # Nothing and an empty line are the same; *no* where nobody had asked is an answer.
    return None if value in ("", ()) else value


_PROMPT = "prompt "


def with_reasons(
    question: Question, values: Mapping[str, Any], prompts: Sequence[str]
) -> Question:
    """Ask the same again as it was answered, and why for each thing that is not as usual.

    What was not asked yet when it was answered keeps what stands in it.
    """
    said = as_answered(question.asks, values)
    known = {ask.name for ask in question.asks}
    why = tuple(
        Ask(_PROMPT + prompt, prompt_words(prompt), Kind.TEXT, "", hint=_("Say why."))
        for prompt in prompts
        if _PROMPT + prompt not in known
    )
    return replace(question, asks=(*said, *why), about=_("It can be done, with a reason."))


def as_answered(asks: Iterable[Ask], values: Mapping[str, Any]) -> tuple[Ask, ...]:
    """Fill in what was answered; what is not among the answers stays as it is."""
    return tuple(replace(ask, value=values.get(ask.name, ask.value)) for ask in asks)


def reason_name(prompt: str) -> str:
    """Name the entry of a form that answers a prompt."""
    return _PROMPT + prompt


def reasons_in(values: Mapping[str, Any]) -> dict[str, str]:
    """Give the reasons that were said, by prompt."""
    return {
        name.removeprefix(_PROMPT): text
        for name, text in values.items()
        if name.startswith(_PROMPT)
    }


def without_reason(values: Mapping[str, Any], prompt: str) -> dict[str, Any]:
    """Leave one reason out of what was answered."""
    return {name: value for name, value in values.items() if name != _PROMPT + prompt}


def choices_of(kind: type[StrEnum], none: str = "") -> tuple[tuple[Any, str], ...]:
    """List an enumeration for a choice; `none` are the words for no answer, first."""
    listed = tuple((kind(value), words) for value, words in labels(kind).items())
    return ((None, none), *listed) if none else listed


def read_day(text: str, today: date | None = None) -> date | None:
    """Read a day as typed: 19/11/2026, 2026-11-19, 19 Nov 2026, 19 Nov; nothing for nothing.

    Args:
        text: As typed.
        today: A day without its year is the one nearest to this; the day on this desk, if none.

    Raises:
        ValueError: It is no day.
    """
    said = text.strip()
    if not said:
        return None
    if found := _DAY_FIRST.fullmatch(said):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    if found := _YEAR_FIRST.fullmatch(said):
        return date(*map(int, found.groups()))
    if (found := _NAMED.fullmatch(said)) and (named := MONTHS.get(found[2].casefold())):
        if found[3]:
            return date(int(found[3]), named, int(found[1]))
        near = today or date.today()  # noqa: DTZ011 - the day on this desk, to guess a year from
        return _nearest(int(found[1]), named, near)
    raise ValueError


def _nearest(day: int, month: int, near: date) -> date:
    years = range(near.year - _LEAP_YEARS, near.year + _LEAP_YEARS + 1)
    days = [date(year, month, day) for year in years if _is_there(year, month, day)]
    if not days:
        raise ValueError
    return min(days, key=lambda on: (abs(on - near), on < near))


def _is_there(year: int, month: int, day: int) -> bool:
    return 0 < day <= monthrange(year, month)[1]


def read_time(text: str) -> time | None:
    """Read a time of day as typed: 14:30, 14.30 or 1430; nothing for nothing.

    Raises:
        ValueError: It is no time.
    """
    said = text.strip()
    if not said:
        return None
    if found := _CLOCK.fullmatch(said):
        hour, minute = map(int, found.groups())
        return time(hour, minute)
    raise ValueError


def write_day(on: date | None) -> str:
    """Write a day as it is typed."""
    return on.strftime("%d/%m/%Y") if on else ""
