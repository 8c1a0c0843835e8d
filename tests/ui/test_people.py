"""People, without a window: narrowing, paging, searching, and what is refused."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from coordinator.casework.cases import caseload
from coordinator.casework.desk import Desk
from coordinator.casework.learning.programmes import (
    add_programme,
    end_programme,
    join_programme,
)
from coordinator.casework.people.entering import register_person
from coordinator.domain.cases.caseload import CaseloadFilter, CaseloadRow
from coordinator.domain.learning.programmes import NewProgramme
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PeoplePlace, PersonPlace, Place
from coordinator.ui.screens.people.presenter import (
    FoundLine,
    Narrowing,
    PeoplePresenter,
    Programme,
    chosen_in,
    narrowed,
)
from coordinator.ui.screens.people.view import PeopleView
from tests.meetings import add_action, add_case
from tests.stores import TODAY
from tests.ui.immediate import ImmediateJobs


class RememberingView:
    """Keeps what it was told to show."""

    def __init__(self) -> None:
        self.rows: list[CaseloadRow] = []
        self.programmes: list[Programme] = []
        self.programme: UUID | None = None
        self.has_more = False
        self.found: list[FoundLine] = []
        self.chosen: frozenset[Narrowing] = frozenset()

    def show_caseload(self, rows: Sequence[CaseloadRow], *, has_more: bool, today: date) -> None:
        self.rows, self.has_more = list(rows), has_more

    def add_caseload(self, rows: Sequence[CaseloadRow], *, has_more: bool) -> None:
        self.rows += rows
        self.has_more = has_more

    def show_narrowing(self, chosen: frozenset[Narrowing]) -> None:
        self.chosen = chosen

    def show_programmes(self, programmes: Sequence[Programme], chosen: UUID | None) -> None:
        self.programmes, self.programme = list(programmes), chosen

    def show_found(self, lines: Sequence[FoundLine], words: str) -> None:
        self.found = list(lines)


class Screen:
    """The presenter with everything it was given."""

    def __init__(self, desk: Desk) -> None:
        self.view = RememberingView()
        self.gone: list[Place] = []
        self.moved: list[Place] = []
        self.jobs = ImmediateJobs(desk)
        self.presenter = PeoplePresenter(
            self.jobs, self.view, self.gone.append, self.moved.append, CaseloadFilter()
        )
        self.jobs.listeners.append(self.presenter.look_again)


@pytest.fixture
def screen(desk: Desk) -> Screen:
    return Screen(desk)


def test_filters_narrow_the_caseload_and_are_part_of_the_place(desk: Desk, screen: Screen) -> None:
    late, _case = add_case(desk, "Tomos")
    add_case(desk, "Petroc")
    add_action(desk, late, TODAY - timedelta(days=9))
    screen.presenter.load()
    assert len(screen.view.rows) == 2
    screen.presenter.narrow(Narrowing.WITH_OVERDUE, TODAY, on=True)
    assert [row.person for row in screen.view.rows] == [late]
    assert screen.view.chosen == {Narrowing.WITH_OVERDUE}
    assert screen.moved == [PeoplePlace(CaseloadFilter(with_overdue=True))]
    screen.presenter.show_everybody()
    assert len(screen.view.rows) == 2


def test_a_programme_narrows_the_caseload_and_one_that_ended_is_not_offered(
    desk: Desk, screen: Screen
) -> None:
    inside, _case = add_case(desk, "Tomos")
    outside, _case = add_case(desk, "Petroc")
    pilot = add_programme(desk, NewProgramme("Car park pilot")).result
    ended = add_programme(desk, NewProgramme("Winter beds")).result
    join_programme(desk, inside, programme_id=pilot)
    end_programme(desk, ended, reason="Spring came.")
    screen.presenter.load()
    assert screen.view.programmes == [(pilot, "Car park pilot")]
    screen.presenter.narrow_to(pilot)
    assert [row.person for row in screen.view.rows] == [inside]
    assert screen.moved == [PeoplePlace(CaseloadFilter(programme=pilot))]
    screen.presenter.narrow_to(None)
    assert {row.person for row in screen.view.rows} == {inside, outside}


def test_programmes_are_offered_where_there_are_any(look: theme.Look, qtbot: QtBot) -> None:
    view = PeopleView()
    qtbot.addWidget(view)
    (box,) = view.findChildren(QComboBox)
    view.show_programmes([], None)
    assert not box.isVisibleTo(view)
    pilot, gone = UUID(int=1), UUID(int=2)
    view.show_programmes([(pilot, "Car park pilot")], pilot)
    assert box.isVisibleTo(view)
    assert box.currentText() == "Car park pilot"
    asked: list[object] = []
    view.programme_asked.connect(asked.append)
    box.activated.emit(1)
    assert asked == [pilot]
    view.show_programmes([(pilot, "Car park pilot")], gone)
    assert box.currentText() == "A programme that ended"


def test_pages_follow_each_other_without_gap_or_repeat(
    desk: Desk, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = {add_case(desk, f"Person {number}")[0] for number in range(5)}
    monkeypatch.setattr(
        caseload.read_caseload, "__kwdefaults__", {"wanted": None, "after": None, "limit": 2}
    )
    screen.presenter.load()
    assert len(screen.view.rows) == 2
    while screen.view.has_more:
        screen.presenter.load_more()
    assert [row.person for row in screen.view.rows].__len__() == 5
    assert {row.person for row in screen.view.rows} == people


def test_words_search_everything_and_no_words_show_the_caseload_again(
    desk: Desk, screen: Screen
) -> None:
    person, _case = add_case(desk, "Petroc")
    add_action(desk, person, TODAY)
    screen.presenter.search(" surgery ")
    line = screen.view.found[0]
    assert "surgery" in line.hit.words
    screen.presenter.open_found(line)
    assert screen.gone == [PersonPlace(person)]
    screen.presenter.search("")
    assert [row.person for row in screen.view.rows] == [person]


def test_the_list_is_read_again_when_somebody_was_written(desk: Desk, screen: Screen) -> None:
    screen.presenter.load()
    add_case(desk, "Petroc")
    assert screen.view.rows == []
    screen.jobs.command(lambda at: register_person(at, given_name="Tomos"))
    assert len(screen.view.rows) == 1


@given(st.lists(st.tuples(st.sampled_from(Narrowing), st.booleans())))
def test_filters_are_independent_of_each_other(steps: list[tuple[Narrowing, bool]]) -> None:
    wanted, on = CaseloadFilter(), set[Narrowing]()
    for by, switched in steps:
        wanted = narrowed(wanted, by, TODAY, on=switched)
        on = on | {by} if switched else on - {by}
    assert chosen_in(wanted) == on
    assert (wanted == CaseloadFilter()) == (not on)
