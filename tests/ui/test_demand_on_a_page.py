"""How often somebody needed services, on their page: the forms, the windows, and who may."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from coordinator.casework.demand.counting import note_count
from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import record_death
from coordinator.domain.demand.views import PersonDemand
from coordinator.domain.demand.windows import Edges, Known
from coordinator.domain.lists.measures import Completeness, DemandMeasure, MeasureMethod
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.ui.kit import theme
from coordinator.ui.screens.person.demand.presenter import DemandPresenter
from coordinator.ui.screens.person.demand.view import DemandPart
from coordinator.ui.shared.asking import Asking
from tests.casework.demand.counted import JUNE, months_of, somebody_since
from tests.stores import OFFICER, POLICE, TODAY, sitting
from tests.ui.desks import Forms
from tests.ui.immediate import ImmediateJobs

AGREED = date(2026, 3, 14)
SAID: dict[str, Any] = {
    "measure": DemandMeasure.AE_ATTENDANCES,
    "from_on": date(2026, 6, 1),
    "to_on": date(2026, 6, 30),
    "completeness": Completeness.FULL,
    "count": 3,
    "agency_id": None,
    "source": "Ward list",
    "as_at": TODAY,
    "method": MeasureMethod.AGENCY_LIST,
    "note": "",
}


class Page:
    """This part of the page as it would be shown, on a real store."""

    def __init__(self, desk: Desk, person: UUID) -> None:
        self.shown: PersonDemand | None = None
        self.forms, self.jobs = Forms(), ImmediateJobs(desk)
        self.presenter = DemandPresenter(self.jobs, self, Asking(self.jobs, self.forms), person)
        self.jobs.listeners.append(self.presenter.look_again)
        self.presenter.load()

    def show_demand(self, demand: PersonDemand) -> None:
        self.shown = demand

    def show_nothing(self) -> None:
        self.shown = None

    @property
    def demand(self) -> PersonDemand:
        assert self.shown is not None
        return self.shown


@pytest.fixture
def person(desk: Desk) -> UUID:
    return somebody_since(desk, date(2026, 2, 20), AGREED)


@pytest.fixture
def page(desk: Desk, person: UUID) -> Page:
    return Page(desk, person)


def test_a_count_is_noted_and_shown(page: Page) -> None:
    page.presenter.note()
    page.forms.answer(**SAID)
    (row,) = page.demand.counts
    assert (row.measure, row.count, row.source) == (DemandMeasure.AE_ATTENDANCES, 3, "Ward list")


def test_what_cannot_be_is_told_at_its_entry_and_the_form_stays(page: Page) -> None:
    page.presenter.note()
    page.forms.answer(**{**SAID, "count": -1, "source": ""})
    assert set(page.forms.faults) == {"count", "source"}
    page.forms.answer(**{**SAID, "measure": None})
    assert set(page.forms.faults) == {"measure"}
    page.forms.answer(**SAID)
    assert len(page.demand.counts) == 1


def test_what_was_not_available_is_kept_without_a_figure(page: Page) -> None:
    page.presenter.note()
    page.forms.answer(**{**SAID, "completeness": Completeness.NOT_AVAILABLE})
    assert page.demand.counts[0].count is None
    assert page.demand.pairs[0].pair.after.known is Known.MISSING


def test_a_count_is_changed_and_taken_back_with_a_reason(
    desk: Desk, page: Page, person: UUID
) -> None:
    note_count(desk, person, JUNE)
    page.presenter.load()
    page.presenter.change(page.demand.counts[0])
    page.forms.answer(count=5)
    assert page.demand.counts[0].count == 5
    page.presenter.take_back(page.demand.counts[0])
    page.forms.answer(reason="Of somebody else")
    assert page.demand.counts == ()
    assert page.demand.ended[0].end_reason == "Of somebody else"


def test_who_may_see_a_count_stays_as_it_was_for_whoever_may_not_choose(
    desk: Desk, person: UUID
) -> None:
    page = Page(desk, person)
    page.presenter.note()
    page.forms.answer(**SAID, sensitivity=Sensitivity.RESTRICTED)
    page.presenter.change(page.demand.counts[0])
    page.forms.answer(count=4)
    assert page.demand.counts[0].sensitivity is Sensitivity.RESTRICTED


def test_other_windows_are_looked_at(desk: Desk, page: Page, person: UUID) -> None:
    for one in months_of(date(2025, 12, 1), [2, 0, 3, 7, 1, 0, 0]):
        note_count(desk, person, one)
    page.presenter.choose(3, Edges.WHOLE_MONTHS)
    assert page.demand.pairs[0].pair.is_complete
    page.presenter.choose(3, Edges.TO_THE_DAY)
    assert not page.demand.pairs[0].pair.is_complete


def test_nobody_counts_anything_more_of_who_died(desk: Desk, page: Page, person: UUID) -> None:
    assert page.demand.may_change
    record_death(desk, person, died_on=TODAY, source="The hospital")
    page.presenter.load()
    assert not page.demand.may_change


@pytest.fixture
def part(look: theme.Look) -> Iterator[DemandPart]:
    made = DemandPart()
    made.resize(900, 700)
    yield made
    made.deleteLater()


def said(part: DemandPart) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel))


def test_what_nobody_knows_has_no_bar_and_says_so(
    desk: Desk, part: DemandPart, person: UUID
) -> None:
    note_count(desk, person, JUNE)
    part.show_demand(Page(desk, person).demand)
    (pair,) = part.chart.chart.pairs
    assert pair.before.count is None
    assert pair.before.words == "not known"
    assert pair.after.count == 4
    assert pair.after.is_part
    assert "30 of" in pair.after.words
    assert "Around the first plan, agreed on 14 March 2026." in said(part)
    assert not part.chart.grab().isNull()


def test_a_page_without_counts_says_what_they_are(
    desk: Desk, part: DemandPart, person: UUID
) -> None:
    part.show_demand(Page(desk, person).demand)
    assert "Nothing was counted yet." in said(part)
    assert part.chart.isHidden()
    assert part.months.isVisibleTo(part) is False


def test_only_whoever_may_is_offered_to_change_anything(
    desk: Desk, part: DemandPart, person: UUID, may_see: Callable[[UUID], None]
) -> None:
    note_count(desk, person, JUNE)
    may_see(person)
    reads_only = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)
    part.show_demand(Page(reads_only, person).demand)
    names = [one.text() for one in part.findChildren(QPushButton) if not one.isHidden()]
    assert names == []


@pytest.fixture
def may_see(desk: Desk) -> Callable[[UUID], None]:
    from coordinator.casework.actions.agreeing import add_action
    from coordinator.domain.actions.rules import NewAction

    def give(person: UUID) -> None:
        add_action(desk, NewAction("Ring", OFFICER, TODAY, person))

    return give
