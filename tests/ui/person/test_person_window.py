"""The page of a person in the real window: from This week to an agreed lead, to a contact."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import add_alias, correct_person
from coordinator.casework.person.pages import read_person
from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.lists.contacts import ContactResult, ContactType
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.every import PersonPlace
from coordinator.ui.screens.person.steps import Step
from coordinator.ui.screens.person.view import PersonView
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.meetings import add_case
from tests.stores import OFFICER, POLICE, TODAY, Clock, sitting
from tests.ui.desktops import PATIENCE, Desktop, caseload, do, here, press, says
from tests.ui.driving import settle
from tests.ui.pages.person_pages import Page


def named(widget: QWidget, name: str) -> QPushButton:
    """The button that says what it does about whom."""
    return next(
        one
        for one in widget.findChildren(QPushButton)
        if one.accessibleName().startswith(name) and one.isVisible()
    )


def form(desktop: Desktop, window: MainWindow) -> Sheet:
    def opened() -> list[Sheet]:
        return [one for one in window.findChildren(Sheet) if one.isVisible()]

    desktop.qtbot.waitUntil(lambda: bool(opened()), timeout=PATIENCE)
    return opened()[0]


def choose(sheet: Sheet, name: str, words: str) -> None:
    box = next(one for one in sheet.findChildren(QComboBox) if one.accessibleName() == name)
    line = box.lineEdit()
    if line is None:
        box.setCurrentIndex(box.findText(words))
        return
    line.setText(words)
    line.editingFinished.emit()


def send(desktop: Desktop, sheet: Sheet, act: str) -> None:
    gone: list[int] = []
    sheet.finished.connect(gone.append)
    press(sheet, act)
    desktop.qtbot.waitUntil(lambda: bool(gone), timeout=PATIENCE)


def rows(work: Workplace) -> list[CaseloadRow]:
    return list(caseload(work).rows.rows)


def test_a_lead_to_agree_is_agreed_from_this_week_and_gone_from_it(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    desktop.qtbot.waitUntil(lambda: "Leads to agree" in says(work), timeout=PATIENCE)
    opener = [one for one in work.findChildren(QPushButton) if one.text() == "Open"]
    opener[0].click()
    assert isinstance(here(window), PersonPlace)
    desktop.qtbot.waitUntil(lambda: "Lead to agree" in marks(work), timeout=PATIENCE)
    named(work, "Agree a lead").click()
    sheet = form(desktop, window)
    choose(sheet, "Who", "roskilly")
    send(desktop, sheet, "Agree the lead")
    desktop.qtbot.waitUntil(lambda: "Rhys Roskilly, Kerrow Homes" in says(work), timeout=PATIENCE)
    assert "Lead to agree" not in marks(work)
    do(window, "This week")
    week = work.screen_shown
    assert week is not None
    desktop.qtbot.waitUntil(
        lambda: not [one for one in week.widget.findChildren(QPushButton) if one.text() == "Open"],
        timeout=PATIENCE,
    )


def test_a_contact_noted_changes_when_somebody_was_last_seen(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "People")
    desktop.qtbot.waitUntil(lambda: bool(rows(work)), timeout=PATIENCE)
    assert rows(work)[0].days_since_seen is None
    caseload(work).choose(0)
    desktop.qtbot.keyClick(caseload(work), Qt.Key.Key_Return)
    desktop.qtbot.waitUntil(lambda: "What happened" in says(work), timeout=PATIENCE)
    do(window, "Note a contact")
    sheet = form(desktop, window)
    choose(sheet, "What came of it", "Met briefly")
    choose(sheet, "How", "On the street")
    send(desktop, sheet, "Keep it")
    desktop.qtbot.waitUntil(lambda: "Met briefly" in says(work), timeout=PATIENCE)
    do(window, "People")
    desktop.qtbot.waitUntil(lambda: rows(work)[0].days_since_seen == 0, timeout=PATIENCE)


@pytest.fixture
def view(desk: Desk, qtbot: QtBot, look: theme.Look) -> PersonView:
    made = PersonView()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def marks(widget: QWidget) -> str:
    return " ".join(one.accessibleName() for one in widget.findChildren(QWidget))


def test_what_is_offered_is_what_may_be_done_and_all_of_it_is_in_the_palette(
    desk: Desk, view: PersonView
) -> None:
    person, _case = add_case(desk, may_work=False)
    page = Page(desk, person)
    view.show_person(page.shown)
    offered = {one.text() for one in view.deeds.actions_here if one.isEnabled()}
    assert {"Agree a lead", "Note a contact", "Close the case", "Record a death"} <= offered
    assert "Open the case again" not in offered
    keys = {one.text(): one.shortcut().toString() for one in view.deeds.actions_here}
    assert (keys["Agree a lead"], keys["Hand over the lead"]) == ("Alt+L", "")
    primary = [one for one in buttons(view) if one.property("kind") == "primary"]
    assert [one.text() for one in primary] == ["Agree a lead"]


def buttons(view: QWidget) -> list[QPushButton]:
    return [one for one in view.findChildren(QPushButton) if one.isVisible()]


def test_more_lists_what_is_not_on_the_page_in_groups(desk: Desk, view: PersonView) -> None:
    person, _case = add_case(desk, may_work=False)
    page = Page(desk, person)
    view.show_person(page.shown)
    more = next(one for one in buttons(view) if one.text() == "More")
    menu = more.menu()
    menu.aboutToShow.emit()
    groups = {one.text(): one.menu() for one in menu.actions()}
    assert list(groups) == [
        "The case",
        "Their voice",
        "Letters",
        "Safety",
        "What is stuck",
        "Sharing",
        "Details",
    ]
    case = [one.text() for one in _inner(groups["The case"])]
    assert case == [
        "Set the priority",
        "Pause the case",
        "Close the case",
        "Call a professionals' meeting",
    ]


def _inner(menu: object) -> list[QAction]:
    return menu.actions()  # type: ignore[attr-defined, no-any-return]  # a QMenu


def test_what_is_empty_is_one_line_with_the_button_that_fills_it(
    desk: Desk, view: PersonView
) -> None:
    person, _case = add_case(desk, may_work=False)
    page = Page(desk, person)
    view.show_person(page.shown)
    words = says(view)
    assert "Strengths: not yet asked." in words
    assert "No contact has been noted yet." in words
    wished: list[tuple[object, object]] = []
    view.wished.connect(lambda step, about: wished.append((step, about)))
    press(view, "Note a strength")
    press(view, "Record the basis")
    assert wished == [(Step.STRENGTH, None), (Step.BASIS, None)]


def test_what_changed_is_told_behind_its_line(desk: Desk, view: PersonView) -> None:
    person, _case = add_case(desk, may_work=False)
    seen = read_person(desk, person).person.revision
    correct_person(desk, person, seen=seen, phone="01632 960001")
    correct_person(desk, person, seen=seen + 1, phone="01632 960002")
    view.show_person(Page(desk, person).shown)
    change = "Telephone: from 01632 960001 to 01632 960002"
    assert "Corrected what is kept" in says(view)
    assert change not in says(view)
    press(view, "Show what changed")
    assert change in says(view)


def test_what_happened_is_told_by_day_the_newest_first(
    desk: Desk, clock: Clock, view: PersonView
) -> None:
    person, _case = add_case(desk, may_work=False)
    clock.move(days=1)
    add_alias(desk, person, "Skip")
    view.show_person(Page(desk, person).shown)
    words = says(view)
    assert words.index("Fri 20 Nov") < words.index("Noted another name")
    assert words.index("Noted another name") < words.index("Thu 19 Nov")
    assert words.index("Thu 19 Nov") < words.index("Put on file")


def test_a_contact_written_down_late_says_so(desk: Desk, view: PersonView) -> None:
    person, _case = add_case(desk, may_work=False)
    page = Page(desk, person)
    page.do(
        Step.CONTACT,
        result=ContactResult.NOT_THERE,
        type=ContactType.DOORSTEP,
        place="the quay",
        on=TODAY - timedelta(days=9),
    )
    view.show_person(page.shown)
    assert "Written down late" in marks(view)
    assert "Tue 10 Nov at 12:00, at the door: the quay" in says(view)


def test_somebody_who_may_only_look_is_offered_nothing_but_the_plan_and_the_log(
    desk: Desk, view: PersonView
) -> None:
    person, _case = add_case(desk, may_work=False)
    auditor = sitting(desk, OFFICER, Role.AUDITOR, POLICE)
    view.show_person(Page(auditor, person).shown)
    assert {one.text() for one in view.deeds.actions_here if one.isEnabled()} == {
        "Write on the plan",
        "Write My plan in easy words",
        "See what went to whom",
        "See how long the record is kept",
        "Say why you look at this page",
    }
    settle()
    assert {one.text() for one in buttons(view)} == {
        "Write on the plan",
        "My plan",
        "More",
        "Show what changed",
    }


def test_the_keys_stay_where_they_were_when_the_page_is_read_again(
    desk: Desk, view: PersonView
) -> None:
    person, _case = add_case(desk, may_work=False)
    page = Page(desk, person)
    view.show_person(page.shown)
    settle()
    named(view, "Note a risk").setFocus()
    add_alias(desk, person, "Skip")
    page.presenter.load()
    view.show_person(page.shown)
    settle()
    held = view.window().focusWidget()
    assert isinstance(held, QPushButton)
    assert held.accessibleName() == "Note a risk"
    assert held.isVisible()
