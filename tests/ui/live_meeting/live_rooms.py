"""The live meeting as somebody uses it: its window, its keys, what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

from coordinator.casework.live.reads import read_live_item, read_live_meeting
from coordinator.domain.meetings.live_views import LiveItem, LiveMeeting
from coordinator.ui.kit import theme
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.screens.live_meeting.view import LiveMeetingView
from coordinator.ui.shell.workplace import Workplace
from tests.ui.driving import at_place, settle
from tests.ui.live_meeting.live_panels import LivePanel, live_panel

WIDE = (1500, 1000)


@dataclass
class LiveRoom:
    """One window on a meeting under way."""

    panel: LivePanel
    window: QMainWindow

    @property
    def work(self) -> Workplace:
        found = self.window.centralWidget()
        assert isinstance(found, Workplace)
        return found

    @property
    def view(self) -> LiveMeetingView:
        shown = self.work.screen_shown
        assert shown is not None
        assert isinstance(shown.widget, LiveMeetingView)
        return shown.widget

    @property
    def place(self) -> LiveMeetingPlace:
        found = self.work._history.here
        assert isinstance(found, LiveMeetingPlace)
        return found

    @property
    def meeting(self) -> LiveMeeting:
        return read_live_meeting(self.panel.desk, self.panel.meeting)

    @property
    def item(self) -> LiveItem:
        """The item that is open, as the store says it is."""
        assert self.place.item is not None
        return read_live_item(self.panel.desk, self.panel.meeting, self.place.item)

    def says(self) -> str:
        return " ".join(one.text() for one in self.view.findChildren(QLabel) if one.isVisible())

    def do(self, key: Key) -> None:
        """Press a key that an action of the screen has."""
        wanted = [one for one in self.view.actions() if one.shortcut().toString() == key.value]
        assert len(wanted) == 1, f"{key} does {len(wanted)} things"
        wanted[0].trigger()
        settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keys are."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)
        settle()

    def write(self, words: str) -> None:
        """Type words where the keys are, and let them settle."""
        focused = QApplication.focusWidget()
        assert isinstance(focused, QWidget)
        if isinstance(focused, Line):
            focused.insert(words)  # keys of the test library stop at ASCII
            focused.textEdited.emit(focused.text())
        else:
            QTest.keyClicks(focused, words)
        settle()

    def leave(self) -> None:
        """Close the window for good, as the end of the program does."""
        self.window.close()
        self.window.deleteLater()
        settle()

    def open_person(self) -> LiveItem:
        """Go to the first item about a person with an open case."""
        entry = next(one.entry for one in self.meeting.lines if one.entry.case_id)
        while self.place.item != entry.id:
            self.do(Key.LIVE_NEXT)
        return self.item


def live_room(panel: LivePanel, place: LiveMeetingPlace | None = None) -> LiveRoom:
    """Open a window on the meeting of a panel."""
    window = at_place(panel, place or LiveMeetingPlace(panel.meeting))
    window.resize(*WIDE)
    window.show()
    window.activateWindow()
    settle()
    return LiveRoom(panel, window)


@pytest.fixture
def a_live_panel(tmp_path: Path) -> Iterator[LivePanel]:
    made = live_panel(tmp_path / "store")
    yield made
    made.close()


@pytest.fixture
def room(a_live_panel: LivePanel, look: theme.Look) -> Iterator[LiveRoom]:
    made = live_room(a_live_panel)
    yield made
    made.leave()
