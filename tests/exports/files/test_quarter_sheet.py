"""The quarterly report as a spreadsheet: a sheet for each part, nothing in it that would run."""

import io
from dataclasses import replace

from openpyxl import load_workbook

from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.reports.parts import PartTable, ToldPart
from coordinator.exports.files.quarter_sheet import quarter_sheet
from tests.exports import examples

_HOSTILE = "=HYPERLINK(1)"


def sheets(report: QuarterPaper) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(io.BytesIO(quarter_sheet(report)))
    return {one.title: list(one.iter_rows(values_only=True)) for one in book.worksheets}


def test_each_part_has_a_sheet_and_counts_are_numbers() -> None:
    found = sheets(examples.quarter())
    assert list(found) == ["About", "The caseload", "Attendance"]
    rows = [row[:2] for row in found["The caseload"]]
    assert ("Phase 3 & <b>more</b>", 3) in rows
    assert ("Phase 1 & <b>more</b>", "fewer than 5") in rows
    assert ("Nothing to count in this period.", None) in rows
    assert ("In words:", None) in rows


def test_text_that_would_run_as_a_formula_stays_text() -> None:
    table = PartTable(_HOSTILE, (_HOSTILE, _HOSTILE), ((_HOSTILE, _HOSTILE),), None, _HOSTILE)
    part = ToldPart(_HOSTILE, (table,), _HOSTILE, (_HOSTILE,))
    report = replace(examples.quarter(), parts=(part, part), scope=_HOSTILE)
    book = load_workbook(io.BytesIO(quarter_sheet(report)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if str(cell.value).startswith("=")]


def test_parts_whose_names_are_long_or_alike_have_sheets_of_their_own() -> None:
    parts = tuple(ToldPart(f"{'A very long name of a part' * 3}: {at}") for at in range(3))
    found = sheets(replace(examples.quarter(), parts=(*parts, ToldPart("[/]"), ToldPart("about"))))
    assert len(found) == len(parts) + 3
    assert all(len(name) <= 31 and not set(name) & set(":\\/?*[]") for name in found)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert quarter_sheet(examples.quarter()) == quarter_sheet(examples.quarter())
