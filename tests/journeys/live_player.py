"""Plays a script on the real window by its keyboard alone, as somebody at a desk would."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from coordinator import app
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, open_store
from coordinator.demo.volume import Volume
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.sitting import Doors, Sitting
from tests.journeys.live_script import Pass, Press, Say, Stroke
from tests.ui.live_meeting.live_panels import live_panel

TEN_PEOPLE = Volume(people=30, actions=150, contacts=250, years=1, asked=0)
"""On the agenda of such a panel stand twelve people, ten to be talked about."""
_PATIENCE_S = 60.0
_LOOK_S = 0.002
_MOMENT = timedelta(milliseconds=1)
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


@dataclass
class WallClock:
    """The clock on the wall of another day: it is moved, and may go on by itself as well.

    Else it goes on by a moment each time somebody looks: what is said later is later.
    """

    at: datetime
    since: float | None = None

    def __call__(self) -> datetime:
        """Tell the time."""
        if self.since is None:
            self.at += _MOMENT
            return self.at
        return self.at + timedelta(seconds=time.monotonic() - self.since)

    def move(self, minutes: int) -> None:
        """Let time pass that nobody waits for."""
        self.at += timedelta(minutes=minutes)


@dataclass(frozen=True)
class Morning:
    """A closed store on the morning of its meeting."""

    store: Path
    meeting: UUID
    at: datetime

    def clock(self, *, goes_on: bool = False) -> WallClock:
        """Give the clock on the wall of that morning; it stands unless it goes on."""
        return WallClock(self.at, time.monotonic() if goes_on else None)


def make_morning(folder: Path, *, begun: bool = False) -> Morning:
    """Make a panel with ten people to talk about, its agenda out; closed again.

    Args:
        folder: Of the store to be made.
        begun: Whether the meeting is under way already.
    """
    made = live_panel(folder, begun=begun, volume=TEN_PEOPLE)
    made.close()
    return Morning(folder, made.meeting, made.clock.at)


def doors_at(clock: Callable[[], datetime]) -> Doors:
    """Give the windows their ways into a store on the day of its meeting."""

    def opened(folder: Path, passphrase: str) -> Sitting:
        office = open_store(folder, passphrase)
        office.desk = replace(office.desk, now=clock)
        return app._seat(office)

    return replace(app.doors(), open_store=opened)


class Player:
    """Presses keys, and goes on once the window has nothing to do."""

    def __init__(self, window: MainWindow, clock: WallClock) -> None:
        self._window, self._clock = window, clock

    def unlock(self) -> None:
        """Type the passphrase, and wait for what stands behind it."""
        self.until(self.has_line)
        self.play((Say(DEMO_PASSPHRASE), Press("Enter")))
        self.until(lambda: self._window.workplace is not None)
        self.rest()

    def play(self, strokes: Iterable[Stroke]) -> None:
        """Play strokes one after another."""
        for stroke in strokes:
            self.stroke(stroke)

    def stroke(self, stroke: Stroke) -> None:
        """Play one."""
        match stroke:
            case Press():
                self.press(stroke.chord)
            case Say():
                for letter in stroke.text:
                    self.letter(letter)
            case Pass():
                self._clock.move(stroke.minutes)
        self.rest()

    def press(self, chord: str) -> None:
        """Press one chord, such as *Alt+N*."""
        *held, last = chord.split("+")
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= _MODIFIERS[one]
        key = QKeySequence.fromString(last)[0].key()  # type: ignore[index]  # the stubs forget it
        QTest.keyClick(self._active, key, modifiers)

    def letter(self, letter: str) -> None:
        """Type one letter where the keys are."""
        QTest.keyClick(self._active, letter)  # type: ignore[call-overload]  # the stubs forget it

    def rest(self) -> None:
        """Wait until nothing is read or written any more, and everything is laid out."""
        self.until(lambda: not self.is_busy)
        QApplication.processEvents()  # what the last answer asked for
        self.until(lambda: not self.is_busy)

    @staticmethod
    def until(is_so: Callable[[], bool]) -> None:
        """Let the window live until something is so."""
        give_up = time.monotonic() + _PATIENCE_S
        QApplication.processEvents()
        while not is_so():
            if time.monotonic() > give_up:
                raise TimeoutError("the window did not come to that")
            time.sleep(_LOOK_S)
            QApplication.processEvents()

    @property
    def is_busy(self) -> bool:
        """Whether a lane of the window has work."""
        work = self._window.workplace
        return work is not None and work.jobs._waiting > 0

    def has_line(self) -> bool:
        """Whether a line has the keys; the window is brought to the front for it."""
        assert self._active is not None
        return isinstance(QApplication.focusWidget(), QLineEdit)

    @property
    def _active(self) -> QWindow:
        if not self._is_in_front():
            self.until(self._is_in_front)
        handle = self._over.windowHandle()
        assert handle is not None
        return handle

    def _is_in_front(self) -> bool:
        """Whether the keys of the desktop go to what is on top; asks for it while they do not.

        Shortcuts are for the active window only, and a desktop takes its time to hand the keys
        back when a form has closed.
        """
        if self._over.isActiveWindow():
            return True
        self._over.activateWindow()
        return False

    @property
    def _over(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window  # a form takes the keys


def field_with_keys() -> str:
    """Name the field that has the keys, as it is found again after a crash."""
    focused: QWidget | None = QApplication.focusWidget()
    return str(focused.property("field") or "") if focused is not None else ""
