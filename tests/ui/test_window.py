"""The real window on a real store: unlocking, finding, locking, coming back, making a panel."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator import app
from coordinator.casework import opening
from coordinator.casework.opening import Office
from coordinator.casework.people import register_person
from coordinator.demo import making
from coordinator.demo.volume import Volume
from coordinator.domain.caseload import CaseloadRow
from coordinator.domain.leads import LeadlessCase
from coordinator.domain.person_pages import PersonPage
from coordinator.domain.plan_views import PlanView
from coordinator.domain.progress import Progress
from coordinator.runtime.hardening import fault_log
from coordinator.runtime.settings import Settings
from coordinator.ui.kit import theme
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.tables import Table
from coordinator.ui.places import PeoplePlace, PersonPlace, Place
from coordinator.ui.shell.finder import Finder
from coordinator.ui.shell.first_run import FirstRunPage
from coordinator.ui.shell.recovery import RecoveryPage
from coordinator.ui.shell.restore import RestorePage
from coordinator.ui.shell.starting import fault_teller
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.welcome import WelcomePage
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import Doors
from coordinator.vault.costs import TEST_COST
from tests.meetings import add_case
from tests.offices import WORDS
from tests.ui.driving import settle

W = TypeVar("W", bound=QWidget)
PATIENCE = 15_000
READ = (CaseloadRow, PersonPage, PlanView, LeadlessCase)


@dataclass
class Desktop:
    """The program as somebody uses it."""

    qtbot: QtBot
    doors: Doors
    kept: list[Settings] = field(default_factory=list)
    windows: list[MainWindow] = field(default_factory=list)

    def start(self, store: Path | None = None, settings: Settings | None = None) -> MainWindow:
        window = MainWindow(self.doors, settings or Settings(theme="light"), self.kept.append)
        self.windows.append(window)
        window.start(store)
        window.show()
        return window

    def page(self, window: MainWindow, kind: type[W]) -> W:
        self.qtbot.waitUntil(lambda: isinstance(window.centralWidget(), kind), timeout=PATIENCE)
        found = window.centralWidget()
        assert isinstance(found, kind)
        return found

    def unlock(self, window: MainWindow, words: str = WORDS) -> Workplace:
        page = self.page(window, UnlockPage)
        line = page.findChild(QLineEdit)
        assert line is not None
        self.qtbot.keyClicks(line, words)
        self.qtbot.keyClick(line, Qt.Key.Key_Return)
        return self.page(window, Workplace)


@pytest.fixture
def desktop(qtbot: QtBot, look: theme.Look) -> Iterator[Desktop]:
    made = Desktop(qtbot, app.doors())
    yield made
    for window in made.windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def store(office: Office) -> Path:
    """A store with one person on the caseload, closed."""
    add_case(office.desk, "Petroc")
    office.close(back_up=False)
    return office.folder.path


def _press(widget: QWidget, words: str) -> None:
    found = next(one for one in widget.findChildren(QPushButton) if one.text() == words)
    found.click()


def _do(window: MainWindow, words: str) -> None:
    found = next(one for one in window.findChildren(QAction) if one.text() == words)
    found.trigger()


def _is_open(store: Path) -> bool:
    return app.doors().is_busy(store)


def _is_told(widget: QWidget, words: str) -> bool:
    return words in _says(widget)


def _here(window: MainWindow) -> Place:
    assert window.history is not None
    return window.history.here


def _caseload(work: QWidget) -> Table:
    return next(one for one in work.findChildren(Table) if one.accessibleName() == "Caseload")


def _says(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def test_the_right_passphrase_opens_this_week(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    work = desktop.unlock(window)
    desktop.qtbot.waitUntil(lambda: "Leads to agree" in _says(work), timeout=PATIENCE)
    assert desktop.kept[-1].last_store == store
    assert "Kerrow Complex Needs Panel" in _says(work)


def test_a_wrong_passphrase_says_so_and_keeps_nothing_of_it(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    page = desktop.page(window, UnlockPage)
    line = page.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, "not the right words at all")
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == ""
    desktop.qtbot.waitUntil(lambda: "does not open this store" in _says(page), timeout=PATIENCE)
    assert line.isEnabled()


def test_locking_lets_go_of_everything_and_unlocking_leads_back(
    desktop: Desktop, store: Path
) -> None:
    window = desktop.start(store)
    _open_petroc(desktop, window)
    _do(window, "Lock")
    page = desktop.page(window, UnlockPage)
    desktop.qtbot.waitUntil(lambda: not _is_open(store), timeout=PATIENCE)
    settle()
    gc.collect()
    assert "Petroc" not in _says(window)
    assert [one for one in gc.get_objects() if isinstance(one, READ)] == []
    assert window.workplace is None
    assert page.isVisible()
    again = desktop.unlock(window)
    desktop.qtbot.waitUntil(lambda: "Petroc" in _says(again), timeout=PATIENCE)


def _open_petroc(desktop: Desktop, window: MainWindow) -> None:
    work = desktop.unlock(window)
    _do(window, "People")
    table = _caseload(work)
    desktop.qtbot.waitUntil(lambda: len(table.rows.rows) == 1, timeout=PATIENCE)
    table.choose(0)
    desktop.qtbot.keyClick(table, Qt.Key.Key_Return)
    desktop.qtbot.waitUntil(lambda: "What happened" in _says(work), timeout=PATIENCE)


def test_ctrl_k_finds_a_person_and_goes_there(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    work = desktop.unlock(window)
    _do(window, "Find a person, an action or a command")
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
    assert isinstance(_here(window), PersonPlace)
    desktop.qtbot.waitUntil(lambda: "What happened" in _says(work), timeout=PATIENCE)


def test_typing_ahead_while_the_last_store_is_closed_is_not_lost(
    desktop: Desktop, store: Path
) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    _do(window, "Lock")
    page = desktop.page(window, UnlockPage)
    line = page.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, WORDS)
    desktop.qtbot.keyClick(line, Qt.Key.Key_Return)
    desktop.page(window, Workplace)


def test_leaving_the_program_backs_up_what_is_new(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    window.close()
    assert not _is_open(store)
    assert len(list((store / "backups").iterdir())) == 1


def test_ctrl_k_does_what_a_command_says(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    _do(window, "Find a person, an action or a command")
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


def test_nobody_at_the_desk_locks_it(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    window._idle.idle.emit()
    page = desktop.page(window, UnlockPage)
    assert "nobody was at the desk" in _says(page)


def test_back_and_forward_follow_the_places(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    work = desktop.unlock(window)
    _do(window, "People")
    assert _here(window) == PeoplePlace()
    _do(window, "Back")
    assert work.screen_shown is not None
    assert work.screen_shown.widget.accessibleName() == "This week"
    _do(window, "Forward")
    assert _here(window) == PeoplePlace()


def test_larger_text_and_dark_colours_keep_the_place(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    desktop.unlock(window)
    _do(window, "People")
    _do(window, "Larger text")
    _do(window, "Dark colours")
    assert desktop.kept[-1].text_scale == pytest.approx(1.1)
    assert desktop.kept[-1].theme == "dark"
    assert _here(window) == PeoplePlace()
    assert theme.px(100) == 110
    assert window.workplace is not None


def test_a_backup_from_the_window_is_made_and_said(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    work = desktop.unlock(window)
    _do(window, "Back up now")
    desktop.qtbot.waitUntil(lambda: "A backup was made" in _says(work), timeout=PATIENCE)
    assert any((store / "backups").iterdir())


def test_a_store_that_is_gone_is_said_and_forgotten(desktop: Desktop, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    window = desktop.start(settings=Settings(theme="light").with_store(gone))
    page = desktop.page(window, WelcomePage)
    assert str(gone) in _says(page)
    assert desktop.kept[-1].recent_stores == ()


def test_an_empty_folder_becomes_a_panel_that_meets(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = opening.make_store
    monkeypatch.setattr(opening, "make_store", lambda path, new: real(path, new, cost=TEST_COST))
    window = desktop.start()
    _press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    _fill(page, {"Name of the panel": "Kerrow Complex Needs Panel", "Area": "Kerrow"})
    _press(page, "Next")
    _fill(page, {"Your name": "Aled Hâf", "Your agency": "Kerrow Council"})
    _press(page, "Next")
    _press(page, "Next")
    _fill(
        page,
        {
            "Folder of the store": str(tmp_path / "new"),
            "Passphrase": WORDS,
            "The passphrase again": WORDS,
        },
    )
    _press(page, "Make the store")
    code_page = desktop.page(window, RecoveryPage)
    third = code_page._code.split("-")[2]
    _fill(code_page, {"Third group of the code": "ABCDEF"})
    _press(code_page, "I have it: go on")
    assert "not the third group" in _says(code_page)
    _fill(code_page, {"Third group of the code": third.lower()})
    _press(code_page, "I have it: go on")
    work = desktop.page(window, Workplace)
    desktop.qtbot.waitUntil(lambda: "Next meeting" in _says(work), timeout=PATIENCE)
    assert "No meeting is in the calendar" not in _says(work)


def test_a_backup_is_brought_back_into_a_folder_of_its_own(
    desktop: Desktop, store: Path, tmp_path: Path
) -> None:
    office = opening.open_store(store, WORDS)
    made = office.back_up("asked").path
    office.close(back_up=False)
    window = desktop.start()
    _press(desktop.page(window, WelcomePage), "Bring back a backup")
    page = desktop.page(window, RestorePage)
    _press(page, "Bring it back")
    assert "Choose the folder of the backup." in _says(page)
    _fill(
        page,
        {
            "Folder of the backup": str(made),
            "Where it goes": str(tmp_path / "back"),
            "Passphrase of the day the backup was made": "wrong words for it",
        },
    )
    _press(page, "Bring it back")
    desktop.qtbot.waitUntil(lambda: "does not open this store" in _says(page), timeout=PATIENCE)
    _fill(page, {"Passphrase of the day the backup was made": WORDS})
    _press(page, "Bring it back")
    work = desktop.page(window, Workplace)
    desktop.qtbot.waitUntil(lambda: "Petroc" in _says(work), timeout=PATIENCE)
    assert work.sitting.folder == tmp_path / "back"


def test_the_made_up_panel_is_made_once_and_opened_without_a_passphrase(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny = Volume(people=12, actions=30, contacts=30, years=1)

    def small(path: Path, *, today: date, progress: Progress) -> Office:
        return making.make_filled(
            path, tiny, seed=1, today=today, progress=progress, cost=TEST_COST
        )

    monkeypatch.setattr(making, "make_demo", small)
    window = desktop.start()
    for _round in range(2):
        _press(desktop.page(window, WelcomePage), "Look round a made-up panel")
        work = desktop.page(window, Workplace)
        desktop.qtbot.waitUntil(partial(_is_told, work, "Next meeting"), timeout=60_000)
        assert "Made-up people" in [one.accessibleName() for one in work.findChildren(Chip)]
        _do(window, "Lock")
        _press(desktop.page(window, UnlockPage), "Another store")


def test_first_run_says_what_is_missing_and_goes_there(desktop: Desktop) -> None:
    window = desktop.start()
    _press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    _press(page, "Next")
    assert "Give the panel a name." in _says(page)
    focused = page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Name of the panel"


def test_a_weak_passphrase_is_told_in_words(desktop: Desktop, tmp_path: Path) -> None:
    window = desktop.start()
    _press(desktop.page(window, WelcomePage), "Start a new panel")
    page = desktop.page(window, FirstRunPage)
    page._show(3)
    _fill(page, {"Passphrase": "password1234"})
    assert "Weak" in _says(page)
    _press(page, "Make the store")
    assert "among the first that are tried" in _says(page)
    assert not (tmp_path / "new").exists()


def test_a_second_copy_asks_the_first_to_come_forward(desktop: Desktop, store: Path) -> None:
    first = desktop.start(store)
    desktop.unlock(first)
    first.hide()
    second = desktop.start(store)
    page = desktop.page(second, UnlockPage)
    desktop.qtbot.waitUntil(first.isVisible, timeout=PATIENCE)
    assert "open in another window" in _says(page)


def test_a_fault_is_told_once_without_its_message(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    tell = fault_teller(window)
    fault = KeyError("Petroc Trevenna")
    for _round in range(2):
        tell(type(fault), fault, fault.__traceback__)
    boxes = [one for one in window.findChildren(QWidget) if one.inherits("QMessageBox")]
    assert len(boxes) == 1
    assert "Petroc" not in _says(boxes[0])
    assert "KeyError" in fault_log().read_text()
    assert "Petroc" not in fault_log().read_text()


def test_the_screen_shows_what_was_written_by_another_act(desktop: Desktop, store: Path) -> None:
    window = desktop.start(store)
    work = desktop.unlock(window)
    _do(window, "People")
    shown = _caseload(work)
    desktop.qtbot.waitUntil(lambda: len(shown.rows.rows) == 1, timeout=PATIENCE)
    work.jobs.command(lambda desk: register_person(desk, given_name="Tomos"))
    desktop.qtbot.waitUntil(lambda: "Saved on this computer" in _says(work), timeout=PATIENCE)


def _fill(page: QWidget, values: dict[str, str]) -> None:
    for name, value in values.items():
        line = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name)
        line.setText(value)  # keys of the test library stop at ASCII
