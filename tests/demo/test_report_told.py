"""The report of the small demo as it leaves: on paper, in the spreadsheet, and read aloud."""

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from coordinator.casework.reports.quarter import read_quarter
from coordinator.casework.stores.opening import Office
from coordinator.domain.accountability import Period
from coordinator.domain.lists.reports import FigureTable
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.reports.quarter import QuarterReport
from coordinator.domain.small_numbers import LEAST_TOLD
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.learning_sheet import learning_sheet
from coordinator.exports.files.money_sheet import money_sheet
from coordinator.exports.files.quarter_sheet import quarter_sheet
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from coordinator.papers.quarter import told_parts
from coordinator.wording.labels import label
from coordinator.wording.reports import written
from tests.demo.conftest import TODAY
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.papers.test_quarter import cells_of_sheet, worked_out

_T = FigureTable
_MADE_UP = "Everybody and every figure in this demo is made up."
_PERIOD = Period(TODAY - timedelta(days=90), TODAY)


def printed_lines(report: QuarterReport) -> Iterator[str]:
    """Every line of the tables of people, as it must be read in the paper."""
    told = report.told()
    for part in told_parts(report, told).values():
        for table in part.tables:
            yield from (" ".join(written(one) for one in row if one != "") for row in table.rows)


def test_the_paper_prints_each_count_of_the_demo_as_it_is_told(
    small: Office,
) -> None:
    report = read_quarter(small.desk, _PERIOD)
    (draft,) = draft_papers(small.desk, Order(PaperKind.REPORT, Path(), period=_PERIOD))
    assert isinstance(draft.model, QuarterPaper)
    assert list(draft.model.parts) == [*told_parts(report, report.told()).values()]
    laid = lay_out(PaperKind.REPORT, draft.model)
    assert faults(laid) == []
    text = words(laid)
    lines = list(printed_lines(report))
    assert [line for line in lines if line not in text] == []
    assert any("fewer than 5" in line for line in lines)
    assert "How it is counted" in text
    assert "What it cannot say" in text
    assert "Police calls and incidents 16 56 30" in text  # the pilot, before and after


def test_what_the_demo_tells_gives_no_small_count_away(
    small: Office,
) -> None:
    report = read_quarter(small.desk, _PERIOD)
    (draft,) = draft_papers(small.desk, Order(PaperKind.REPORT, Path(), period=_PERIOD))
    assert isinstance(draft.model, QuarterPaper)
    read = cells_of_sheet(quarter_sheet(draft.model))
    summed = replace(
        report,
        tables=tuple(
            one for one in report.tables if one.table in {_T.CAME_AND_WENT, _T.CLOSED, _T.PHASES}
        ),
    )
    assert worked_out(summed, read) == set()
    for one in report.tables:
        for line, count in one.lines:
            if one.of_people and 0 < count < LEAST_TOLD:
                assert isinstance(read[label(one.table), label(line)], str)


def test_it_names_nobody_and_is_read_out_chart_by_chart(
    small: Office,
) -> None:
    (draft,) = draft_papers(small.desk, Order(PaperKind.REPORT, Path(), period=_PERIOD))
    told = everything(lay_out(PaperKind.REPORT, draft.model))
    assert "Where people are now. Engaging: " in told
    assert "What became of actions that were due. Done on time: " in told
    assert "Police calls and incidents: before 56, after 30" in told
    with small.desk.store.reading() as look:
        people = list(look.people.everybody())
    assert isinstance(draft.model, QuarterPaper)
    book = load_workbook(io.BytesIO(quarter_sheet(draft.model)))
    rows = (row for page in book for row in page.iter_rows(values_only=True))
    sheet = " ".join(str(cell) for row in rows for cell in row)
    for one in people:
        for text in (told, sheet):
            assert one.family_name not in text
            assert one.reference not in text


@pytest.mark.parametrize(
    "kind",
    [
        PaperKind.ACCOUNTABILITY,
        PaperKind.DEMAND,
        PaperKind.GAPS,
        PaperKind.LEARNING,
        PaperKind.MONEY,
        PaperKind.PLACES,
        PaperKind.REPORT,
        PaperKind.TRACKER,
    ],
)
def test_a_paper_of_a_demo_says_first_of_all_that_it_is_made_up(
    small: Office, kind: PaperKind
) -> None:
    (draft,) = draft_papers(small.desk, Order(kind, Path(), period=_PERIOD))
    text = words(lay_out(kind, draft.model))
    assert text.index(_MADE_UP) < text.index("Copy for")


@pytest.mark.parametrize(
    ("kind", "sheet"),
    [
        (PaperKind.REPORT, quarter_sheet),
        (PaperKind.LEARNING, learning_sheet),
        (PaperKind.MONEY, money_sheet),
    ],
)
def test_so_does_each_spreadsheet_of_its_figures(
    small: Office, kind: PaperKind, sheet: Callable[[Any], bytes]
) -> None:
    (draft,) = draft_papers(small.desk, Order(kind, Path(), period=_PERIOD))
    book = load_workbook(io.BytesIO(sheet(draft.model)))
    assert _MADE_UP in [cell.value for (cell,) in book.worksheets[0].iter_rows(max_col=1)]
