"""Demand over the whole panel: the windows chosen, the people behind a sum, the unit costs."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from coordinator.casework.demand.costing import add_cost, read_costs
from coordinator.casework.demand.counting import note_count
from coordinator.casework.desk import Desk
from coordinator.domain.demand.rules import NewCost
from coordinator.domain.demand.views import Wanted
from coordinator.domain.demand.windows import Edges
from coordinator.domain.lists.measures import DemandMeasure
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import ImportPlace, PapersPlace, PersonPlace
from coordinator.ui.screens.demand.presenter import DemandPresenter, Shown
from coordinator.ui.screens.demand.view import DemandView, Part
from coordinator.ui.shared.asking import Asking
from tests.casework.demand.counted import months_of, somebody_since
from tests.stores import COUNCIL, OFFICER, sitting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs

AGREED = date(2026, 3, 14)
CALLS = DemandMeasure.POLICE_CALLS
THREE = DemandPlace(Wanted(months=3))


class Page:
    """The page as it would be shown, on a real store."""

    def __init__(self, desk: Desk, place: DemandPlace = THREE) -> None:
        self.shown: Shown | None = None
        self.gone: list[Any] = []
        self.forms, self.jobs = Forms(), ImmediateJobs(desk)
        self.presenter = DemandPresenter(
            self.jobs,
            self,
            Asking(self.jobs, self.forms),
            (self.gone.append, self.gone.append),
            place,
        )
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_demand(self, shown: Shown) -> None:
        self.shown = shown

    @property
    def now(self) -> Shown:
        assert self.shown is not None
        return self.shown


@pytest.fixture
def people(desk: Desk) -> list[UUID]:
    found = []
    for name, counts in (("Kezia", [2, 0, 3, 7, 1, 0, 0]), ("Petroc", [1, None, 1])):
        person = somebody_since(desk, date(2026, 2, 20), AGREED, name)
        found.append(person)
        for one in months_of(date(2025, 12, 1), counts):
            note_count(desk, person, one)
    return found


def test_other_windows_are_read_and_kept_as_the_place(desk: Desk, people: list[UUID]) -> None:
    page = Page(desk)
    assert page.now.demand.measures[0].totals.before == 5
    wanted = Wanted(12, Edges.TO_THE_DAY, closed_too=True)
    page.presenter.choose(wanted)
    assert page.gone == [DemandPlace(wanted)]
    assert page.now.demand.wanted == wanted
    assert page.now.demand.measures[0].totals.people == 0


def test_it_leads_to_people_to_lists_and_to_the_paper_of_the_same_windows(
    desk: Desk, people: list[UUID]
) -> None:
    page = Page(desk)
    page.presenter.open_person(people[0])
    page.presenter.bring_in()
    page.presenter.make_paper()
    assert page.gone == [
        PersonPlace(people[0]),
        ImportPlace(target="demand"),
        PapersPlace(kind="demand", demand=THREE.wanted),
    ]


def test_a_unit_cost_is_typed_in_pounds_with_source_and_year(
    desk: Desk, people: list[UUID]
) -> None:
    page = Page(desk)
    page.presenter.add_cost()
    said = {"measure": CALLS, "pence": "12.3.4", "price_year": "2023/24", "source": "A list"}
    page.forms.answer(**said, note="")
    assert set(page.forms.faults) == {"pence"}
    page.forms.answer(**{**said, "pence": "£1,234.50"}, note="")
    (row,) = page.now.costs.costs
    assert (row.pence, row.price_year) == (123_450, "2023/24")
    assert page.now.demand.measures[0].pence_before == 5 * 123_450
    page.presenter.change_cost(row)
    page.forms.answer(pence="10")
    assert page.now.costs.costs[0].pence == 1000
    page.presenter.end_cost(page.now.costs.costs[0])
    page.forms.answer(reason="Out of date")
    assert read_costs(desk).costs == ()


@pytest.fixture
def view(look: theme.Look) -> Iterator[DemandView]:
    made = DemandView()
    made.resize(1000, 800)
    yield made
    made.deleteLater()


def said(view: DemandView) -> str:
    return "\n".join(one.text() for one in view.findChildren(QLabel) if not one.isHidden())


def test_the_row_tells_of_whom_the_sums_are_and_what_they_are_said_to_cost(
    desk: Desk, people: list[UUID], view: DemandView
) -> None:
    add_cost(desk, NewCost(CALLS, 25_650, "2023/24", "A list somebody published"))
    view.show_demand(Page(desk).now)
    told = said(view)
    assert "Of 1 of 2 people, known before and after." in told
    assert "for 1 person the time before is not known to the end" in told
    assert "£1,282.50 before, £256.50 after" in told
    assert "Indicative only" in told
    assert [pair.before.words for pair in view.chart.chart.pairs] == ["5"]
    rows = view.people.model()
    cells = [str(rows.index(at, 5).data()) for at in range(rows.rowCount())]
    assert cells == ["Yes", "No: before not known"]


def test_nothing_counted_says_so_and_draws_nothing(desk: Desk, view: DemandView) -> None:
    view.show_demand(Page(desk).now)
    assert "Nothing was counted yet." in said(view)
    assert not view.chart.isVisibleTo(view)
    view.show_part(Part.COSTS)
    assert "£19,000" in said(view)
    assert "None comes with the program." in said(view)


def test_whoever_may_change_nothing_is_offered_nothing(
    desk: Desk, people: list[UUID], view: DemandView
) -> None:
    view.show_demand(Page(sitting(desk, OFFICER, Role.AUDITOR, COUNCIL)).now)
    view.show_part(Part.COSTS)
    words = {one.text() for one in view.findChildren(QPushButton) if one.isVisibleTo(view)}
    assert words == {"Before and after", "Unit costs"}


def test_another_choice_is_told_whole(desk: Desk, people: list[UUID], view: DemandView) -> None:
    heard: list[Wanted] = []
    view.wanted.connect(heard.append)
    view.show_demand(Page(desk).now)
    view.whose.setCurrentIndex(1)
    view.whose.activated.emit(1)
    assert heard == [Wanted(3, closed_too=True)]
