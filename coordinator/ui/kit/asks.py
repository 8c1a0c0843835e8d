"""Questions a presenter can put without knowing how they are asked; no Qt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from coordinator.wording import dates
from coordinator.wording.labels import labels
from coordinator.wording.translation import _

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class Kind(Enum):
    """What an answer is: a line or more of text, a day, one or some of a list, yes or no."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"
    MANY = "many"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class Ask:
    """One entry of a form.

    Attributes:
        name: As the act knows it.
        value: What it stands at first, in the type of its kind.
        choices: Value and words, for one or some of a list; for a line, words to offer.
    """

    name: str
    title: str
    kind: Kind = Kind.LINE
    value: Any = field(default=None, repr=False)
    choices: tuple[tuple[Any, str], ...] = ()
    hint: str = ""

    def shown(self, value: Any) -> str:
        """Write an answer to this."""
        for one, words in self.choices:
            if one == value:
                return words
        return dates.plain_day(value) if isinstance(value, date) else str(value or _("nothing"))


@dataclass(frozen=True, slots=True)
class Question:
    """A form: what it is about, what is asked, and the word on the button that does it."""

    title: str
    asks: tuple[Ask, ...]
    go: str
    about: str = field(default="", repr=False)

    def changed(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Leave only what was answered differently from what stood there."""
        before = {ask.name: ask.value for ask in self.asks}
        return {
            name: value
            for name, value in values.items()
            if (value or None) != (before[name] or None)
        }


def choices_of(kind: type[StrEnum], none: str = "") -> tuple[tuple[Any, str], ...]:
    """List an enumeration for a choice; `none` are the words for no answer, first."""
    listed = tuple((kind(value), words) for value, words in labels(kind).items())
    return ((None, none), *listed) if none else listed


def read_day(text: str) -> date | None:
    """Read a day as typed: 19/11/2026, 19.11.2026 or 2026-11-19; nothing for nothing.

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
    raise ValueError


def write_day(on: date | None) -> str:
    """Write a day as it is typed."""
    return on.strftime("%d/%m/%Y") if on else ""
