"""Workbooks (.xlsx, .xls, .ods) as tables, read by calamine once their size is known."""

import io
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Literal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from coordinator.domain.errors import SheetError
from coordinator.sheets.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from coordinator.sheets.measuring import Lacking
from coordinator.sheets.parts import parts_of_sheets
from coordinator.sheets.problems import Problem, Rule
from coordinator.sheets.tables import Table, Tables

_NOTHING: Lacking = MappingProxyType({})
_NO_CELLS: frozenset[tuple[int, int]] = frozenset()


class _Reading:
    """Turns whatever the reader answers to a damaged file into our error.

    It panics on some; a panic is no `Exception` and cannot be named in an `except`.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> Literal[False]:
        if kind is None:
            return False
        if issubclass(kind, PasswordError):
            raise SheetError(self._path, "encrypted") from error
        known = issubclass(kind, CalamineError | OSError | ValueError | OverflowError)
        if known or kind.__name__ == "PanicException":
            raise SheetError(self._path, "unreadable") from error
        return False


def read_workbook(path: Path, content: bytes, lacking: Lacking = _NOTHING) -> Tables:
    """Read all visible sheets; hidden ones are told, not read. The file's name is no matter.

    Args:
        path: For what is told of it.
        content: The file.
        lacking: Which cells have a formula without its result, by part: see `check_size`.

    Raises:
        SheetError: `encrypted`, `unreadable` or `too-large`.
    """
    with _Reading(path), CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        shown = [
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        ]
        hidden = [
            Problem(sheet.name, 0, "", Rule.SHEET_HIDDEN)
            for sheet in book.sheets_metadata
            if sheet.visible != SheetVisibleEnum.Visible
        ]
        parts = parts_of_sheets(content) if lacking else {}
        tables = [
            _table(path, book.get_sheet_by_name(name), lacking.get(parts.get(name, ""), _NO_CELLS))
            for name in shown
        ]
    return Tables(tuple(tables), tuple(hidden))


def _table(
    path: Path, sheet: CalamineSheet, lacking: frozenset[tuple[int, int]] = _NO_CELLS
) -> Table:
    rows, columns = sheet.total_height, sheet.total_width
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise SheetError(path, "too-large")
    read = sheet.to_python(skip_empty_area=False)
    lowest = max((row + 1 for row, _column in lacking), default=0)
    below = ((),) * (lowest - len(read))  # rows of nothing but such formulas read as none
    return Table(sheet.name, (*map(tuple, read), *below), lacking)
