"""Nobody at the desk: elsewhere it is locked; a live meeting hides names first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coordinator.ui.kit.screen import Screen
from coordinator.ui.shell.idle import IdleWatch
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.workplace import Workplace
from tests.ui.desktops import PATIENCE, Desktop, says


class Told(QObject):
    """Counts what a watch told."""

    def __init__(self, watch: IdleWatch) -> None:
        super().__init__()
        self.said: list[str] = []
        watch.idle.connect(lambda: self.said.append("idle"))
        watch.deserted.connect(lambda: self.said.append("deserted"))


def test_first_it_is_idle_and_much_later_deserted(qtbot: QtBot, qapp: QObject) -> None:
    watch = IdleWatch(qapp, 10)
    told = Told(watch)
    watch.wait_ms(30, 60)
    watch.start()
    qtbot.waitUntil(lambda: told.said == ["idle", "deserted"], timeout=PATIENCE)
    watch.stop()


def test_a_sign_of_life_begins_anew_also_once_it_was_idle(qtbot: QtBot, qapp: QObject) -> None:
    watch, page = IdleWatch(qapp, 10), QWidget()
    qtbot.addWidget(page)
    told = Told(watch)
    watch.wait_ms(30, 3_600_000)
    watch.start()
    qtbot.waitUntil(lambda: told.said == ["idle"], timeout=PATIENCE)
    QTest.keyClick(page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: told.said == ["idle", "idle"], timeout=PATIENCE)
    watch.stop()


@pytest.mark.parametrize(("after", "then"), [(1, 29), (10, 20), (30, 0), (60, 0)])
def test_a_live_meeting_is_locked_after_half_an_hour_and_no_sooner(
    qapp: QObject, after: int, then: int
) -> None:
    watch = IdleWatch(qapp, after)
    assert watch._timer.interval() == after * 60_000
    assert watch._longer.interval() == then * 60_000


def _now_live(work: Workplace, calls: list[str]) -> None:
    """Let the screen that is open be one of a meeting under way."""

    def fall_idle() -> bool:
        calls.append("names hidden")
        return True

    place = work._history.here
    was = work._kept[place]
    work._kept[place] = Screen(was.widget, was.presenter, was.look_again, when_idle=fall_idle)


def test_while_a_meeting_is_live_names_go_first_and_the_lock_comes_later(
    desktop: Desktop, closed_store: Path
) -> None:
    window = desktop.start(closed_store)
    work = desktop.unlock(window)
    hidden: list[str] = []
    _now_live(work, hidden)
    window._idle.idle.emit()
    assert hidden == ["names hidden"]
    assert window.workplace is work
    window._idle.deserted.emit()
    page = desktop.page(window, UnlockPage)
    assert "nobody was at the desk" in says(page)


def test_a_watch_that_rested_after_a_sign_of_life_sees_the_next_one(
    qtbot: QtBot, qapp: QObject
) -> None:
    watch, page = IdleWatch(qapp, 10), QWidget()
    qtbot.addWidget(page)
    told = Told(watch)
    watch.wait_ms(2_000, 3_600_000)
    watch.start()
    QTest.keyClick(page, Qt.Key.Key_A)
    assert watch._rest.isActive()
    QTest.keyClick(page, Qt.Key.Key_A)  # not heard, and the time begins at the end of the rest
    qtbot.waitUntil(lambda: not watch._rest.isActive(), timeout=PATIENCE)
    assert watch._timer.remainingTime() > 1_500
    QTest.keyClick(page, Qt.Key.Key_A)
    assert watch._rest.isActive()
    assert told.said == []
    watch.stop()
    assert not watch._rest.isActive()
