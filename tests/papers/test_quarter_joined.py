"""What other rooms bring to the quarterly report: whole, as numbers, and with where it is from."""

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from coordinator.casework.demand.costing import add_cost
from coordinator.casework.demand.counting import note_count
from coordinator.casework.desk import Desk
from coordinator.domain.demand.rules import NewCost
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.papers.quarter import QuarterPaper
from coordinator.domain.reports.parts import ToldPart
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.quarter_sheet import quarter_sheet
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Order
from coordinator.wording.demand_report import NOTHING
from tests.casework.demand.counted import months_of, somebody_since
from tests.casework.money.asked_for import asked, somebody_with_a_goal
from tests.exports.reading import everything, words
from tests.exports.structure import faults

NAMES = ("Kezia", "Petroc", "Wenna", "Jory", "Demelza")
CALLS, AE = DemandMeasure.POLICE_CALLS, DemandMeasure.AE_ATTENDANCES
BEFORE, AGREED = date(2025, 9, 1), date(2026, 3, 1)


def report(desk: Desk) -> QuarterPaper:
    (draft,) = draft_papers(desk, Order(PaperKind.REPORT, Path()))
    assert isinstance(draft.model, QuarterPaper)
    return draft.model


def five_people(desk: Desk) -> None:
    """Twelve calls each before and after, and visits that are known before only."""
    for name in NAMES:
        person = somebody_since(desk, date(2026, 2, 20), AGREED, name)
        for one in months_of(BEFORE, [2] * 6 + [1] * 6):
            note_count(desk, person, one)
        for one in months_of(BEFORE, [3] * 6, AE):
            note_count(desk, person, one)


def rows_of(paper: QuarterPaper, title: str) -> dict[object, tuple[object, ...]]:
    """Give the rows of the sheet of this name by what they are of."""
    sheet = load_workbook(io.BytesIO(quarter_sheet(paper)))[title]
    return {row[0]: row[1:] for row in sheet.iter_rows(values_only=True)}


def part_of(paper: QuarterPaper, title: str) -> ToldPart:
    return next(one for one in paper.parts if one.title == title)


def test_demand_stands_in_the_spreadsheet_as_numbers_that_can_be_summed(desk: Desk) -> None:
    five_people(desk)
    add_cost(desk, NewCost(CALLS, 10_050, "2023/24", "A list somebody published"))
    rows = rows_of(report(desk), "Demand before and after")
    assert rows["Police calls and incidents"] == (5, 60, 30, -30, 6030, 3015)
    assert rows["Measure"][-2:] == ("Indicative before", "Indicative after")


def test_a_measure_known_on_one_side_only_is_not_left_out_nor_told_as_nought(desk: Desk) -> None:
    five_people(desk)
    paper = report(desk)
    rows = rows_of(paper, "Demand before and after")
    assert rows["A&E attendances"][:4] == ("5, before only", 90, "not known yet", NOTHING)
    (table,) = part_of(paper, "Demand before and after").tables
    assert "People looked at: 5." in table.explained


def test_indicative_money_has_its_source_and_price_year_on_the_same_page(desk: Desk) -> None:
    five_people(desk)
    assert "Indicative" not in words(lay_out(PaperKind.REPORT, report(desk)))
    add_cost(desk, NewCost(CALLS, 10_050, "2023/24", "A list somebody published"))
    printed = words(lay_out(PaperKind.REPORT, report(desk)))
    assert "£6,030" in printed
    assert "Indicative only" in printed
    assert "£100.50 for one, prices of 2023/24 (A list somebody published)" in printed


def test_demand_is_drawn_and_the_chart_is_read_out(desk: Desk) -> None:
    five_people(desk)
    laid = lay_out(PaperKind.REPORT, report(desk))
    assert faults(laid) == []
    (table,) = part_of(report(desk), "Demand before and after").tables
    assert table.chart is not None
    assert table.chart.words in everything(laid)


def test_money_stands_in_the_spreadsheet_to_the_penny(desk: Desk) -> None:
    for name in NAMES:
        person, goal = somebody_with_a_goal(desk, name)
        asked(desk, person, goal, 10)
        asked(desk, person, goal, 20)
    rows = rows_of(report(desk), "Money")
    assert Decimal(str(rows["Together"][0])) == Decimal("1.5")
    assert rows["Together"][1:] == (0, 0, 0)
