"""A file dialog is open and the desk is locked: nothing is chosen, and nothing fails."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from coordinator.ui.kit.folders import ask_file, ask_folder, ask_new_file
from coordinator.ui.screens.settings.backups import BackupsPart
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.window import MainWindow
from tests.ui.desktops import PATIENCE, Desktop, do, is_open, press
from tests.ui.driving import settle
from tests.ui.test_hardships import full, wait_for_trouble

Ask = Callable[[QWidget], Path | None]


def to_another_folder(desktop: Desktop, window: MainWindow) -> None:
    do(window, "Settings: backups, and bringing one back")
    desktop.qtbot.waitUntil(lambda: window.findChild(BackupsPart) is not None, timeout=PATIENCE)
    press(window, "Back up to another folder…")


def after_trouble(desktop: Desktop, window: MainWindow) -> None:
    full(window)
    press(wait_for_trouble(desktop, window), "Save a backup elsewhere")


def a_file(_desktop: Desktop, window: MainWindow) -> None:
    do(window, "Bring in a file…")


WAYS = pytest.mark.parametrize("way", [to_another_folder, after_trouble, a_file])


@WAYS
def test_what_is_chosen_after_the_desk_was_locked_is_let_go_of(
    desktop: Desktop,
    closed_store: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[Desktop, MainWindow], None],
) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    (tmp_path / "drive").mkdir()

    def locked_meanwhile() -> str:
        window.lock()
        settle()
        return str(tmp_path / "drive")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: locked_meanwhile())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (locked_meanwhile(), ""))
    way(desktop, window)
    desktop.page(window, UnlockPage)
    desktop.qtbot.waitUntil(lambda: not is_open(closed_store), timeout=PATIENCE)
    assert list((tmp_path / "drive").iterdir()) == []


@WAYS
def test_locking_closes_a_file_dialog(
    desktop: Desktop, closed_store: Path, way: Callable[[Desktop, MainWindow], None]
) -> None:
    window = desktop.start(closed_store)
    desktop.unlock(window)
    seen: list[QFileDialog] = []
    waiting = QTimer(window)

    def lock_when_open() -> None:
        if found := window.findChildren(QFileDialog):
            waiting.stop()
            seen.extend(found)
            window.lock()

    waiting.timeout.connect(lock_when_open)
    waiting.start(10)
    way(desktop, window)  # comes back when the dialog is closed
    assert seen
    desktop.page(window, UnlockPage)
    settle()
    assert window.findChildren(QFileDialog) == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda page: ask_folder(page, "Where?"),
        lambda page: ask_file(page, "Which?", "Sheets (*.xlsx)"),
        lambda page: ask_new_file(page, "Where?", "code.txt"),
    ],
)
@pytest.mark.parametrize("goes", [False, True])
def test_a_page_that_is_gone_is_given_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ask: Ask, *, goes: bool
) -> None:
    page = QWidget()

    def answer(*_asked: object) -> str:
        if goes:
            page.deleteLater()
            settle()
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *asked: (answer(*asked), ""))
    assert ask(page) == (None if goes else tmp_path)
