"""Money on a person's page and on its own: the forms, what is told, and who may."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead
from coordinator.casework.money.allocating import add_allocation
from coordinator.casework.money.deciding import decide_money
from coordinator.casework.money.reading import read_money, read_panel_money
from coordinator.casework.people.entering import record_death
from coordinator.domain.accountability import Period
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.measures import FundingSource
from coordinator.domain.lists.panel import Feature
from coordinator.domain.money.views import PanelMoney, PersonMoney
from coordinator.domain.roles import Role
from coordinator.domain.states import BudgetStatus, Sensitivity
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PapersPlace
from coordinator.ui.screens.money.presenter import MoneyPagePresenter
from coordinator.ui.screens.money.view import MoneyView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.money_forms import Deed, Said
from coordinator.ui.shared.money_part import MoneyPart
from coordinator.ui.shared.money_presenting import MoneyPresenter
from coordinator.wording.refusals.notices import notice_for
from tests.casework.entries_on_file import case_of
from tests.casework.money.asked_for import agreed, asked, given, somebody_with_a_goal, yes
from tests.stores import CHAIR, HEALTH, NURSE, TODAY, Clock, sitting
from tests.switched import switch_off, switch_on
from tests.ui.desks import Forms, Told
from tests.ui.immediate import ImmediateJobs

ASK = {
    "purpose": "A bed",
    "pence": "£300.50",
    "funding": FundingSource.PERSONAL_BUDGET,
    "own_funding": "",
}


class Page:
    """This part of a page as it would be shown, on a real store."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.shown: PersonMoney | None = None
        self.forms, self.jobs = Forms(), ImmediateJobs(desk)
        self.presenter = MoneyPresenter(self.jobs, self, Asking(self.jobs, self.forms), person)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_money(self, money: PersonMoney) -> None:
        self.shown = money

    def show_nothing(self) -> None:
        self.shown = None

    @property
    def money(self) -> PersonMoney:
        assert self.shown is not None
        return self.shown


@pytest.fixture
def somebody(desk: Desk) -> tuple[UUID, UUID]:
    return somebody_with_a_goal(desk)


@pytest.fixture
def page(desk: Desk, somebody: tuple[UUID, UUID]) -> Page:
    return Page(desk, somebody[0])


def ask(page: Page, goal: UUID) -> None:
    page.presenter.ask()
    page.forms.answer(**ASK, goal_id=goal, sensitivity=Sensitivity.STANDARD)


def test_money_is_asked_for_in_pounds(page: Page, somebody: tuple[UUID, UUID]) -> None:
    page.presenter.ask()
    page.forms.answer(**{**ASK, "pence": "three hundred"}, goal_id=somebody[1])
    assert page.forms.faults == {"pence": "not-an-amount"}
    page.forms.answer(**{**ASK, "pence": "1,234.5"}, goal_id=somebody[1])
    (line,) = page.money.lines
    assert (line.asked_pence, line.status) == (123_450, BudgetStatus.ASKED)


def test_the_chair_decides_in_part_and_sees_what_is_left(
    desk: Desk, page: Page, somebody: tuple[UUID, UUID]
) -> None:
    add_allocation(desk, given(50_000))
    ask(page, somebody[1])
    (line,) = page.money.lines
    page.presenter.do(Deed.DECIDE, line)
    assert page.forms.question is not None
    assert "£500 can still be agreed" in page.forms.question.about
    page.forms.answer(choice=None, pence="", reason="", decided_by=CHAIR)
    assert page.forms.faults == {"choice": "required"}
    page.forms.answer(choice=Said.IN_PART, pence="200", reason="A smaller one will do")
    assert page.money.lines[0].status is BudgetStatus.PART_AGREED
    assert page.money.positions[line.fund].free == 30_000


def test_overspending_asks_why_in_the_same_form(
    desk: Desk, page: Page, somebody: tuple[UUID, UUID]
) -> None:
    agreed(desk, *somebody)
    page.presenter.load()
    page.presenter.do(Deed.SPEND, page.money.lines[0])
    page.forms.answer(pence="301", happened_on=TODAY, receipt="R-1", note="")
    assert page.money.lines[0].standing.net == 0
    assert page.forms.question is not None
    (why,) = [one.name for one in page.forms.question.asks if "over-budget" in one.name]
    page.forms.answer(**{why: "It cost more"})
    (line,) = page.money.lines
    assert line.standing.is_overspent
    assert line.entries[0].note == "It cost more"


