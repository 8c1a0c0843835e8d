"""What a panel switches on is found by Ctrl+K from then on, and by nobody before."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox

from coordinator.ui.places.assessments import ToolsPlace
from coordinator.ui.places.money import MoneyPlace
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.ui.desktops import PATIENCE, Desktop, do, here, says

MONEY = "Money: requests, what is left"


def test_the_tools_are_found_once_assessments_are_on(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    assert not _is_offered(window)
    _turn(desktop, window, work)
    desktop.qtbot.waitUntil(lambda: _is_offered(window), timeout=PATIENCE)
    do(window, "Assessment tools")
    assert here(window) == ToolsPlace()
    desktop.qtbot.waitUntil(lambda: "Needs score" in says(work), timeout=PATIENCE)
    _turn(desktop, window, work)
    desktop.qtbot.waitUntil(lambda: not _is_offered(window), timeout=PATIENCE)


def test_a_new_look_keeps_what_is_offered(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    _turn(desktop, window, desktop.unlock(window))
    desktop.qtbot.waitUntil(lambda: _is_offered(window), timeout=PATIENCE)
    do(window, "Larger text")
    desktop.qtbot.waitUntil(lambda: _is_offered(window), timeout=PATIENCE)


def test_money_is_found_once_it_is_on(desktop: Desktop, closed_store: Path) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    assert not _is_offered(window, MONEY)
    _turn(desktop, window, work, "Personal budgets and money")
    desktop.qtbot.waitUntil(lambda: _is_offered(window, MONEY), timeout=PATIENCE)
    do(window, MONEY)
    assert here(window) == MoneyPlace()
    _turn(desktop, window, work, "Personal budgets and money")
    desktop.qtbot.waitUntil(lambda: not _is_offered(window, MONEY), timeout=PATIENCE)


def _turn(
    desktop: Desktop, window: MainWindow, work: Workplace, what: str = "Assessments"
) -> None:
    """Switch something on, or off."""
    do(window, "The panel")
    desktop.qtbot.waitUntil(lambda: bool(_boxes(work, what)), timeout=PATIENCE)
    _boxes(work, what)[-1].click()


def _is_offered(window: MainWindow, words: str = "Assessment tools") -> bool:
    found = [one for one in window.findChildren(QAction) if one.text() == words]
    return any(one.isVisible() and one.isEnabled() for one in found)


def _boxes(work: Workplace, what: str) -> list[QCheckBox]:
    found = [one for one in work.findChildren(QCheckBox) if one.text() == what]
    return [one for one in found if one.isVisible() and one.isEnabled()]
