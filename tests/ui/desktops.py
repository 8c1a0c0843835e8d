"""The program as somebody uses it: a window, its pages, and what can be pressed on them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator import app
from coordinator.casework.stores.opening import Office
from coordinator.runtime.settings import Settings
from coordinator.ui.kit import theme
from coordinator.ui.kit.tables import Table
from coordinator.ui.places.every import Place
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import Doors
from tests.meetings import add_case
from tests.offices import WORDS

W = TypeVar("W", bound=QWidget)
PATIENCE = 60_000
"""Milliseconds after which something will not happen any more, also on a machine with no time."""


@dataclass
class Desktop:
    """The program as somebody uses it."""

    qtbot: QtBot
    doors: Doors
    kept: list[Settings] = field(default_factory=list)
    windows: list[MainWindow] = field(default_factory=list)

    def start(
        self,
        store: Path | None = None,
        settings: Settings | None = None,
        file: Path | None = None,
    ) -> MainWindow:
        window = MainWindow(self.doors, settings or Settings(theme="light"), self.kept.append)
        self.windows.append(window)
        window.start(store, file)
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
def closed_store(office: Office) -> Path:
    """A store with one person on the caseload, closed."""
    add_case(office.desk, "Petroc")
    office.close(back_up=False)
    return office.folder.path


def press(widget: QWidget, words: str) -> None:
    found = next(one for one in widget.findChildren(QPushButton) if one.text() == words)
    found.click()


def do(window: MainWindow, words: str) -> None:
    found = next(one for one in window.findChildren(QAction) if one.text() == words)
    found.trigger()


def is_open(store: Path) -> bool:
    return app.doors().is_busy(store)


def is_told(widget: QWidget, words: str) -> bool:
    return words in says(widget)


def here(window: MainWindow) -> Place:
    assert window.history is not None
    return window.history.here


def caseload(work: QWidget) -> Table:
    return next(one for one in work.findChildren(Table) if one.accessibleName() == "Caseload")


def says(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def open_petroc(desktop: Desktop, window: MainWindow) -> None:
    work = desktop.unlock(window)
    do(window, "People")
    table = caseload(work)
    desktop.qtbot.waitUntil(lambda: len(table.rows.rows) == 1, timeout=PATIENCE)
    table.choose(0)
    desktop.qtbot.keyClick(table, Qt.Key.Key_Return)
    desktop.qtbot.waitUntil(lambda: "What happened" in says(work), timeout=PATIENCE)


def fill(page: QWidget, values: dict[str, str]) -> None:
    for name, value in values.items():
        line = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name)
        line.setText(value)  # keys of the test library stop at ASCII