def test_a_receipt_is_named_an_entry_taken_back_and_the_account_closed(
    desk: Desk, page: Page, somebody: tuple[UUID, UUID]
) -> None:
    agreed(desk, *somebody)
    page.presenter.load()
    for pence in ("300", "1"):
        page.presenter.do(Deed.SPEND, page.money.lines[0])
        page.forms.answer(pence=pence, happened_on=TODAY, receipt="", note="")
        if page.forms.question is not None:
            names = [one.name for one in page.forms.question.asks]
            page.forms.answer(**{one: "Why" for one in names if "over-budget" in one})
    first, second = sorted(page.money.lines[0].entries, key=lambda one: -one.pence)
    page.presenter.take_back(second)
    page.forms.answer(reason="Typed twice")
    page.presenter.name_receipt(first)
    page.forms.answer(receipt="Folder 3")
    page.presenter.do(Deed.SETTLE, page.money.lines[0])
    page.forms.answer()
    assert page.money.lines[0].status is BudgetStatus.SETTLED


def test_nothing_is_shown_until_it_is_switched_on_or_on_file(
    desk: Desk, somebody: tuple[UUID, UUID], look: theme.Look
) -> None:
    del look  # only that there is one
    switch_off(desk, Feature.MONEY)
    part = MoneyPart()
    part.show_money(read_money(desk, somebody[0]))
    assert part.isHidden()
    switch_on(desk, Feature.MONEY)
    part.show_money(read_money(desk, somebody[0]))
    assert not part.isHidden()
    asked(desk, *somebody)
    part.show_money(read_money(desk, somebody[0]))
    names = [one.accessibleName() for one in part.findChildren(QPushButton)]
    assert "Decide: A bed: £300" in names


def test_a_lead_asks_and_spends_and_does_not_decide(
    desk: Desk, somebody: tuple[UUID, UUID], look: theme.Look
) -> None:
    del look  # only that there is one
    switch_on(desk, Feature.MONEY)
    asked(desk, *somebody)
    part = MoneyPart()
    agree_lead(desk, case_of(desk, somebody[0]), NURSE)
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    told = read_money(lead, somebody[0])
    assert (told.may_ask, told.may_decide, told.positions) == (True, False, {})
    part.show_money(told)
    names = [one.accessibleName() for one in part.findChildren(QPushButton)]
    assert "Change: A bed: £300" in names
    assert not [one for one in names if one.startswith(("Decide", "Settle"))]


def test_the_page_of_the_panel_tells_what_waits_and_what_is_left(
    desk: Desk, somebody: tuple[UUID, UUID], look: theme.Look
) -> None:
    del look  # only that there is one
    view, forms, jobs, told = MoneyView(), Forms(), ImmediateJobs(desk), Told()
    presenter = MoneyPagePresenter(jobs, view, Asking(jobs, forms), told.go)
    jobs.listeners.append(presenter.look_again)
    switch_off(desk, Feature.MONEY)
    presenter.load()
    assert _says(view, "This panel does not use personal budgets")
    switch_on(desk, Feature.MONEY)
    presenter.add()
    year = {"from_on": TODAY.replace(month=1, day=1), "to_on": TODAY.replace(month=12, day=31)}
    forms.answer(funding=FundingSource.PERSONAL_BUDGET, own_funding="", pence="1,000",
                 given_by="The council", note="", **year)  # fmt: skip
    asked(desk, *somebody)
    presenter.load()
    assert _says(view, "£1,000 given, £0 gone out; £1,000 can still be agreed.")
    money = read_panel_money(desk)
    presenter.do(Deed.DECIDE, money.waiting[0].line)
    forms.answer(choice=Said.IN_FULL, pence="", reason="Agreed", decided_by=CHAIR)
    assert _says(view, "Nothing waits.")
    assert _says(view, "£700 can still be agreed")
    presenter.open_person(somebody[0])
    assert told.places[0].person == somebody[0]
    _taken_back(presenter, forms, desk)


