"""Update sheets as somebody fills them in, whole or mishandled."""

import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.casework.actions.lists import find_actions
from coordinator.db.models import Plan
from coordinator.domain.actions.rows import ActionFilter
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import SheetCellsError, SheetError
from coordinator.domain.exchange.reviews import Applied, HandBackReview
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.states import ActionStatus
from coordinator.exchange.coming_back import apply_returned, review_returned
from coordinator.exchange.update_sheets import make_update_sheet
from tests.exchange.away_stores import Both
from tests.stores import WORKER

NOTES, PLANS, ACTIONS, NEW = "Contacts and notes", "Plans", "Actions", "New actions"
WHY = Sending(reason="She may install nothing", channel=Channel.SECURE_MAIL)
Cells = Mapping[str, Mapping[str, str | None]]
"""By the name of a page and the name of a cell."""


CHRISTMAS = "24/12/2026"
MUCH: Cells = {
    PLANS: {"C12": "A room of her own by spring"},
    ACTIONS: {"G5": "In progress", "J5": CHRISTMAS, "K5": "Rang twice, nobody there"},
    NOTES: {"B5": "18/11/2026", "C5": "On the street", "D5": "Met, talked", "E5": "Warm, fed"},
    NEW: {"A5": "KT (KP-0001)", "B5": "Ring the surgery", "C5": "Kasia Dębska", "D5": CHRISTMAS},
}


def given(both: Both, folder: Path) -> Path:
    """Give the lead professional a sheet of their people."""
    return make_update_sheet(both.hub.desk, WORKER, folder, sending=WHY).result.path


def filled(sheet: Path, cells: Cells, name: str = "filled.xlsx") -> Path:
    """Write into a copy of a sheet."""
    book = openpyxl.load_workbook(sheet)
    for page, some in cells.items():
        for cell, value in some.items():
            book[page][cell] = value
    book.save(path := sheet.parent / name)
    return path


def page_of(sheet: Path, page: str) -> list[list[Any]]:
    """Give what stands on a page, row by row."""
    return [list(row) for row in openpyxl.load_workbook(sheet)[page].iter_rows(values_only=True)]


def as_words_only(sheet: Path, name: str = "words.xlsx") -> Path:
    """Save a copy of which every cell is a text, as some programs do, and no more."""
    source, target = openpyxl.load_workbook(sheet), openpyxl.Workbook()
    target.remove(target.worksheets[0])
    for page in source.worksheets:
        made = target.create_sheet(page.title)
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None:
                    made.cell(cell.row, cell.column).value = _in_words(cell.value)
    target.save(path := sheet.parent / name)
    return path


def mixed_up(sheet: Path, page: str, name: str = "mixed.xlsx") -> Path:
    """Save a copy with a page's rows the other way round, a row less and a column more."""
    book = openpyxl.load_workbook(sheet)
    shown = book[page]
    assert isinstance(shown, Worksheet)
    rows = [[cell.value for cell in row] for row in shown.iter_rows(min_row=5)]
    for at, row in enumerate(reversed(rows), 5):
        for column, value in enumerate(row, 1):
            shown.cell(at, column).value = value
    shown.delete_rows(5)
    shown.insert_cols(1)
    shown["A4"], shown["A6"] = "My own column", "ask at the desk"
    book.save(path := sheet.parent / name)
    return path


def plain_bytes(sheet: Path) -> bytes:
    """Everything inside a sheet."""
    with zipfile.ZipFile(sheet) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def _in_words(value: object) -> str:
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    return str(value)


def looked(both: Both, sheet: Path, *, rest: bool = False) -> HandBackReview:
    return review_returned(both.hub.desk, sheet, rest=rest)


def take_over(both: Both, sheet: Path, *, rest: bool = False) -> Applied:
    return apply_returned(both.hub, sheet, rest=rest).result


def text(both: Both, section: str) -> str:
    with both.hub.desk.store.reading() as look:
        return str(getattr(look.get(Plan, both.kept.plan), section))


def direction(both: Both) -> str:
    return text(both, "direction")


def actions(both: Both) -> dict[str, ActionStatus]:
    wanted = ActionFilter(person_id=both.kept.kezia)
    rows = find_actions(both.hub.desk, wanted, limit=50).rows
    return {row.text: row.status for row in rows}


def faults(both: Both, sheet: Path) -> dict[str, str]:
    with pytest.raises(SheetCellsError) as refused:
        looked(both, sheet)
    return {f"{one.sheet} {one.cell}": one.rule for one in refused.value.faults}


def fault_of(both: Both, sheet: Path) -> str:
    with pytest.raises(SheetError) as refused:
        looked(both, sheet)
    return refused.value.fault


def head(both: Both) -> object:
    with both.hub.desk.store.reading() as look:
        return look.history.head()
