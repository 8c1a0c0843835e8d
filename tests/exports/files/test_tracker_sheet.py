"""The tracker as a spreadsheet: formulas stay text, days stay days, bytes stay the same."""

import io
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook

from coordinator.domain.papers.tracker import Tracker
from coordinator.exports.files.tracker_sheet import tracker_sheet
from tests.exports import examples

FIRST_ROW = 5


def _rows(tracker: Tracker) -> list[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(tracker_sheet(tracker)))
    return list(book.worksheets[0].iter_rows(values_only=True))


def test_every_action_is_a_row_with_real_days() -> None:
    rows = _rows(examples.tracker(60))
    assert len(rows) == FIRST_ROW - 1 + 60
    assert rows[FIRST_ROW - 1][0] == "M26-047/1"
    assert rows[FIRST_ROW - 1][6].date() == date(2026, 11, 27)


@pytest.mark.parametrize(
    "typed",
    [
        "=1+1",
        "+44 1632 960101",
        "-2",
        "@SUM(A1)",
        "\t=1",
        " =cmd|'/C calc'!A0",
        "\r=1",
        "\n@x",
        "\u200b=1",
    ],
)
def test_text_that_starts_like_a_formula_stays_text(typed: str) -> None:
    book = load_workbook(
        io.BytesIO(tracker_sheet(examples.tracker(1, actions=(examples.action(text=typed),))))
    )
    cell = book.worksheets[0].cell(FIRST_ROW, 4)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")


def test_marking_and_reader_stand_on_top_and_on_every_printed_page() -> None:
    book = load_workbook(io.BytesIO(tracker_sheet(examples.tracker(3))))
    sheet = book.worksheets[0]
    assert sheet.cell(2, 1).value == "OFFICIAL-SENSITIVE. Copy for: Housing Options, J. Patel"
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.center.text == "OFFICIAL-SENSITIVE"


def test_an_empty_tracker_has_its_headings() -> None:
    assert _rows(examples.tracker(0))[3][0] == "No."


def test_no_text_makes_it_fail() -> None:
    odd = examples.action(text="\x00\ud800" + "x" * 40_000, owner="محمد علي", goal="😀")
    rows = _rows(examples.tracker(1, actions=(odd,)))
    assert len(rows[FIRST_ROW - 1][3]) == 32_766


def test_the_same_actions_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = tracker_sheet(examples.tracker(5))
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert tracker_sheet(examples.tracker(5)) == first
