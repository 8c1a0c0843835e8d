"""What words say of a day before any calendar is asked: a weekday, a date, a length of time."""

from dataclasses import dataclass
from enum import Enum
from typing import Literal


class Form(Enum):
    """How a day is said, which decides where in a line it can be meant."""

    NAMED = "named"
    """A name: *Friday*, *27 Nov*, *end of the month*, *next meeting*."""
    FIGURES = "figures"
    """Only figures: *27/11*, *27th*; at the end of a line they can be part of an address."""
    LENGTH = "length"
    """A length of time alone: *two weeks*; *hold the room for two weeks* is no day."""
    WEEK = "week"
    """A week or a month: *next week*."""


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """*Friday*, *next Friday*, *Friday week*: `weeks` further on."""

    weekday: int
    which: Literal["", "this", "coming", "next", "last"] = ""
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class OnDate:
    """*27 Nov*, *Fri 27/11/26*, *the 27th*; what was not said is nothing."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class FromEaster:
    """*Good Friday*, *Easter Monday*: so many days from Easter Sunday, the next there is."""

    days: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day said by its name; *before Christmas* is the last working day before it."""

    day: OnDate | FromEaster
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """*The first Monday of December*, *the last Friday of the month*; the last is -1.

    Attributes:
        month: Nothing is the month that is `ahead` of this one.
    """

    nth: int
    weekday: int
    ahead: int = 0
    month: int | None = None


@dataclass(frozen=True, slots=True)
class After:
    """So many days, working days or months from today."""

    count: int
    unit: Literal["day", "working", "month"]


@dataclass(frozen=True, slots=True)
class EndOf:
    """The end of a week, a month or the year, `ahead` of this one; or of a named month."""

    unit: Literal["week", "month", "year"]
    ahead: int = 0
    month: int | None = None


@dataclass(frozen=True, slots=True)
class InWeek:
    """Some day of this week or of one ahead; *Friday next week* says which."""

    ahead: int
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class InMonth:
    """Some day of a month: *early December*, *next month*."""

    ahead: int = 0
    month: int | None = None


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week in which a day lies: *w/c 30 Nov*; which of its days is not said."""

    day: OnDate | OnWeekday


class Other(Enum):
    """Sayings that need only the calendar, or that are no day."""

    NEXT_MEETING = "next_meeting"
    SOON = "soon"


Saying = (
    OnWeekday | OnDate | Holiday | NthWeekday | After | EndOf | InWeek | InMonth | WeekOf | Other
)


@dataclass(frozen=True, slots=True)
class DayWords:
    """What words say of a day; `has_time` when they say more than the day (*Friday at 4pm*)."""

    saying: Saying
    form: Form
    has_time: bool = False
