"""A file of people or actions: read whole, its problems told, nothing written.

read = read_people(path, today=today)
read.rows       what would arrive
read.repeats    rows that repeat one of them
read.problems   by row and cell; `REFUSED` ones say which rows do not arrive
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from coordinator.domain.errors import SheetError
from coordinator.sheets.actions import ActionRow, read_action
from coordinator.sheets.columns import Column, Target, columns_by_mapping, columns_by_name
from coordinator.sheets.files import read_tables
from coordinator.sheets.headings import Headings, find_headings
from coordinator.sheets.mappings import ColumnMapping
from coordinator.sheets.people import PersonRow, read_person
from coordinator.sheets.problems import Problem, Rule, Severity, letter
from coordinator.sheets.repeats import Repeat, sort_out_repeats
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Table, Tables

T = TypeVar("T")

_NAMES = {
    Target.PEOPLE: frozenset({"given_name", "family_name", "full_name", "preferred_name"}),
    Target.ACTIONS: frozenset({"given_name", "family_name", "full_name", "reference"}),
}
"""Columns of which a file needs at least one, to tell who a row is about."""


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
    read = _read(path, Target.PEOPLE, partial(read_person, today=today), mapping)
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
    return _read(path, Target.ACTIONS, partial(read_action, today=today), mapping)


def _read(
    path: Path,
    target: Target,
    read_row: Callable[[Row], T | None],
    mapping: ColumnMapping | None,
) -> SheetRead[T]:
    tables = read_tables(path)
    readable = _readable(path, tables, target, mapping)
    problems = list(tables.problems)
    problems += _skipped(tables, readable)
    for table, headings in readable:
        problems += _columns_twice(table, headings.columns, target)
    rows: list[T] = []
    seen = 0
    for table, headings in readable:
        for row in _rows(table, headings):
            if row.repeats_headings():
                row.note(Rule.HEADING_AGAIN)
            elif not row.is_empty:
                seen += 1
                made = read_row(row)
                rows += [made] if made else []
            problems += row.problems
    return SheetRead(tuple(rows), tuple(problems), readable[0][1].columns, seen)


def _readable(
    path: Path, tables: Tables, target: Target, mapping: ColumnMapping | None
) -> list[tuple[Table, Headings]]:
    """Choose the sheets whose columns tell what is needed.

    Raises:
        SheetError: None does; the fault of the first that has headings at all.
    """
    found = [(table, _headings(table, target, mapping)) for table in tables.sheets]
    readable = [
        (table, headings)
        for table, headings in found
        if headings and _lack(headings.columns, target, mapping) is None
    ]
    if not readable:
        lacks = [_lack(headings.columns, target, mapping) for _name, headings in found if headings]
        fault, details = next((lack for lack in lacks if lack), ("no-heading", ()))
        raise SheetError(path, fault, details)
    return readable


def _headings(table: Table, target: Target, mapping: ColumnMapping | None) -> Headings | None:
    if mapping is None:
        return find_headings(table, partial(columns_by_name, target))
    return find_headings(table, partial(columns_by_mapping, mapping.columns, target))


def _lack(
    columns: Sequence[Column], target: Target, mapping: ColumnMapping | None
) -> tuple[str, tuple[str, ...]] | None:
    """Say why columns cannot tell who, or what is to be done: a fault and its details."""
    fields = {column.field for column in columns if column.field}
    wanted = mapping.columns if mapping else {}
    if absent := tuple(name for field, name in wanted.items() if field not in fields):
        return "unknown-columns", absent
    named = tuple(column.heading for column in columns if column.heading)
    if fields.isdisjoint(_NAMES[target]):
        return "no-name-column", named
    if target is Target.ACTIONS and "text" not in fields:
        return "no-action-column", named
    return None


def _skipped(tables: Tables, readable: Sequence[tuple[Table, Headings]]) -> list[Problem]:
    """Tell the sheets that hold something and are not read."""
    read = {table.name for table, _headings in readable}
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
    return [
        Row(table.name, number, cells, headings.columns)
        for number, cells in enumerate(
            table.rows[headings.first_row :], start=headings.first_row + 1
        )
    ]
