"""A spreadsheet as plain rows of plain values, whatever kind of file it was."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coordinator.sheets.problems import Problem

Cell = str | int | float | bool | date | datetime | time | timedelta
"""A value as stored; an empty cell is an empty text."""


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its first row is row 1 of the spreadsheet; a text file has one, without name.

    Attributes:
        without_result: Cells that hold a formula and not what it comes to, by row and column as
            `rows` counts them, from 0. They read as empty.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    without_result: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Tables:
    """All visible sheets of one file, and what was odd about the file as a whole."""

    sheets: tuple[Table, ...]
    problems: tuple[Problem, ...] = ()
