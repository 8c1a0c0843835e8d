"""Update sheets as they come back: their pages found by the headings, whatever was done to them.

The words on them are ours, so they are handed in: this package knows none.
"""

import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coordinator.domain.cell_faults import CellFault
from coordinator.domain.errors import SheetError
from coordinator.domain.exchange.update_sheets import Signed, find_code, find_mark
from coordinator.sheets.cells import text_of
from coordinator.sheets.columns import folded
from coordinator.sheets.files import read_tables
from coordinator.sheets.filled_in import FilledIn, find_filled_in
from coordinator.sheets.problems import Rule, letter
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Table, Tables

_PROGRAM: Final = "vbaproject.bin"


@dataclass(frozen=True, slots=True)
class PageWords:
    """How one page is known.

    Attributes:
        page: What its rows are for.
        names: What its page may be called, folded: looked at where it is hidden only.
        headings: Heading, folded, to field.
        needed: The fields without which it is another page.
        written: The fields somebody writes in.
    """

    page: str
    names: Collection[str]
    headings: Mapping[str, str]
    needed: Collection[str]
    written: Collection[str]


@dataclass(frozen=True, slots=True)
class PageRow:
    """One row, and the page it stands on."""

    page: str
    row: Row


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """An update sheet; no mark where somebody took its first page off.

    Attributes:
        unread: The pages that are none of ours and hold something.
        faults: What was done to pages of ours so that they cannot be read whole.
    """

    mark: Signed | None
    rows: tuple[PageRow, ...]
    unread: tuple[str, ...]
    faults: tuple[CellFault, ...] = ()


def is_update_sheet(tables: Tables) -> bool:
    """Whether a file is an update sheet, by its mark."""
    return any(_mark(one) for one in tables.sheets)


def read_update_sheet(path: Path, pages: Collection[PageWords]) -> FoundSheet:
    """Read an update sheet.

    Raises:
        SheetError: It cannot be read; `macros`; `not-an-update-sheet`.
    """
    tables = read_tables(path)
    if _holds_a_program(path):
        raise SheetError(path, "macros")
    rows: list[PageRow] = []
    unread: list[str] = []
    faults = list(_hidden(tables, pages))
    for table in tables.sheets:
        found = list(_rows(table, pages, path))
        rows += found
        faults += _renamed(table, pages)
        if found or _is_ours(table, pages) or not _says_something(table):
            continue
        if _bears_marks(table):
            faults.append(CellFault(table.name, "", "headings-gone"))
        else:
            unread.append(table.name)
    mark = next((one for table in tables.sheets if (one := _mark(table))), None)
    if mark is None and not any(_is_ours(one, pages) for one in tables.sheets):
        raise SheetError(path, "not-an-update-sheet")
    return FoundSheet(mark, tuple(rows), tuple(unread), tuple(faults))


def _rows(table: Table, pages: Collection[PageWords], path: Path) -> Iterator[PageRow]:
    for page, found in _page_of(table, pages):
        found.check_length(path)
        yield from (PageRow(page.page, row) for row in found.rows())


def _page_of(table: Table, pages: Collection[PageWords]) -> Iterator[tuple[PageWords, FilledIn]]:
    """Give the one page of ours a table is, if it is any."""
    for page in pages:
        found = find_filled_in(Tables((table,)), page.headings, page.needed)
        if found is not None:
            yield page, found
            return


def _hidden(tables: Tables, pages: Collection[PageWords]) -> Iterator[CellFault]:
    """Name the pages of ours that somebody hid: what was written there is not read."""
    shown = {page.page for table in tables.sheets for page, _found in _page_of(table, pages)}
    gone = {name for page in pages if page.page not in shown for name in page.names}
    for problem in tables.problems:
        if problem.rule is Rule.SHEET_HIDDEN and folded(problem.sheet) in gone:
            yield CellFault(problem.sheet, "", "page-hidden")


def _renamed(table: Table, pages: Collection[PageWords]) -> Iterator[CellFault]:
    """Name headings nobody knows over words, where a heading of ours is missing."""
    for page, found in _page_of(table, pages):
        columns, first = found.headings.columns, found.headings.first_row
        if {one.field for one in columns} >= set(page.written):
            continue
        for one in columns:
            below = (cells[one.place] for cells in table.rows[first:] if one.place < len(cells))
            if one.field is None and any(text_of(cell) for cell in below):
                yield CellFault(table.name, f"{letter(one.place)}{first}", "heading-changed")


def _bears_marks(table: Table) -> bool:
    """Whether rows of ours stand on a page, whatever became of its headings."""
    texts = (cell for row in table.rows for cell in row if isinstance(cell, str))
    return any("." in said and find_code(said) is not None for said in texts)


def _is_ours(table: Table, pages: Collection[PageWords]) -> bool:
    """Whether a page is one of ours, be it empty below its headings."""
    return bool(_mark(table)) or any(True for _page in _page_of(table, pages))


def _says_something(table: Table) -> bool:
    return any(text_of(cell) for row in table.rows for cell in row)


def _mark(table: Table) -> Signed | None:
    texts = (text_of(cell) for row in table.rows for cell in row if isinstance(cell, str))
    return next((one for said in texts if "U1-" in said and (one := find_mark(said))), None)


def _holds_a_program(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as parts:
            return any(name.lower().endswith(_PROGRAM) for name in parts.namelist())
    except (OSError, zipfile.BadZipFile):
        return False  # of another kind: what reads it runs nothing
