"""Update sheets as they come back: their pages found by the headings, whatever was done to them.

The words on them are ours, so they are handed in: this package knows none.
"""

import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coordinator.domain.errors import SheetError
from coordinator.domain.exchange.update_sheets import Signed, find_mark
from coordinator.sheets.cells import text_of
from coordinator.sheets.files import read_tables
from coordinator.sheets.filled_in import find_filled_in
from coordinator.sheets.rows import Row
from coordinator.sheets.tables import Table, Tables

_PROGRAM: Final = "vbaproject.bin"


@dataclass(frozen=True, slots=True)
class PageWords:
    """How one page is known.

    Attributes:
        page: What its rows are for.
        headings: Heading, folded, to field.
        needed: The fields without which it is another page.
    """

    page: str
    headings: Mapping[str, str]
    needed: Collection[str]


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
    """

    mark: Signed | None
    rows: tuple[PageRow, ...]
    unread: tuple[str, ...]


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
    for table in tables.sheets:
        found = list(_rows(table, pages, path))
        rows += found
        if not found and _says_something(table) and not _is_ours(table, pages):
            unread.append(table.name)
    mark = next((one for table in tables.sheets if (one := _mark(table))), None)
    if mark is None and not any(_is_ours(one, pages) for one in tables.sheets):
        raise SheetError(path, "not-an-update-sheet")
    return FoundSheet(mark, tuple(rows), tuple(unread))


def _rows(table: Table, pages: Collection[PageWords], path: Path) -> Iterator[PageRow]:
    for page in pages:
        found = find_filled_in(Tables((table,)), page.headings, page.needed)
        if found is not None:
            found.check_length(path)
            yield from (PageRow(page.page, row) for row in found.rows())
            return


def _is_ours(table: Table, pages: Collection[PageWords]) -> bool:
    """Whether a page is one of ours, be it empty below its headings."""
    alone = Tables((table,))
    return bool(_mark(table)) or any(
        find_filled_in(alone, page.headings, page.needed) for page in pages
    )


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
