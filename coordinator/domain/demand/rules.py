"""What may be kept as a count of demand, and as what one of a measure costs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.lists.measures import Completeness, DemandMeasure, MeasureMethod
from coordinator.domain.states import Sensitivity
from coordinator.domain.texts import is_blank

IN_NIGHTS = frozenset(
    {
        DemandMeasure.CUSTODY_NIGHTS,
        DemandMeasure.BED_NIGHTS,
        DemandMeasure.NIGHTS_ROUGH,
        DemandMeasure.NIGHTS_HOUSED,
    }
)
"""Measures of which a period has no more than it has days."""

Source = tuple[UUID | None, str]
"""Who counted: an agency, and the words for its list; the words without regard to case."""

_YEAR = re.compile(r"(?:19|20)\d{2}(?:\s?[/\u2013-]\s?(?:\d{2}|\d{4}))?")
_MOST = 100_000  # more is a slip of the keyboard: no one person meets a service so often


@dataclass(frozen=True, slots=True)
class NewCount:
    """How often somebody met a service between two days that are both included.

    `count` is none where the figure was not available; `as_at` is the day the source looked,
    today when nothing is said.
    """

    measure: DemandMeasure
    from_on: date | None
    to_on: date | None
    count: int | None = None
    agency_id: UUID | None = None
    source: str = field(repr=False, default="")
    as_at: date | None = None
    completeness: Completeness = Completeness.FULL
    method: MeasureMethod = MeasureMethod.AGENCY_LIST
    note: str = field(repr=False, default="")
    sensitivity: Sensitivity = Sensitivity.STANDARD


class Period(Protocol):
    """A count as far as it may stand in the way of another."""

    measure: DemandMeasure
    from_on: date
    to_on: date
    agency_id: UUID | None
    source: str


def source_of(agency_id: UUID | None, source: str) -> Source:
    """Write who counted so that two hands' ways of writing it are the same."""
    return agency_id, " ".join(source.split()).casefold()


def check_count(new: NewCount, today: date) -> None:
    """Refuse a count that cannot be.

    Raises:
        InvalidFieldsError: `from_on` and `to_on` are `required`, `in-the-future` or
            `before-start`; `as_at` is `in-the-future` or `before-start`; `source` is `required`;
            `count` is `required`, `negative`, `not-available`, `more-than-nights` or
            `out-of-range`.
    """
    wrong = {**_wrong_days(new, today), **_wrong_figure(new)}
    if new.agency_id is None and is_blank(new.source):
        wrong["source"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def _wrong_days(new: NewCount, today: date) -> dict[str, str]:
    wrong: dict[str, str] = {}
    for name, day in (("from_on", new.from_on), ("to_on", new.to_on)):
        if day is None:
            wrong[name] = "required"
        elif day > today:
            wrong[name] = "in-the-future"
    if wrong or new.from_on is None or new.to_on is None:
        return wrong
    if new.to_on < new.from_on:
        wrong["to_on"] = "before-start"
    as_at = new.as_at or today
    if as_at > today:
        wrong["as_at"] = "in-the-future"
    elif as_at < new.from_on:
        wrong["as_at"] = "before-start"
    return wrong


def _wrong_figure(new: NewCount) -> dict[str, str]:
    if new.completeness is Completeness.NOT_AVAILABLE:
        return {} if new.count is None else {"count": "not-available"}
    if new.count is None:
        return {"count": "required"}
    if new.count < 0:
        return {"count": "negative"}
    if new.count > _MOST:
        return {"count": "out-of-range"}
    if new.measure in IN_NIGHTS and new.from_on is not None and new.to_on is not None:
        nights = (new.to_on - new.from_on).days + 1
        return {"count": "more-than-nights"} if nights > 0 and new.count > nights else {}
    return {}


def check_overlap(new: NewCount, standing: Iterable[Period]) -> None:
    """Refuse a second count of the same days by the same source.

    Args:
        new: With days that were checked.
        standing: Of the same person, without the one that is changed.

    Raises:
        InvalidFieldsError: `from_on` is `overlaps`.
    """
    if any(overlaps(new, one) for one in standing):
        raise InvalidFieldsError({"from_on": "overlaps"})


def overlaps(new: NewCount, one: Period) -> bool:
    """Whether a count says again what another one of its source says for some day."""
    if new.from_on is None or new.to_on is None or new.measure is not one.measure:
        return False
    if source_of(new.agency_id, new.source) != source_of(one.agency_id, one.source):
        return False
    return new.from_on <= one.to_on and one.from_on <= new.to_on


def check_stands(ended_on: date | None, guard: str) -> None:
    """Refuse to change what was taken back.

    Raises:
        GuardError: `count-ended` or `cost-ended`, as asked.
    """
    if ended_on is not None:
        raise GuardError(guard)


@dataclass(frozen=True, slots=True)
class NewCost:
    """What one of a measure is said to cost, by whom, at the prices of which year."""

    measure: DemandMeasure | None
    pence: int | None
    price_year: str
    source: str
    note: str = ""


def check_cost(new: NewCost) -> None:
    """Refuse a cost nobody can look up.

    Raises:
        InvalidFieldsError: `measure`, `pence`, `price_year` or `source` is `required`; `pence` is
            `negative` or `costs-nothing`; `price_year` is `not-a-year`.
    """
    wrong: dict[str, str] = {}
    if new.measure is None:
        wrong["measure"] = "required"
    if new.pence is None:
        wrong["pence"] = "required"
    elif new.pence <= 0:
        wrong["pence"] = "negative" if new.pence else "costs-nothing"
    if is_blank(new.price_year):
        wrong["price_year"] = "required"
    elif not _YEAR.fullmatch(new.price_year.strip()):
        wrong["price_year"] = "not-a-year"
    if is_blank(new.source):
        wrong["source"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def check_only_cost(new: NewCost, standing: Iterable[DemandMeasure]) -> None:
    """Refuse a second cost of one measure: figures made with either could not be told apart.

    Raises:
        InvalidFieldsError: `measure` is `cost-stands`.
    """
    if new.measure in set(standing):
        raise InvalidFieldsError({"measure": "cost-stands"})
