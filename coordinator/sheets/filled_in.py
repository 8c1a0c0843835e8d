"""Sheets of ours that agencies fill in, as they come back: found by their headings, read below."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coordinator.domain.errors import SheetError
from coordinator.sheets.cells import text_of
from coordinator.sheets.columns import Column, folded
from coordinator.sheets.headings import Headings, find_headings
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Table, Tables

MOST_ROWS_RETURNED = 2_000
"""Rows of one sheet; nobody fills in that many."""

_TOP = 30  # rows in which the code of the sheet is looked for


@dataclass(frozen=True, slots=True)
class FilledIn:
    """The part of a file that is such a sheet."""

    table: Table
    headings: Headings

    def at_the_top(self) -> Iterator[str]:
        """Give the texts among which the code of the sheet stands."""
        for row in self.table.rows[:_TOP]:
            yield from (text_of(cell) for cell in row if isinstance(cell, str))

    def rows(self) -> Iterator[Row]:
        """Give what stands below the headings, empty rows and repeated headings left out."""
        first = self.headings.first_row
        for number, cells in enumerate(self.table.rows[first:], start=first + 1):
            row = Row(self.table.name, number, cells, self.headings.columns)
            if not (row.is_empty or row.repeats_headings()):
                yield row

    def check_length(self, path: Path) -> None:
        """Refuse a sheet nobody filled in.

        Raises:
            SheetError: `too-large`.
        """
        below = self.table.rows[self.headings.first_row :]
        if sum(any(map(text_of, cells)) for cells in below) > MOST_ROWS_RETURNED:
            raise SheetError(path, "too-large")


def find_filled_in(
    tables: Tables, known: Mapping[str, str], needed: Collection[str]
) -> FilledIn | None:
    """Find the first sheet that has the columns needed.

    Args:
        tables: What was read.
        known: Heading, folded, to field.
        needed: The fields without which it is another sheet.
    """

    def name(headings: Sequence[str]) -> tuple[Column, ...]:
        return _columns(headings, known)

    for table in tables.sheets:
        found = find_headings(table, name)
        if found and {column.field for column in found.columns} >= set(needed):
            return FilledIn(table, found)
    return None


def _columns(headings: Sequence[str], known: Mapping[str, str]) -> tuple[Column, ...]:
    """Give each column its field; a heading that stands twice is the first column's."""
    taken: set[str] = set()
    columns = []
    for place, heading in enumerate(headings):
        field = known.get(folded(heading))
        columns.append(Column(place, heading, None if field in taken else field))
        taken |= {field} if field else set()
    return tuple(columns)
