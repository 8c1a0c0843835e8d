"""The money ledger as a paper and a spreadsheet: right to the penny, people by reference."""

import io
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.money.allocating import add_allocation
from coordinator.casework.money.book import read_ledger
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.requests import ask_for_money, withdraw_request
from coordinator.casework.money.spending import note_move, take_back_move
from coordinator.domain.accountability import Period
from coordinator.domain.errors import GuardError, InvalidFieldsError, NotPermittedError
from coordinator.domain.lists.measures import FundingSource, MoneyMove
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.book import Amounts, LedgerEvent
from coordinator.domain.money.rules import NewEntry
from coordinator.domain.papers.money import MoneyPaper
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.money_sheet import money_sheet
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.money.asked_for import (
    a_request,
    agreed,
    asked,
    came_back,
    somebody_with_a_goal,
    spent,
    yes,
)
from tests.casework.money.asked_for import (
    given as a_gift,
)
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.stores import COORDINATOR, HEALTH, NURSE, TODAY, Clock, sitting
from tests.switched import switch_on
from tests.told_elsewhere import told_elsewhere

WEEK = timedelta(days=7)
DONATED = FundingSource.DONATED_FUND


def ledger(desk: Desk, period: Period | None = None) -> MoneyPaper:
    (draft,) = draft_papers(desk, Order(PaperKind.MONEY, Path(), period=period))
    assert isinstance(draft.model, MoneyPaper)
    return draft.model


def printed(paper: MoneyPaper) -> str:
    return " ".join(words(lay_out(PaperKind.MONEY, paper)).split())


def cells(paper: MoneyPaper, sheet: str) -> Iterator[tuple[object, ...]]:
    yield from load_workbook(io.BytesIO(money_sheet(paper)))[sheet].iter_rows(values_only=True)


def test_every_movement_stands_with_what_it_was_for_and_who_decided(desk: Desk) -> None:
    kezia, bed = somebody_with_a_goal(desk)
    line = agreed(desk, kezia, bed, 30_000)
    note_move(desk, line, spent(12_001, "Folder, page 3"))
    note_move(desk, line, came_back(501))
    wrong = note_move(desk, line, spent(3_000)).result
    take_back_move(desk, wrong, reason="Another person's")
    refused = asked(desk, kezia, bed, 900)
    decide_money(desk, refused, yes(None, "Not now"), seen=1)
    part = asked(desk, kezia, bed, 800)
    decide_money(desk, part, yes(799), seen=1)
    withdraw_request(desk, asked(desk, kezia, bed, 700), seen=1, reason="Given by a friend")
    told = [one.what for one in read_ledger(desk).moves]
    assert sorted(told) == sorted(
        (*[LedgerEvent.ASKED] * 4, *(one for one in LedgerEvent if one is not LedgerEvent.ASKED))
    )
    text = printed(ledger(desk))
    for part_of in (
        "Spent",
        "KP-0001",
        "A bed",
        "For the goal: A bed of my own",
        "Personal budget",
        "£120.01",
        "Folder, page 3",
        "Entry taken back: £30, not counted",
        "It is cheaper than a hostel",
        "Not now",
        "Given by a friend",
        "Together £324 £307.99 £120.01 £5.01",
    ):
        assert part_of in text
    assert "Trelawny" not in everything(lay_out(PaperKind.MONEY, ledger(desk)))


def test_a_fund_has_at_the_end_what_it_had_and_what_moved(desk: Desk, clock: Clock) -> None:
    kezia, bed = somebody_with_a_goal(desk)
    add_allocation(desk, a_gift(100_000))
    line = agreed(desk, kezia, bed, 30_000)
    note_move(desk, line, spent(10_000))
    clock.move(days=7)
    note_move(desk, line, NewEntry(MoneyMove.SPENT, 1, desk.today(), "R"))
    note_move(desk, line, NewEntry(MoneyMove.RETURNED, 250, desk.today()))
    first = Period(TODAY, TODAY)
    since = Period(TODAY + timedelta(days=1), desk.today())
    (flow,) = read_ledger(desk, first).funds
    assert (flow.opening, flow.given, flow.spent, flow.closing) == (100_000, 0, 10_000, 90_000)
    (flow,) = read_ledger(desk, since).funds
    assert (flow.opening, flow.spent, flow.returned, flow.closing) == (90_000, 1, 250, 90_249)
    whole = Period(TODAY.replace(month=1, day=1), desk.today())
    (flow,) = read_ledger(desk, whole).funds
    assert (flow.opening, flow.given, flow.closing) == (0, 100_000, 90_249)
    assert "£902.49" in printed(ledger(desk, since))


def test_a_fund_nothing_is_written_down_for_has_no_balance(desk: Desk) -> None:
    kezia, bed = somebody_with_a_goal(desk)
    new = a_request(bed, 500, funding=DONATED, own_funding="Make it Count")
    line = ask_for_money(desk, kezia, new).result
    decide_money(desk, line, yes(500), seen=1)
    assert read_ledger(desk).funds == ()  # nothing went out yet
    note_move(desk, line, spent(500))
    (flow,) = read_ledger(desk).funds
    assert (flow.opening, flow.closing, flow.spent) == (None, None, 500)
    text = printed(ledger(desk))
    assert "Make it Count Nothing is written down as given Not known £0 £5 £0 Not known" in text


