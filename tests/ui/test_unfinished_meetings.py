"""Forms of meetings and actions that are broken off: what was typed is there again."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.meetings.agendas import write_agenda
from coordinator.casework.stores.opening import Office
from coordinator.domain.actions.rules import NewAction
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.kit.tables import Table
from coordinator.ui.screens.actions.view import ActionsView
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.meetings import add_case, next_meeting_of, weekly
from tests.offices import WORKER
from tests.stores import TODAY
from tests.ui.desktops import PATIENCE, Desktop, do, press, says
from tests.ui.person.test_person_window import choose, form, send
from tests.ui.test_unfinished_forms import AGAIN, drafts

WHY = "The hall is flooded"
STOPPED = "The claim was closed by mistake"


@pytest.fixture
def store(office: Office) -> Path:
    """A closed store with a meeting to come and an action that is due."""
    person, _case = add_case(office.desk, "Petroc")
    action = NewAction("Ring the surgery", WORKER, TODAY, person_id=person)
    add_action(office.desk, action)
    write_agenda(office.desk, next_meeting_of(office.desk, weekly(office.desk)))
    office.close(back_up=False)
    return office.folder.path


def area(sheet: Sheet, name: str) -> QPlainTextEdit:
    found = sheet.findChildren(QPlainTextEdit)
    return next(one for one in found if one.accessibleName() == name)


def wait_for(desktop: Desktop, what: Callable[[], object]) -> None:
    desktop.qtbot.waitUntil(lambda: bool(what()), timeout=PATIENCE)


def kept(desktop: Desktop, window: MainWindow) -> list[str]:
    work = desktop.page(window, Workplace)
    return [one.form for one in drafts(work, desktop.qtbot)]


def lock_over(desktop: Desktop, window: MainWindow, part: QWidget) -> None:
    """Lock as somebody does who is typing."""
    window.activateWindow()
    desktop.qtbot.keyClick(part, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desktop.page(window, UnlockPage)
    assert window.workplace is None


def open_meeting(desktop: Desktop, window: MainWindow) -> None:
    work = desktop.page(window, Workplace)
    do(window, "Meetings")
    wait_for(desktop, lambda: shown(work, "Open"))
    shown(work, "Open")[0].click()


def shown(work: QWidget, words: str) -> list[QPushButton]:
    found = work.findChildren(QPushButton)
    return [one for one in found if one.text() == words and one.isVisible()]


def ask_to_move(desktop: Desktop, window: MainWindow) -> Sheet:
    work = desktop.page(window, Workplace)
    wait_for(desktop, lambda: shown(work, "Move the meeting"))  # the page may be read anew
    shown(work, "Move the meeting")[0].click()
    return form(desktop, window)


def test_why_a_meeting_moves_and_where_to_is_there_again_after_the_lock(
    desktop: Desktop, store: Path
) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    open_meeting(desktop, window)
    sheet = ask_to_move(desktop, window)
    to = TODAY + timedelta(days=9)
    (on,) = sheet.findChildren(QDateEdit)
    on.setDate(QDate(to.year, to.month, to.day))
    area(sheet, "Why").setPlainText(WHY)
    wait_for(desktop, lambda: kept(desktop, window) == ["form.Move the meeting"])
    lock_over(desktop, window, area(sheet, "Why"))

    desktop.unlock(window)
    sheet = ask_to_move(desktop, window)
    assert area(sheet, "Why").toPlainText() == WHY
    assert answered(sheet, "on") == to
    assert AGAIN in says(sheet)
    send(desktop, sheet, "Move it")
    assert kept(desktop, window) == []
    assert area(ask_to_move(desktop, window), "Why").toPlainText() == ""


def answered(sheet: Sheet, name: str) -> date:
    found = sheet.answers()[name]
    assert isinstance(found, date)
    return found


def list_of_actions(desktop: Desktop, window: MainWindow) -> Table:
    work = desktop.page(window, Workplace)
    do(window, "Actions")
    wait_for(desktop, lambda: work.findChild(ActionsView))
    view = work.findChild(ActionsView)
    assert view is not None
    wait_for(desktop, lambda: view.table.rows.rows)
    view.table.choose(0)
    return view.table


def say_it_could_not_be_done(desktop: Desktop, window: MainWindow) -> Sheet:
    table = list_of_actions(desktop, window)
    table.setFocus()
    desktop.qtbot.keyClick(table, Qt.Key.Key_4)
    return form(desktop, window)


def test_what_stopped_an_action_is_there_again_after_the_lock(
    desktop: Desktop, store: Path
) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    sheet = say_it_could_not_be_done(desktop, window)
    details = "What exactly, and what has been tried?"
    area(sheet, details).setPlainText(STOPPED)
    wait_for(desktop, lambda: kept(desktop, window) == ["form.A26-0001: Could not be done"])
    lock_over(desktop, window, area(sheet, details))

    desktop.unlock(window)
    sheet = say_it_could_not_be_done(desktop, window)
    assert area(sheet, details).toPlainText() == STOPPED
    assert AGAIN in says(sheet)
    press(sheet, "Save")
    wait_for(desktop, lambda: "What stopped it is needed." in says(sheet))
    begun = sheet.focusWidget()
    assert isinstance(begun, QWidget)
    assert begun.accessibleName() == "What stopped it?"
    choose(sheet, "What stopped it?", "Benefits")
    send(desktop, sheet, "Save")
    assert kept(desktop, window) == []


def test_words_about_one_outcome_are_not_shown_in_the_form_of_another(
    desktop: Desktop, store: Path
) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    sheet = say_it_could_not_be_done(desktop, window)
    area(sheet, "Note").setPlainText(STOPPED)
    wait_for(desktop, lambda: kept(desktop, window))
    lock_over(desktop, window, area(sheet, "Note"))
    desktop.unlock(window)
    table = list_of_actions(desktop, window)
    desktop.qtbot.keyClick(table, Qt.Key.Key_3)
    sheet = form(desktop, window)
    assert area(sheet, "Why was it not done?").toPlainText() == ""
    assert AGAIN not in says(sheet)


def test_the_name_of_a_new_series_outlives_the_end_of_the_program(
    desktop: Desktop, store: Path
) -> None:
    window = desktop.start(store)
    work = desktop.unlock(window)
    do(window, "Meetings")
    wait_for(desktop, lambda: shown(work, "Start a series"))
    shown(work, "Start a series")[0].click()
    name_of(form(desktop, window)).setText("Harbour panel")
    wait_for(desktop, lambda: kept(desktop, window) == ["form.Start a series"])
    window.close()
    window = desktop.start(store)
    work = desktop.unlock(window)
    do(window, "Meetings")
    wait_for(desktop, lambda: shown(work, "Start a series"))
    shown(work, "Start a series")[0].click()
    assert name_of(form(desktop, window)).text() == "Harbour panel"


def name_of(sheet: Sheet) -> QLineEdit:
    found = sheet.findChildren(QLineEdit)
    return next(one for one in found if one.accessibleName() == "Name of the series")
