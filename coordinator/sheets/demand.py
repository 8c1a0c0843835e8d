"""Rows of an agency's list of how often it met people: whose, which days, how often."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from coordinator.domain.lists.measures import DemandMeasure
from coordinator.sheets.cells import NOT_KNOWN, Reading, read_date, read_whole_number, text_of
from coordinator.sheets.columns import MEASURE_NAMES, folded
from coordinator.sheets.problems import Rule
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Cell

_MOST = 99_999
_MONTHS = {name.casefold(): at for at, name in enumerate(calendar.month_name) if name} | {
    name.casefold(): at for at, name in enumerate(calendar.month_abbr) if name
}
_NAMED = re.compile(r"([a-z]{3,9})\.?[\s\-/']*(\d{4}|\d{2})")
_FIGURES = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})\s*[/.\-]\s*(\d{1,2})")
_A_CENTURY, _DECEMBER = 2000, 12


@dataclass(frozen=True, slots=True)
class DemandRow:
    """The counts of one person and period; `reference` and `source_id` are as written."""

    sheet: str
    row: int
    first: date
    last: date
    counts: tuple[tuple[DemandMeasure, int], ...]
    reference: str = ""
    source_id: str = ""
    as_at: date | None = None
    problems: int = 0

    def __repr__(self) -> str:
        return f"DemandRow({self.sheet!r}, {self.row})"  # logs never hold a number of somebody


def read_demand_row(row: Row, today: date) -> DemandRow | None:
    """Read one row; none when it is refused (its problems say why).

    A cell without a figure stays missing: it is never read as nought.
    """
    reference, source_id = row.line("reference"), row.line("source_id")
    if not (reference or source_id):
        row.note(Rule.NO_REFERENCE)
    span = _span(row, today)
    counts = tuple(_counts(row))
    if not counts and not row.is_refused:
        row.note(Rule.NO_COUNT)
    if row.is_refused or span is None:
        return None
    as_at = row.day("as_at", today)
    if as_at is not None and not span[0] <= as_at <= today:
        row.note(Rule.AS_AT_ODD, "as_at")
        as_at = None
    return DemandRow(
        row.sheet, row.number, *span, counts, reference, source_id, as_at, len(row.problems)
    )


def _span(row: Row, today: date) -> tuple[date, date] | None:
    month = row.read("month", partial(read_month, today=today))
    first, last = row.day("from_on", today), row.day("to_on", today)
    if first is None and last is None and month is not None:
        first = month
        last = month.replace(day=calendar.monthrange(month.year, month.month)[1])
    if first is None or last is None:
        row.note(Rule.NO_PERIOD)
        return None
    if last < first:
        row.note(Rule.PERIOD_ODD, "to_on")
    elif last > today:
        row.note(Rule.PERIOD_AHEAD)
    return first, last


def _counts(row: Row) -> list[tuple[DemandMeasure, int]]:
    found = [
        (measure, count)
        for measure in DemandMeasure
        if (count := _count(row, measure.value)) is not None
    ]
    if row.has("measure"):
        said = folded(row.line("measure"))
        measure = MEASURE_NAMES.get(said)
        if measure is None:
            row.note(Rule.MEASURE_UNKNOWN, "measure")
        elif (count := _count(row, "count")) is not None:
            found.append((DemandMeasure(measure), count))
    return found


def _count(row: Row, field: str) -> int | None:
    return row.read(field, partial(read_whole_number, most=_MOST)) if row.has(field) else None


def read_month(cell: Cell, today: date) -> Reading[date]:
    """Read a month as its first day: *June 2026*, *Jun-26*, *06/2026*, or any day of it."""
    if isinstance(cell, datetime | date):
        return Reading(date(cell.year, cell.month, 1))
    said = text_of(cell).casefold()
    if said in NOT_KNOWN:
        return Reading(None)
    if found := _NAMED.fullmatch(said):
        year = int(found[2]) + (_A_CENTURY if len(found[2]) == len("yy") else 0)
        return _month(year, _MONTHS.get(found[1], 0))
    if found := _FIGURES.fullmatch(said):
        return _month(int(found[2]), int(found[1]))
    if found := _ISO.fullmatch(said):
        return _month(int(found[1]), int(found[2]))
    day = read_date(cell, today).value
    return Reading(day.replace(day=1)) if day else Reading(None, Rule.NOT_A_DATE)


def _month(year: int, month: int) -> Reading[date]:
    if not 1 <= month <= _DECEMBER:
        return Reading(None, Rule.NOT_A_DATE)
    return Reading(date(year, month, 1))
