"""The widgets of Actions: rows in, signals out; one key for each outcome at hand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPlainTextEdit, QPushButton

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import find_disclosures
from coordinator.domain.actions.rows import ActionFilter, ActionPage
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.merging.unsettled import OneSays, Unsettled
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.controls import choose
from coordinator.ui.kit.tables import Rows
from coordinator.ui.places.every import ActionsPlace, place_of_action
from coordinator.ui.screens.actions.columns import action_columns
from coordinator.ui.screens.actions.presenter import Shown, _read
from coordinator.ui.screens.actions.questions import outcome
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.shared.agency_texts import ChaseForm
from coordinator.ui.shared.chasing import read_chases
from coordinator.ui.shared.copying import keeping_copies
from coordinator.wording import dates
from tests.meetings import add_action, add_case
from tests.stores import TODAY
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs


@pytest.fixture
def shown(desk: Desk) -> Shown:
    person, _case = add_case(desk)
    for number in range(1, 4):
        add_action(desk, person, TODAY, f"A26-000{number}")
    return _read(desk, ActionsPlace())


@pytest.fixture
def view(shown: Shown, look: theme.Look, qapp: QApplication) -> Iterator[ActionsView]:
    del look, qapp
    made = ActionsView()
    made.resize(1000, 700)
    made.show_actions(shown, ActionsPlace())
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)  # without it a real screen gives it no keys
    made.setFocus()
    settle()
    yield made
    made.close()
    made.deleteLater()


def test_the_model_keeps_its_promises(shown: Shown, look: theme.Look) -> None:
    del look
    rows = Rows(action_columns(TODAY))
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.show(shown.page.rows)
    assert tester.model() is rows


def test_what_two_people_wrote_of_an_action_stands_where_it_is_read(
    view: ActionsView, shown: Shown
) -> None:
    """Of the one the chip says it, and below it stand both and whose they are; of others not."""
    first, *others = shown.page.rows
    says = (OneSays("done", "Kerrow Homes", TODAY), OneSays("could_not", "Kerrow Council", TODAY))
    mark = Unsettled(first.id, "action", "status", ("status",), says)
    disputed = replace(first, unsettled=(mark,))
    view.show_actions(
        replace(shown, page=replace(shown.page, rows=(disputed, *others))), ActionsPlace()
    )
    settle()
    (column,) = [one for one in action_columns(TODAY) if one.title == "Status"]
    assert column.mark is not None
    marks = [column.mark(row) for row in (disputed, *others)]
    assert [one.text for one in marks if one] == ["Says two things", "Open", "Open"]
    words = [one.text() for one in view.findChildren(QLabel) if one.isVisible()]
    told = "Status: Done (Kerrow Homes, Thu 19 Nov) or Could not be done (Kerrow Council"
    assert any(told in one for one in words)
    asked: list[object] = []
    view.choice_asked.connect(asked.append)
    (choose_one,) = [
        one for one in view.findChildren(QPushButton) if one.text() == "Choose what holds"
    ]
    choose_one.click()
    assert asked == [disputed]
    view.table.choose(1)
    settle()
    assert not choose_one.isVisible()


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Qt.Key.Key_1, ActionStatus.DONE),
        (Qt.Key.Key_2, ActionStatus.IN_PROGRESS),
        (Qt.Key.Key_3, ActionStatus.NOT_DONE),
        (Qt.Key.Key_4, ActionStatus.COULD_NOT),
        (Qt.Key.Key_5, ActionStatus.NOT_NEEDED),
    ],
)
def test_one_key_says_one_outcome_of_the_row_the_keys_are_on(
    view: ActionsView, shown: Shown, key: Qt.Key, status: ActionStatus
) -> None:
    said: list[tuple[str, ActionStatus]] = []
    view.settled.connect(lambda row, to: said.append((row.number, to)))
    view.table.choose(1)
    QTest.keyClick(view.table, key)
    assert said == [(shown.page.rows[1].number, status)]


def test_all_ten_outcomes_stand_under_more_and_only_possible_ones_can_be_chosen(
    view: ActionsView,
) -> None:
    (menu,) = view.current.findChildren(QMenu)
    menu.aboutToShow.emit()
    offered = {action.data(): action.isEnabled() for action in menu.actions()}
    assert set(offered) == set(ActionStatus)
    assert not offered[ActionStatus.OPEN]
    assert all(on for status, on in offered.items() if status != ActionStatus.OPEN)


def test_the_next_action_is_under_the_keys_when_one_has_gone(
    view: ActionsView, shown: Shown
) -> None:
    view.table.choose(1)
    left = replace(shown.page, rows=(shown.page.rows[0], shown.page.rows[2]))
    view.show_actions(replace(shown, page=left), ActionsPlace())
    row = view.table.chosen()
    assert row == shown.page.rows[2]


def test_the_keys_stay_on_their_action_when_the_list_is_read_again(
    view: ActionsView, shown: Shown
) -> None:
    view.table.choose(2)
    turned = replace(shown.page, rows=shown.page.rows[::-1])
    view.show_actions(replace(shown, page=turned), ActionsPlace())
    assert view.table.currentIndex().row() == 0


def test_the_keys_begin_on_the_action_that_was_asked_for(view: ActionsView, shown: Shown) -> None:
    sought = shown.page.rows[2]
    view.table.choose(1)
    about = replace(shown, whom="Dewi Crocker")
    view.show_actions(about, place_of_action(sought.id, sought.person_id))
    assert view.table.chosen() == sought
    (chip,) = view.findChildren(Chip)
    assert chip.accessibleName() == "About Dewi Crocker"
    asked: list[bool] = []
    view.everybody_asked.connect(lambda: asked.append(True))
    (back,) = [one for one in view.findChildren(QPushButton) if one.text() == "Show all again"]
    back.click()
    assert asked == [True]


def test_could_not_be_done_asks_what_stopped_it_at_once(view: ActionsView, shown: Shown) -> None:
    given: list[Mapping[str, object]] = []
    could_not = outcome(shown.page.rows[0], ActionStatus.COULD_NOT, (), shown.barriers)
    view.sheets.ask(could_not, given.append)
    form = view.sheets.shown
    assert form is not None
    assert next(iter(form.answers())) == "barrier"
    begun = form.focusWidget()
    assert begun is not None
    assert begun.accessibleName() == "What stopped it?"
    (box,) = form.findChildren(QComboBox)
    choose(box, (BarrierCategory.BENEFITS, ""))
    assert form.answers()["barrier"] == (BarrierCategory.BENEFITS, "")
    form.give()
    assert [said["barrier"] for said in given] == [(BarrierCategory.BENEFITS, "")]
    view.sheets.finish()


def test_the_text_is_copied_as_it_is_shown(desk: Desk, view: ActionsView) -> None:
    (chase,) = read_chases(desk)
    told: list[str] = []
    view.told.connect(told.append)
    view.text_taken.connect(keeping_copies(ImmediateJobs(desk)))
    view.show_chases([chase])
    assert view.sheets.shown is not None
    view.sheets.shown.give()
    assert QGuiApplication.clipboard().text() == chase.text
    assert told == ["The text is copied."]
    (row,) = find_disclosures(desk).rows
    assert (row.paper, row.agency) == ("copy-out", chase.agency)
    settle()
    assert view.sheets.shown is None


def test_nothing_is_copied_before_the_log_says_so_and_a_reason_is_asked_for(
    desk: Desk, view: ActionsView
) -> None:
    (chase,) = read_chases(desk)
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        (agency,) = tx.paper_facts.agencies_named(chase.agency)
        agency.agreement_signed_on = None
        tx.journal("test.unsigned")
    jobs = ImmediateJobs(desk)
    view.text_taken.connect(keeping_copies(jobs))
    QGuiApplication.clipboard().setText("before")
    view.show_chases([chase])
    form = view.sheets.shown
    assert isinstance(form, ChaseForm)
    form.give()
    assert QGuiApplication.clipboard().text() == "before"
    reason = form.field("reason")
    assert reason.fault == "Say why it goes out all the same."
    assert "has not signed the sharing agreement" in reason.control.accessibleDescription()
    assert find_disclosures(desk).rows == ()
    assert isinstance(reason.control, QPlainTextEdit)
    reason.control.setPlainText("Signed on Monday")
    form.give()
    assert QGuiApplication.clipboard().text() == chase.text
    assert [row.reason for row in find_disclosures(desk).rows] == ["Signed on Monday"]
    settle()


def test_a_day_that_another_page_led_here_with_is_said_in_the_box(
    view: ActionsView, shown: Shown
) -> None:
    days = [view._due.itemText(at) for at in range(view._due.count())]
    until = ActionFilter(due_until=TODAY + timedelta(days=3))
    view.show_actions(shown, ActionsPlace(until))
    assert view._due.currentText() == f"By {dates.day(TODAY + timedelta(days=3), TODAY)}"
    view.show_actions(shown, ActionsPlace())
    assert [view._due.itemText(at) for at in range(view._due.count())] == days
    assert view._due.currentText() == "Any date"


def test_filters_hand_over_ids_and_showing_them_tells_nobody(
    view: ActionsView, shown: Shown
) -> None:
    told: list[UUID | None] = []
    view.agency_chosen.connect(told.append)
    view.show_actions(shown, ActionsPlace())
    assert told == []
    view._agency.setCurrentIndex(1)
    view._agency.activated.emit(1)
    assert told == [shown.agencies[0][1]]


def test_sheets_that_came_back_are_a_step_from_where_they_were_made(view: ActionsView) -> None:
    asked: list[bool] = []
    view.returns_asked.connect(lambda: asked.append(True))
    (read,) = [one for one in view.findChildren(QAction) if one.text().startswith("Read a sheet")]
    read.trigger()
    assert asked == [True]


def test_that_every_action_has_an_owner_is_said_as_good_news(
    view: ActionsView, shown: Shown
) -> None:
    none = replace(shown, page=ActionPage((), None))
    view.show_actions(none, ActionsPlace(without_owner=True))
    assert "Every open action has an owner." in [one.text() for one in view.findChildren(QLabel)]
    view.show_actions(none, ActionsPlace(ActionFilter(due_until=TODAY)))
    assert "No action fits these filters." in [one.text() for one in view.findChildren(QLabel)]
