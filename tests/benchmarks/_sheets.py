"""Update sheets made and looked at, against the spreadsheet writer and reader alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

from coordinator.casework.leads.agreeing import agree_lead
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.lists.sharing import Channel
from coordinator.exchange.coming_back import review_returned
from coordinator.exchange.update_sheets import make_update_sheet
from tests.benchmarks.measuring import Row, compare
from tests.casework.entries_on_file import a_person, case_of
from tests.exchange.away_stores import panel_store
from tests.stores import WORKER, Clock

_WHY = Sending(reason="may install nothing", channel=Channel.SECURE_MAIL)
_Cells = dict[str, list[tuple[Any, ...]]]


def of_sheets(place: Path, people: int, rounds: int = 5) -> Iterator[Row]:
    """Measure a sheet of so many people, as it is made and as it is looked at."""
    hub, _kept = panel_store(place, Clock())
    for number in range(people - 1):  # one of theirs is there already
        person = a_person(hub.desk, "Wenna", f"Nance {number}")
        agree_lead(hub.desk, case_of(hub.desk, person), WORKER)
    sheet = make_update_sheet(hub.desk, WORKER, place / "out", sending=_WHY).result.path
    cells = _cells(sheet)
    what = f"update sheet of {people} people"
    yield compare(
        f"{what}, made",
        lambda: make_update_sheet(hub.desk, WORKER, place / "out", sending=_WHY),
        lambda: _write(cells, place / "plain.xlsx"),
        limit_is="openpyxl, the same cells",
        rounds=rounds,
    )
    yield compare(
        f"{what}, looked at",
        lambda: review_returned(hub.desk, sheet),
        lambda: _cells(sheet),
        limit_is="openpyxl, the same file",
        rounds=rounds,
    )
    hub.close(back_up=False)


def _cells(sheet: Path) -> _Cells:
    book = openpyxl.load_workbook(sheet, read_only=True)
    found = {page.title: list(page.iter_rows(values_only=True)) for page in book.worksheets}
    book.close()
    return found


def _write(cells: _Cells, path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    for name, rows in cells.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)