def test_whom_the_sitter_may_not_know_of_is_in_the_sums_alone(desk: Desk) -> None:
    kezia, bed = somebody_with_a_goal(desk)
    tamsyn, cooker = somebody_with_a_goal(desk, "Tamsyn")
    note_move(desk, agreed(desk, kezia, bed, 30_000), spent(10_000, "Kezia's folder"))
    note_move(desk, agreed(desk, tamsyn, cooker, 5_000), spent(4_999))
    assert ledger(desk).others is None
    exclude_worker(desk, kezia, professional_id=COORDINATOR, reason="They are related")
    paper = ledger(desk)
    assert {one.reference for one in paper.lines} == {"KP-0002"}
    assert paper.others == Amounts(30_000, 30_000, 10_000)
    assert paper.whole == Amounts(35_000, 35_000, 14_999)
    text = everything(lay_out(PaperKind.MONEY, paper))
    assert "Others, not shown here" in text
    whole = text + str(list(cells(paper, "Movements")))
    for one in ("KP-0001", "Kezia", "Trelawny"):
        assert one not in whole


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pence=st.lists(st.integers(1, 10_000_000), min_size=1, max_size=4), data=st.data())
def test_the_spreadsheet_is_exact_and_its_lines_make_its_sums(
    desk: Desk, pence: list[int], data: st.DataObject
) -> None:
    person, goal = somebody_with_a_goal(desk)
    for one in pence:
        kept = data.draw(st.sampled_from(Sensitivity))
        line = ask_for_money(desk, person, a_request(goal, one, sensitivity=kept)).result
        decide_money(desk, line, yes(one), seen=1)
        note_move(desk, line, spent(one))
    paper = ledger(desk)
    head, *rows = cells(paper, "Movements")
    for at, name in enumerate(("asked", "agreed", "spent", "returned"), head.index("Asked for")):
        exact = [_pence(row[at]) for row in rows]
        assert sum(exact[:-1]) == exact[-1] == getattr(paper.whole, name)


def _pence(cell: object) -> int:
    """Give the pence of a cell: nothing in it is rounded."""
    pence = Decimal(str(cell or 0)) * 100
    assert pence == int(pence)
    return int(pence)


def test_no_text_of_the_spreadsheet_runs_as_a_formula(desk: Desk) -> None:
    person, goal = somebody_with_a_goal(desk)
    line = ask_for_money(desk, person, a_request(goal, 500, purpose="=HYPERLINK(1)")).result
    decide_money(desk, line, yes(500, "@SUM(A1)"), seen=1)
    note_move(desk, line, spent(500, "-2+3"))
    book = load_workbook(io.BytesIO(money_sheet(ledger(desk))))
    found = [cell for page in book for row in page.iter_rows() for cell in row]
    assert [cell.value for cell in found if cell.data_type == "f"] == []
    assert {"'=HYPERLINK(1)", "'@SUM(A1)", "'-2+3"} <= {cell.value for cell in found}


def test_without_any_money_it_says_so(desk: Desk) -> None:
    switch_on(desk, Feature.MONEY)
    laid = lay_out(PaperKind.MONEY, ledger(desk))
    assert faults(laid) == []
    assert "Nothing was asked for, decided, spent or given back." in words(laid)


def test_it_goes_with_its_spreadsheet_and_only_to_who_answers_for_the_money(
    desk: Desk, tmp_path: Path
) -> None:
    switch_on(desk, Feature.MONEY)
    made = make_papers(desk, [Order(PaperKind.MONEY, tmp_path)])
    assert [path.suffix for path in made] == [".pdf", ".xlsx"]
    with pytest.raises(GuardError):
        make_papers(desk, [Order(PaperKind.MONEY, tmp_path, agency="Kerrow Police")])
    for role in (Role.LEAD_PROFESSIONAL, Role.COMMISSIONER, Role.REPRESENTATIVE):
        with pytest.raises(NotPermittedError):
            list(draft_papers(sitting(desk, NURSE, role, HEALTH), Order(PaperKind.MONEY, Path())))
    with pytest.raises(InvalidFieldsError):
        ledger(desk, Period(TODAY, TODAY + WEEK))


def test_what_two_people_wrote_of_money_is_marked_where_it_stands(desk: Desk) -> None:
    kezia, bed = somebody_with_a_goal(desk)
    line = agreed(desk, kezia, bed)
    paid = note_move(desk, line, spent(100)).result
    told_elsewhere(desk, "budget_line", line, "asked_pence", 40_000)
    told_elsewhere(desk, "budget_entry", paid, "receipt", "R-9")
    asked_for, decided, gone = ledger(desk).lines
    assert [one.what for one in asked_for.unsettled] == ["Asked for"]
    assert asked_for.unsettled[0].says == ("£300", "£400")
    assert decided.unsettled == ()  # what was asked for stands in the line above
    assert [one.says for one in gone.unsettled] == [("R-1", "R-9")]
    text = printed(ledger(desk))
    assert "Not settled. Asked for: £300 (Kerrow Council, Thu 19 Nov) or £400" in text
    (_head, first, *_others) = cells(ledger(desk), "Movements")
    assert "£400" in str(first[-1])
