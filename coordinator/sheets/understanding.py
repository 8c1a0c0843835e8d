"""What a file seems to hold, for somebody to look at and correct before its rows are read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from coordinator.sheets.cells import text_of
from coordinator.sheets.choosing import headings_of, lack_of, naming
from coordinator.sheets.columns import Column, Target
from coordinator.sheets.headings import Headings, lettered, likeliest_headings
from coordinator.sheets.mappings import ColumnMapping
from coordinator.sheets.people_names import are_initials
from coordinator.sheets.problems import letter
from coordinator.sheets.tables import Table, Tables

_SAMPLES = 3
_LOOKED_AT = 200  # rows of a column, to find what it holds


@dataclass(frozen=True, slots=True)
class Understood:
    """How the first sheet that matters is understood.

    Attributes:
        samples: The first values of each column, in the order of the columns.
        fault: Why it cannot be read so, as `SheetError` names it; nothing when it can.
        mapping: What was asked for, or had to be decided because no row holds known headings.
    """

    target: Target
    columns: tuple[Column, ...]
    samples: tuple[tuple[str, ...], ...] = field(repr=False)
    has_headings: bool
    fault: str = ""
    mapping: ColumnMapping | None = None


def looks_like_a_list(tables: Tables) -> bool:
    """Whether a file can be people or actions at all: it has rows, whatever they are called."""
    return any(map(_says, (row for table in tables.sheets for row in table.rows)))


def target_of(tables: Tables) -> Target:
    """Tell whether a file is about actions or demand; everything else is taken for people."""
    for target in (Target.DEMAND, Target.ACTIONS):
        for table in tables.sheets:
            found = headings_of(table, target, None)
            if found and lack_of(found.columns, target, None) is None:
                return target
    return Target.PEOPLE


def understand(tables: Tables, target: Target, mapping: ColumnMapping | None = None) -> Understood:
    """Say what the columns are taken for, also where that is not enough to read the rows."""
    table = _first(tables, target, mapping)
    found = headings_of(table, target, mapping)
    if found is None and mapping is None:
        mapping = _guess(table, target)
        found = headings_of(table, target, mapping)
    if found is None:
        found = likeliest_headings(table, naming(target, mapping)) or lettered(
            table, naming(target, mapping)
        )
    lack = lack_of(found.columns, target, mapping)
    return Understood(
        target,
        found.columns,
        _samples(table, found),
        not found.are_letters,
        lack[0] if lack else "",
        mapping,
    )


def _first(tables: Tables, target: Target, mapping: ColumnMapping | None) -> Table:
    """Give the first sheet that can be read, else the first that holds anything."""
    for table in tables.sheets:
        found = headings_of(table, target, mapping)
        if found and lack_of(found.columns, target, mapping) is None:
            return table
    return next(table for table in tables.sheets if any(map(_says, table.rows)))


def _says(row: Sequence[object]) -> bool:
    return any(cell != "" for cell in row)


def _guess(table: Table, target: Target) -> ColumnMapping | None:
    """Take the columns for what is in them, where no row holds their names.

    Only when the first row is plainly one of the others: initials stand in it, or it is all there
    is. What else it may be is for somebody to say.
    """
    width = max(map(len, table.rows), default=0)
    of_initials = next((at for at in range(width) if _holds_initials(table, at)), None)
    if of_initials is not None:
        return ColumnMapping(target, {"initials": letter(of_initials)}, has_headings=False)
    if width == 1 and target is Target.PEOPLE:
        return ColumnMapping(target, {"full_name": letter(0)}, has_headings=False)
    return None


def _holds_initials(table: Table, place: int) -> bool:
    said = list(islice(_column(table, place, 0), _LOOKED_AT))
    return bool(said) and all(map(are_initials, said))


def _samples(table: Table, found: Headings) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(islice(_column(table, column.place, found.first_row), _SAMPLES))
        for column in found.columns
    )


def _column(table: Table, place: int, first_row: int) -> Iterator[str]:
    """Give what a column says, row by row, without its empty cells."""
    for row in table.rows[first_row:]:
        if place < len(row) and (said := text_of(row[place])):
            yield said
