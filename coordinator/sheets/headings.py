"""Where the headings stand: below title lines, sometimes over two rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from coordinator.sheets.cells import text_of
from coordinator.sheets.columns import Column
from coordinator.sheets.problems import letter
from coordinator.sheets.tables import Cell, Table

_LOOK_AT = 30
"""Rows searched for headings; titles, logos and notes above them are seldom more than ten."""

_LONGEST_HEADING = 120
_ENOUGH = 2

Name = Callable[[Sequence[str]], tuple[Column, ...]]


@dataclass(frozen=True, slots=True)
class Headings:
    """The columns of a sheet, and the index of the first row below the headings.

    `are_letters`: no row holds headings; the columns are called A, B, C.
    """

    columns: tuple[Column, ...]
    first_row: int
    are_letters: bool = False


def find_headings(table: Table, name: Name, *, enough: int = _ENOUGH) -> Headings | None:
    """Find the row, or the two rows, whose cells name the most fields; the upper one on a draw.

    Args:
        table: The sheet.
        name: Makes columns of headings.
        enough: Fields to be named; fewer only when the row has no more cells.
    """
    best: Headings | None = None
    for at in range(min(_LOOK_AT, len(table.rows))):
        for found in _readings(table, at, name):
            if _fields(found) > _fields(best) and _is_enough(found, enough):
                best = found
    return best


def lettered(table: Table, name: Name) -> Headings:
    """Call the columns A, B, C: the first row is a row like the others."""
    width = max(map(len, table.rows), default=0)
    return Headings(name([letter(place) for place in range(width)]), 0, are_letters=True)


def likeliest_headings(table: Table, name: Name) -> Headings | None:
    """Take the widest row of words above the rest, though none of its names is known."""
    rows = table.rows[:_LOOK_AT]
    candidates = [at for at, row in enumerate(rows) if _could_be_headings(row)]
    if not candidates:
        return None
    at = max(candidates, key=lambda at: (sum(cell != "" for cell in rows[at]), -at))
    return Headings(name([text_of(cell) for cell in rows[at]]), at + 1)


def _readings(table: Table, at: int, name: Name) -> list[Headings]:
    """Read the headings as one row, and together with the row below when both are all text."""
    upper = table.rows[at]
    if not _could_be_headings(upper):
        return []
    readings = [Headings(name([text_of(cell) for cell in upper]), at + 1)]
    lower = table.rows[at + 1] if at + 1 < len(table.rows) else ()
    if _could_be_headings(lower):
        readings.append(Headings(_over_two_rows(upper, lower, name), at + 2))
    return readings


def _over_two_rows(upper: Sequence[Cell], lower: Sequence[Cell], name: Name) -> tuple[Column, ...]:
    """Join two rows column by column; a name whole in one of the rows counts as well."""
    pairs = [
        (text_of(above), text_of(below))
        for above, below in zip_longest(upper, lower, fillvalue="")
    ]
    joined = name([" ".join(part for part in pair if part) for pair in pairs])
    alone = name([below for _above, below in pairs])
    taken = {column.field for column in joined}
    return tuple(
        one if one.field or other.field in taken else Column(one.place, one.heading, other.field)
        for one, other in zip(joined, alone, strict=True)
    )


def _could_be_headings(row: Sequence[Cell]) -> bool:
    said = [cell for cell in row if cell != ""]
    return bool(said) and all(
        isinstance(cell, str) and len(cell) <= _LONGEST_HEADING for cell in said
    )


def _fields(headings: Headings | None) -> int:
    return sum(column.field is not None for column in headings.columns) if headings else 0


def _is_enough(headings: Headings, enough: int) -> bool:
    named = sum(bool(column.heading) for column in headings.columns)
    return _fields(headings) >= min(enough, named)
