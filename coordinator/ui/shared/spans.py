"""Which days a page of figures looks back on; no Qt."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum

from coordinator.domain.accountability import Period, quarter_to
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.wording.translation import N_, _

_DAY = timedelta(days=1)
_YEAR = timedelta(days=364)


class Span(Enum):
    """What can be looked back on."""

    QUARTER = "quarter"
    BEFORE = "before"
    YEAR = "year"
    OTHER = "other"


SPANS: Mapping[Span, str] = {
    Span.QUARTER: N_("The last quarter (13 weeks)"),
    Span.BEFORE: N_("The quarter before"),
    Span.YEAR: N_("The last year"),
    Span.OTHER: N_("Other days…"),
}


def period_of(span: Span, today: date) -> Period | None:
    """Give the days of a span; nothing for the rolling quarter, which goes on with the days."""
    match span:
        case Span.BEFORE:
            return quarter_to(quarter_to(today).from_on - _DAY)
        case Span.YEAR:
            return Period(today - _YEAR, today)
        case _:
            return None


def span_of(period: Period, today: date) -> Span:
    """Say which span a period is."""
    if period == quarter_to(today):
        return Span.QUARTER
    fits = (one for one in Span if period_of(one, today) == period)
    return next(fits, Span.OTHER)


def other_days(period: Period, today: date) -> Question:
    """Ask for a period, both days included."""
    last = min(period.until_on, today)
    return Question(
        _("Look back on other days"),
        (
            Ask("from_on", _("First day"), Kind.CALENDAR, period.from_on),
            Ask("until_on", _("Last day"), Kind.CALENDAR, last, hint=_("A year at most.")),
        ),
        _("Look back"),
    )
