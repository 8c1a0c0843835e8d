"""The real window on a real store: unlocking, finding, locking, coming back."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QScrollArea, QWidget

from coordinator.casework.people.entering import register_person
from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.cases.leads import LeadlessCase
from coordinator.domain.person.pages import PersonPage
from coordinator.domain.plans.views import PlanView
from coordinator.runtime.hardening import fault_log
from coordinator.runtime.settings import Settings
from coordinator.ui.kit import theme
from coordinator.ui.places.every import PeoplePlace, PersonPlace, PlanPlace
from coordinator.ui.shell.finder import Finder
from coordinator.ui.shell.helping import ShortcutsDialog
from coordinator.ui.shell.starting import fault_teller
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.workplace import Workplace
from tests.offices import WORDS
from tests.ui.desktops import (
    PATIENCE,
    Desktop,
    caseload,
    do,
    here,
    is_open,
    open_petroc,
    press,
    says,
)
from tests.ui.driving import settle

READ = (CaseloadRow, PersonPage, PlanView, LeadlessCase)


def test_the_right_passphrase_opens_this_week(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    desktop.qtbot.waitUntil(lambda: "Leads to agree" in says(work), timeout=PATIENCE)
    assert desktop.kept[-1].last_store == closed_store
    assert "Kerrow Complex Needs Panel" in says(work)


def test_a_wrong_passphrase_says_so_and_keeps_nothing_of_it(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    page = desktop.page(window, UnlockPage)
    line = page.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, "not the right words at all")
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    desktop.qtbot.waitUntil(lambda: "does not open this store" in says(page), timeout=PATIENCE)
    assert line.isEnabled()


def test_a_person_leads_to_the_plan_and_back(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    person = here(window)
    assert isinstance(person, PersonPlace)
    work = desktop.page(window, Workplace)
    press(work, "Write on the plan")
    assert here(window) == PlanPlace(person.person)
    desktop.qtbot.waitUntil(lambda: "Plan of Petroc" in says(work), timeout=PATIENCE)
    work.back()
    assert here(window) == person


def test_locking_lets_go_of_everything_and_unlocking_leads_back(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    open_petroc(desktop, window)
    do(window, "Lock")
    page = desktop.page(window, UnlockPage)
    desktop.qtbot.waitUntil(lambda: not is_open(closed_store), timeout=PATIENCE)
    settle()
    gc.collect()
    assert "Petroc" not in says(window)
    assert [one for one in gc.get_objects() if isinstance(one, READ)] == []
    assert window.workplace is None
    assert page.isVisible()
    again = desktop.unlock(window)
    desktop.qtbot.waitUntil(lambda: "Petroc" in says(again), timeout=PATIENCE)


def test_ctrl_k_finds_a_person_and_goes_there(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Find a person, an action or a command")
    finder = window.findChild(Finder)
    assert finder is not None
    line = finder.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, "petr")
    desktop.qtbot.waitUntil(
        lambda: "Petroc" in str(finder._targets.index(0, 0).data()), timeout=PATIENCE
    )
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert isinstance(here(window), PersonPlace)
    desktop.qtbot.waitUntil(lambda: "What happened" in says(work), timeout=PATIENCE)


def test_enter_before_it_is_found_opens_what_was_typed_and_not_what_stood_there(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    do(window, "Find a person, an action or a command")
    finder = window.findChild(Finder)
    assert finder is not None
    line = finder.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, "petr")
    for _twice in range(2):
        desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    desktop.qtbot.waitUntil(lambda: isinstance(here(window), PersonPlace), timeout=PATIENCE)
    assert not finder.isVisible()


def test_what_finds_nothing_says_so_and_enter_does_nothing(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    was = here(window)
    do(window, "Find a person, an action or a command")
    finder = window.findChild(Finder)
    assert finder is not None
    line = finder.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, "nobody of this name")
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    desktop.qtbot.waitUntil(lambda: "Nothing was found" in says(finder), timeout=PATIENCE)
    assert finder.isVisible()
    assert here(window) == was


def test_typing_ahead_while_the_last_store_is_closed_is_not_lost(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    do(window, "Lock")
    page = desktop.page(window, UnlockPage)
    line = page.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, WORDS)
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    desktop.page(window, Workplace)


def test_leaving_the_program_backs_up_what_is_new(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    window.close()
    assert not is_open(closed_store)
    assert len(list((closed_store / "backups").iterdir())) == 1


def test_ctrl_k_does_what_a_command_says(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    do(window, "Find a person, an action or a command")
    finder = window.findChild(Finder)
    assert finder is not None
    line = finder.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, "lock")
    desktop.qtbot.waitUntil(
        lambda: str(finder._targets.index(0, 0).data()).startswith("Lock"), timeout=PATIENCE
    )
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    desktop.page(window, UnlockPage)


def test_nobody_at_the_desk_locks_it(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    window._idle.idle.emit()
    page = desktop.page(window, UnlockPage)
    assert "nobody was at the desk" in says(page)


def test_back_and_forward_follow_the_places(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "People")
    assert here(window) == PeoplePlace()
    do(window, "Back")
    assert work.screen_shown is not None
    assert work.screen_shown.widget.accessibleName() == "This week"
    do(window, "Forward")
    assert here(window) == PeoplePlace()


def test_larger_text_and_dark_colours_keep_the_place(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    do(window, "People")
    do(window, "Larger text")
    do(window, "Dark colours")
    assert desktop.kept[-1].text_scale == pytest.approx(1.1)
    assert desktop.kept[-1].theme == "dark"
    assert here(window) == PeoplePlace()
    assert theme.px(100) == 110
    assert window.workplace is not None


def test_a_backup_from_the_window_is_made_and_said(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Back up now")
    desktop.qtbot.waitUntil(lambda: "A backup was made" in says(work), timeout=PATIENCE)
    assert any((closed_store / "backups").iterdir())


def test_a_second_copy_asks_the_first_to_come_forward(
    desktop: Desktop, closed_store: Path
) -> None:
    first = desktop.start(closed_store)
    desktop.unlock(first)
    first.hide()
    second = desktop.start(closed_store)
    page = desktop.page(second, UnlockPage)
    desktop.qtbot.waitUntil(first.isVisible, timeout=PATIENCE)
    assert "open in another window" in says(page)


def test_a_fault_is_told_once_without_its_message(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    tell = fault_teller(window)
    fault = KeyError("Petroc Trevenna")
    for _round in range(2):
        tell(type(fault), fault, fault.__traceback__)
    boxes = [one for one in window.findChildren(QWidget) if one.inherits("QMessageBox")]
    assert len(boxes) == 1
    assert "Petroc" not in says(boxes[0])
    assert "KeyError" in fault_log().read_text()
    assert "Petroc" not in fault_log().read_text()


def test_the_screen_shows_what_was_written_by_another_act(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "People")
    shown = caseload(work)
    desktop.qtbot.waitUntil(lambda: len(shown.rows.rows) == 1, timeout=PATIENCE)
    work.jobs.command(lambda desk: register_person(desk, given_name="Tomos"))
    desktop.qtbot.waitUntil(lambda: "Saved on this computer" in says(work), timeout=PATIENCE)


def test_a_long_list_of_keys_is_scrolled_and_closed_by_keys(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store, Settings(theme="light", text_scale=1.6))
    window.resize(1024, 700)
    desktop.unlock(window)
    do(window, "Keys")
    keys = window.findChild(ShortcutsDialog)
    assert keys is not None
    area = keys.findChild(QScrollArea)
    assert area is not None
    assert keys.focusWidget() is area
    assert keys.height() <= window.height()
    desktop.qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    desktop.qtbot.keyClick(area, Qt.Key.Key_Return)
    assert not keys.isVisible()


def test_a_page_without_rows_leaves_the_keys_on_what_fills_it(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    do(window, "Gaps: what the system lacks")

    def has_keys() -> bool:
        on = window.focusWidget()
        return isinstance(on, QPushButton) and on.text() == "Raise the first gap"

    desktop.qtbot.waitUntil(has_keys, timeout=PATIENCE)
    assert work.screen_shown is not None
