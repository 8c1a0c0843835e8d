"""What every page is made with: a window, lanes that wait for nobody, deeds that do nothing."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coordinator.runtime.settings import Settings
from coordinator.ui.device import Device
from coordinator.ui.lanes.background import Background
from coordinator.ui.places.every import (
    Place,
)
from coordinator.ui.places.wandering import History
from coordinator.ui.shell.building import build_screen
from coordinator.ui.shell.commands import Commands, Deeds
from coordinator.ui.shell.workplace import Workplace
from coordinator.ui.sitting import Sitting
from tests.ui.immediate import ImmediateJobs
from tests.ui.live_meeting.live_panels import LivePanel
from tests.ui.panels import MadeUp


@dataclass(frozen=True)
class Shown:
    """A page by name, and how to make it."""

    name: str
    make: Callable[[], QWidget]


class LanesThatWaitForNobody(Background):
    """Signals as the real lanes have them, work done at once: pictures need no waiting."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.close()  # its threads are not wanted
        jobs = ImmediateJobs(sitting.writing)
        jobs.listeners.append(self.changed.emit)  # open screens hear of it, as of the real lanes
        self.query = jobs.query  # type: ignore[method-assign]
        self.command = jobs.command  # type: ignore[method-assign]
        self.long = jobs.long  # type: ignore[method-assign]
        self.apart = jobs.apart  # type: ignore[method-assign]
        self.beside = jobs.beside  # type: ignore[method-assign]
        self.jobs = jobs


def at_place(panel: MadeUp | LivePanel, place: Place) -> QMainWindow:
    """Open the workplace at a place, in a window of its own."""
    window = QMainWindow()
    commands = Commands(window, deeds(), has_work=panel.sitting.set_out is None)
    lanes = LanesThatWaitForNobody(panel.sitting)
    lanes.setParent(window)
    work = Workplace(
        panel.sitting, lanes, History(place), commands, build_screen, device_of(panel)
    )
    window.setCentralWidget(work)
    screen = work.screen_shown
    if screen is not None and screen.first is not None:
        screen.first.setFocus()
    window.lanes = lanes  # type: ignore[attr-defined]
    return window


def device_of(panel: MadeUp | LivePanel) -> Device:
    """A device that remembers two other stores and a backup on a stick."""
    known = Settings(("/stores/kerrow", "/stores/older"), theme="light")
    known = known.with_backup(panel.sitting.folder, Path("/media/stick"), date(2026, 10, 19))
    return Device(lambda: known, nothing, lambda _code: True, nothing, nothing)


def deeds() -> Deeds:
    """Do nothing, whatever is asked."""
    return Deeds(**{one.name: nothing for one in fields(Deeds)})


def settle() -> None:
    """Let Qt lay out, paint and clear away."""
    for _round in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def clear_away() -> None:
    """Close every window that is open, those under forms too: each would be dressed anew."""
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    settle()


def nothing(*_values: object) -> None:
    return None


def shown_widget(window: QMainWindow) -> QWidget:
    work = window.centralWidget()
    assert isinstance(work, Workplace)
    assert work.screen_shown is not None
    return work.screen_shown.widget
