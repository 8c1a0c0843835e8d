"""Returns sheets sent out and filled in, for the tests of whatever happens to them."""

import io
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.casework.actions.lists import read_action
from coordinator.casework.desk import Desk
from coordinator.casework.returns.applying import Applied, apply_return
from coordinator.casework.returns.matching import preview_return
from coordinator.casework.returns.reading import read_returned
from coordinator.db.models import Barrier
from coordinator.domain.progress import Unwatched
from coordinator.domain.returns.rules import Fate
from coordinator.domain.returns.views import ReturnPreview
from coordinator.domain.states import ActionStatus
from coordinator.papers.returns import Wanted, draft_returns, keep_returns, write_out
from tests.stores import HOUSING, TODAY

ONE, TWO, THREE = "A26-0001", "A26-0002", "A26-0003"
YESTERDAY = TODAY - timedelta(days=1)
NEXT_WEEK = TODAY + timedelta(days=7)
HEADING = 4
OUTCOME, BARRIER, DONE_ON, NEW_DATE, LINE, CODE = 7, 8, 9, 10, 11, 12
FULL: dict[str, dict[int, Any]] = {
    ONE: {OUTCOME: "Done", DONE_ON: YESTERDAY, LINE: "Flu jab given"},
    TWO: {OUTCOME: "Could not be done", BARRIER: "Transport or rural distance", LINE: "No bus."},
    THREE: {OUTCOME: "In progress", NEW_DATE: NEXT_WEEK, LINE: "The clinic was shut."},
}
"""What an agency may say about its three actions; one of each sort."""


def status(desk: Desk, action: UUID) -> ActionStatus:
    """Give how an action stands."""
    return read_action(desk, action).row.status


def barriers(desk: Desk, action: UUID) -> list[Barrier]:
    """Give what stops an action."""
    with desk.read() as look:
        return list(look.barriers.of_actions([action]))


def sent_out(desk: Desk, folder: Path, agency: UUID = HOUSING, *, all_open: bool = False) -> Path:
    """Send one agency's sheet out."""
    drafts = draft_returns(desk, Wanted(agency, all_open))
    (path,) = keep_returns(desk, drafts, write_out(drafts, Unwatched()), folder).result
    return path


def rows_of(sheet: Worksheet) -> dict[str, int]:
    """Give the row of each action by its number."""
    return {
        str(sheet.cell(row, 1).value): row
        for row in range(HEADING + 1, sheet.max_row + 1)
        if sheet.cell(row, 1).value
    }


def filled(path: Path, answers: Mapping[str, Mapping[int, Any]]) -> Path:
    """Fill cells in: number of the action, then column and what is put there."""

    def fill(sheet: Worksheet) -> None:
        places = rows_of(sheet)
        for number, cells in answers.items():
            for column, value in cells.items():
                sheet.cell(places[number], column).value = value

    return changed(path, fill)


def changed(path: Path, change: Callable[[Worksheet], object]) -> Path:
    """Open a sheet in another program, change it, save it."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    sheet = book.worksheets[0]
    change(sheet)
    book.save(path)
    return path


def values(path: Path) -> list[list[Any]]:
    """Give what stands in a sheet."""
    book: Workbook = load_workbook(io.BytesIO(path.read_bytes()))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def looked_at(desk: Desk, path: Path) -> ReturnPreview:
    """Give what taking a file in would do."""
    return preview_return(desk, read_returned(path, desk.today()))


def fates(preview: ReturnPreview) -> dict[str, Fate]:
    """Give what comes of each row by its number."""
    return {row.planned.said.number: row.planned.fate for row in preview.rows}


def taken_in(desk: Desk, path: Path, *, besides: Iterable[str] = ()) -> Applied:
    """Take in what would be taken by itself, and the rows of these numbers besides."""
    sheet = read_returned(path, desk.today())
    chosen = {
        row.planned.said.row: row.action.revision
        for row in preview_return(desk, sheet).rows
        if row.action is not None
        and (row.planned.fate is Fate.APPLIED or row.planned.said.number in besides)
    }
    return apply_return(desk, sheet, chosen).result
