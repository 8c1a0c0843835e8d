"""The sheet an agency fills in: what is locked, what is offered, what stays text."""

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.returns import ReturnLine, ReturnSheet
from coordinator.exports.files.return_sheet import return_sheet
from coordinator.wording.labels import label
from tests.returns import BARRIER, CODE, DONE_ON, HEADING, LINE, NEW_DATE, OUTCOME

TODAY = date(2026, 11, 20)
TO_FILL = {OUTCOME, BARRIER, DONE_ON, NEW_DATE, LINE}


def line(**said: Any) -> ReturnLine:
    usual: dict[str, Any] = {
        "number": "M26-047/1",
        "person": "TG (KP-0142)",
        "text": "Ring the surgery",
        "owner": "Rhys Roskilly",
        "due": date(2026, 11, 27),
        "stood": "Open",
        "code": "c" * 32,
    }
    return ReturnLine(**(usual | said))


def model(*lines: ReturnLine) -> ReturnSheet:
    imprint = Imprint("Kerrow Panel", "KP", TODAY, "OFFICIAL-SENSITIVE", recipient="Kerrow Homes")
    meeting = date(2026, 11, 26)
    return ReturnSheet(imprint, "Kerrow Homes", "R-1f3a9c2e-77ab01cd-142", lines, meeting)


def opened(*lines: ReturnLine) -> Worksheet:
    return load_workbook(io.BytesIO(return_sheet(model(*lines)))).worksheets[0]


def test_only_the_cells_to_fill_are_open_and_no_password_keeps_anybody_out() -> None:
    sheet = opened(line(), line(number="M26-047/2"))
    assert sheet.protection.sheet
    assert not sheet.protection.password
    rows = sheet.iter_rows(min_row=HEADING + 1)
    free = {cell.column for row in rows for cell in row if not cell.protection.locked}
    assert free == TO_FILL
    heads = next(sheet.iter_rows(min_row=HEADING, max_row=HEADING))
    assert all(cell.protection.locked for cell in heads)


def test_outcomes_and_barriers_are_chosen_from_lists() -> None:
    book = load_workbook(io.BytesIO(return_sheet(model(line(), line()))))
    lists = book["Lists"]
    assert lists.sheet_state == "hidden"
    outcomes = [cell.value for cell in lists["A"] if cell.value]
    assert outcomes[0] == "Done"
    assert "Could not be done" in outcomes
    assert {"Open", "Passed to a new owner"}.isdisjoint(outcomes)
    assert [cell.value for cell in lists["B"]] == [label(one) for one in BarrierCategory]
    offered = {
        str(one.sqref): one.formula1 for one in book.worksheets[0].data_validations.dataValidation
    }
    assert offered == {"G5:G6": "'Lists'!$A$1:$A$8", "H5:H6": "'Lists'!$B$1:$B$37"}


def test_it_prints_across_on_a4_with_its_headings_and_marking() -> None:
    sheet = opened(line())
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "B5"
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "OFFICIAL-SENSITIVE"
    assert sheet.column_dimensions["L"].hidden


def test_the_top_says_for_whom_how_and_by_when() -> None:
    sheet = opened(line())
    said = " ".join(str(sheet.cell(row, 1).value) for row in range(1, HEADING))
    for words in (
        "Kerrow Panel: actions of Kerrow Homes, Fri 20 November 2026",
        "OFFICIAL-SENSITIVE",
        "R-1f3a9c2e-77ab01cd-142",
        "'Could not be done' needs what stopped it",
        "before the meeting on Thu 26 November 2026",
    ):
        assert words in said


@pytest.mark.parametrize("typed", ["=1+1", "+44 1632 960101", "@SUM(A1)", " =cmd|'/C calc'!A0"])
def test_words_that_start_like_a_formula_stay_words(typed: str) -> None:
    cell = opened(line(text=typed, owner=typed)).cell(HEADING + 1, 3)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_long_words_get_a_higher_row() -> None:
    sheet = opened(line(), line(text="Ring the surgery again. " * 20))
    heights = [sheet.row_dimensions[row].height or 0 for row in (HEADING + 1, HEADING + 2)]
    assert heights[1] > 2 * heights[0]


def test_the_same_actions_give_the_same_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    first = return_sheet(model(line()))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert return_sheet(model(line())) == first
    assert load_workbook(io.BytesIO(first)).worksheets[0].cell(HEADING + 1, CODE).value