def test_after_a_death_neither_page_offers_a_decision_and_both_say_why(
    desk: Desk, somebody: tuple[UUID, UUID], look: theme.Look
) -> None:
    del look  # only that there is one
    asked(desk, *somebody)
    record_death(desk, somebody[0], died_on=TODAY, source="The hospital")
    view, jobs = MoneyView(), ImmediateJobs(desk)
    presenter = MoneyPagePresenter(jobs, view, Asking(jobs, Forms()), Told().go)
    presenter.load()
    part = MoneyPart()
    part.show_money(read_money(desk, somebody[0]))
    with pytest.raises(GuardError) as refused:
        decide_money(desk, read_panel_money(desk).waiting[0].line.id, yes(100), seen=1)
    told = notice_for(refused.value).what
    for page in (view, part):
        names = [one.accessibleName() for one in page.findChildren(QPushButton)]
        assert not [one for one in names if one.startswith(("Decide", "Change"))]
        assert _says(page, told)
    assert "Withdraw: A bed: £300" in [
        one.accessibleName() for one in part.findChildren(QPushButton)
    ]


def test_the_ledger_is_a_paper_of_the_days_that_are_said(
    desk: Desk, somebody: tuple[UUID, UUID], look: theme.Look
) -> None:
    del look  # only that there is one
    view, forms, jobs, told = MoneyView(), Forms(), ImmediateJobs(desk), Told()
    presenter = MoneyPagePresenter(jobs, view, Asking(jobs, forms), told.go)
    presenter.load()
    (button,) = (one for one in view.findChildren(QPushButton) if "Ledger" in one.text())
    assert button.isHidden()  # there is nothing to tell yet
    asked(desk, *somebody)
    presenter.load()
    assert not button.isHidden()
    presenter.ask_days()
    forms.answer(from_on=TODAY, until_on=TODAY - timedelta(days=1))
    assert forms.faults == {"until_on": "before-start"}
    forms.answer(from_on=TODAY - timedelta(days=7), until_on=TODAY)
    week = Period(TODAY - timedelta(days=7), TODAY)
    assert told.places == [PapersPlace(kind="money", period=week)]


def test_what_was_given_for_years_long_over_stands_behind_a_link(
    desk: Desk, look: theme.Look
) -> None:
    del look  # only that there is one
    switch_on(desk, Feature.MONEY)
    add_allocation(desk, given(100_000))
    for years, pence in ((1, 11_100), (3, 33_300)):
        year = TODAY.year - years
        first, last = date(year, 1, 1), date(year, 12, 31)
        add_allocation(desk, given(pence, from_on=first, to_on=last))
    view, jobs = MoneyView(), ImmediateJobs(desk)
    MoneyPagePresenter(jobs, view, Asking(jobs, Forms()), Told().go).load()
    assert _says(view, "£1,000 given")
    assert _says(view, "£111 given")  # last year is looked back on
    assert not _says(view, "£333 given")
    links = view.findChildren(QPushButton)
    (more,) = [one for one in links if one.accessibleName() == "Show money given earlier"]
    more.click()
    assert _says(view, "£333 given")
    view.show_money(read_panel_money(desk))
    assert _says(view, "£333 given")  # and stays when it is read again


def test_requests_that_are_open_stand_first_and_those_long_over_behind_a_link(
    desk: Desk, somebody: tuple[UUID, UUID], clock: Clock, look: theme.Look
) -> None:
    del look  # only that there is one
    agreed(desk, *somebody, 100)
    refused = asked(desk, *somebody, 200)
    decide_money(desk, refused, yes(None, "Another fund pays"), seen=1)
    clock.move(days=370)
    lately = asked(desk, *somebody, 300)
    decide_money(desk, lately, yes(None, "Another fund pays"), seen=1)
    view, jobs = MoneyView(), ImmediateJobs(desk)
    MoneyPagePresenter(jobs, view, Asking(jobs, Forms()), Told().go).load()
    assert _asked_for(view) == ["£1", "£3"]
    links = view.findChildren(QPushButton)
    (more,) = [one for one in links if "requests" in one.accessibleName()]
    more.click()
    assert _asked_for(view) == ["£1", "£3", "£2"]


def _asked_for(view: MoneyView) -> list[str]:
    rows = view.table.model()
    return [str(rows.index(at, 3).data()) for at in range(rows.rowCount())]


def _taken_back(presenter: MoneyPagePresenter, forms: Forms, desk: Desk) -> None:
    money: PanelMoney = read_panel_money(desk)
    presenter.change(money.allocations[0])
    forms.answer(pence="900")
    presenter.end(read_panel_money(desk).allocations[0])
    forms.answer(reason="Given to another panel")
    assert [one.pence for one in read_panel_money(desk).ended] == [90_000]


def _says(view: QWidget, words: str) -> bool:
    return any(words in one.text() for one in view.findChildren(QLabel))
