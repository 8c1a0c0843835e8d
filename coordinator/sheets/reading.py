"""A file of people, actions or counts of demand: read whole, its problems told, nothing written.

read = read_people(path, today=today)
read.rows       what would arrive
read.repeats    rows that repeat one of them
read.problems   by row and cell; `REFUSED` ones say which rows do not arrive
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from coordinator.sheets.actions import ActionRow, read_action
from coordinator.sheets.choosing import ChosenSheet, choose_sheets
from coordinator.sheets.columns import Column, Target, columns_by_name
from coordinator.sheets.demand import DemandRow, read_demand_row
from coordinator.sheets.files import read_tables
from coordinator.sheets.headings import Headings
from coordinator.sheets.mappings import ColumnMapping
from coordinator.sheets.people import PersonRow, read_person
from coordinator.sheets.problems import Problem, Rule, Severity, letter
from coordinator.sheets.repeats import Repeat, sort_out_repeats
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Table, Tables

T = TypeVar("T", PersonRow, ActionRow, DemandRow)
Place = tuple[str, int]
"""A row, by the name of its sheet and its number there."""


@dataclass(frozen=True)
class SheetRead(Generic[T]):
    """What a file holds.

    `columns` are those of the first sheet with headings, unused ones (no field) included; `seen`
    counts the rows below the headings that say anything, so that
    `seen == len(rows) + len(repeats) + refused`.
    """

    rows: tuple[T, ...]
    problems: tuple[Problem, ...]
    columns: tuple[Column, ...]
    seen: int
    repeats: tuple[Repeat, ...] = ()

    def without(self, places: Collection[Place]) -> "SheetRead[T]":
        """Leave rows out, by sheet and number, as if they did not stand there."""
        kept = tuple(row for row in self.rows if (row.sheet, row.row) not in places)
        return replace(self, rows=kept, seen=self.seen - len(self.rows) + len(kept))

    @property
    def refused(self) -> int:
        """How many rows do not arrive because of what is in them."""
        places = {
            (problem.sheet, problem.row)
            for problem in self.problems
            if problem.severity is Severity.REFUSED
        }
        return len(places)


def read_people(
    path: Path, *, today: date, mapping: ColumnMapping | None = None
) -> SheetRead[PersonRow]:
    """Read a file of people.

    Raises:
        SheetError: The file as a whole cannot be brought in; `fault` says why.
    """
    return people_in(read_tables(path), today=today, mapping=mapping, path=path)


def people_in(
    tables: Tables, *, today: date, mapping: ColumnMapping | None = None, path: Path | None = None
) -> SheetRead[PersonRow]:
    """Read the people in what was read of a file, or pasted.

    Raises:
        SheetError: No sheet can be brought in; `fault` says why.
    """
    read = _read(tables, Target.PEOPLE, partial(read_person, today=today), mapping, path)
    sorted_out = sort_out_repeats(read.rows)
    return SheetRead(
        sorted_out.rows,
        (*read.problems, *sorted_out.problems),
        read.columns,
        read.seen,
        sorted_out.repeats,
    )


def read_actions(
    path: Path, *, today: date, mapping: ColumnMapping | None = None
) -> SheetRead[ActionRow]:
    """Read a file of actions, one a row.

    Raises:
        SheetError: The file as a whole cannot be brought in; `fault` says why.
    """
    return actions_in(read_tables(path), today=today, mapping=mapping, path=path)


def actions_in(
    tables: Tables, *, today: date, mapping: ColumnMapping | None = None, path: Path | None = None
) -> SheetRead[ActionRow]:
    """Read the actions in what was read of a file, or pasted.

    Raises:
        SheetError: No sheet can be brought in; `fault` says why.
    """
    return _read(tables, Target.ACTIONS, partial(read_action, today=today), mapping, path)


def read_demand_list(
    path: Path, *, today: date, mapping: ColumnMapping | None = None
) -> SheetRead[DemandRow]:
    """Read an agency's list of how often it met people.

    Raises:
        SheetError: The file as a whole cannot be brought in; `fault` says why.
    """
    return demand_in(read_tables(path), today=today, mapping=mapping, path=path)


def demand_in(
    tables: Tables, *, today: date, mapping: ColumnMapping | None = None, path: Path | None = None
) -> SheetRead[DemandRow]:
    """Read the counts in what was read of a file, or pasted.

    Raises:
        SheetError: No sheet can be brought in; `fault` says why.
    """
    return _read(tables, Target.DEMAND, partial(read_demand_row, today=today), mapping, path)


def _read(
    tables: Tables,
    target: Target,
    read_row: Callable[[Row], T | None],
    mapping: ColumnMapping | None,
    path: Path | None,
) -> SheetRead[T]:
    sheets = choose_sheets(tables, target, mapping, path or Path())
    problems = list(tables.problems)
    problems += _skipped(tables, sheets)
    for table, headings in sheets:
        problems += _columns_twice(table, headings.columns, target)
    rows: list[T] = []
    seen = 0
    for table, headings in sheets:
        for row in _rows(table, headings):
            if row.repeats_headings():
                row.note(Rule.HEADING_AGAIN)
            elif not row.is_empty:
                seen += 1
                made = read_row(row)
                rows += [made] if made else []
            problems += row.problems
    return SheetRead(tuple(rows), tuple(problems), sheets[0].headings.columns, seen)


def _skipped(tables: Tables, sheets: Sequence[ChosenSheet]) -> list[Problem]:
    """Tell the sheets that hold something and are not read."""
    read = {table.name for table, _headings in sheets}
    return [
        Problem(table.name, 0, "", Rule.SHEET_WITHOUT_HEADING)
        for table in tables.sheets
        if table.name not in read and table.rows
    ]


def _columns_twice(table: Table, columns: Sequence[Column], target: Target) -> list[Problem]:
    """Tell the columns that would fill a field another column fills already."""
    return [
        Problem(table.name, 0, letter(column.place), Rule.COLUMN_TWICE, column.heading)
        for column in columns
        if column.field is None and columns_by_name(target, [column.heading])[0].field
    ]


def _rows(table: Table, headings: Headings) -> list[Row]:
    lacking: dict[int, list[int]] = {}
    for at, column in table.without_result:
        lacking.setdefault(at + 1, []).append(column)
    return [
        Row(table.name, number, cells, headings.columns, lacking.get(number, ()))
        for number, cells in enumerate(
            table.rows[headings.first_row :], start=headings.first_row + 1
        )
    ]
