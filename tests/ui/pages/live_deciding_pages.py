"""Pages of what is decided in a meeting, with real rows."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QApplication, QMainWindow

from coordinator.casework.live.reads import read_live_meeting
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.screens.live_meeting.deciding.view import DecidingPart
from tests.ui.driving import Shown, at_place, settle, shown_widget
from tests.ui.panels import MadeUp


def every_place_of_deciding(panel: MadeUp) -> Iterator[Shown]:
    """Give a decision about to be recorded, and a lead about to be agreed."""
    yield Shown("live-decision", partial(_deciding, panel))
    yield Shown("live-lead", partial(_leading, panel))


def _deciding(panel: MadeUp) -> QMainWindow:
    window, part = _at_somebody(panel)
    _write(part.decision, "Offer the hostel room because it is warm and the dog may come")
    part.decision.returnPressed.emit()
    part.at_decision.take_keys()
    return window


def _leading(panel: MadeUp) -> QMainWindow:
    window, part = _at_somebody(panel)
    _do(window, Key.LEAD)
    _write(part.below.line, "a")
    return window


def _at_somebody(panel: MadeUp) -> tuple[QMainWindow, DecidingPart]:
    live = panel.live
    lines = read_live_meeting(live.desk, live.meeting).lines
    leaderless = next(one.entry for one in lines if one.entry.person and not one.entry.person.lead)
    window = at_place(live, LiveMeetingPlace(live.meeting, leaderless.id))
    window.resize(1024, 700)
    window.show()
    window.activateWindow()  # the page goes to where the keys are
    settle()
    part = window.findChild(DecidingPart)
    assert part is not None
    return window, part


def _do(window: QMainWindow, key: Key) -> None:
    actions = shown_widget(window).actions()
    next(one for one in actions if one.shortcut().toString() == key.value).trigger()
    QApplication.processEvents()


def _write(line: Line, words: str) -> None:
    line.setText(words)
    line.textEdited.emit(words)
