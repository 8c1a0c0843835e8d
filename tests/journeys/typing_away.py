"""The program in a process of its own, somebody typing in a plan until they are cut short.

Run as `python -m tests.journeys.typing_away STORE PERSON`; prints a line for each letter, with the
moment it was typed, so that whoever ends the process knows what was on the screen.
"""

import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coordinator import app
from coordinator.runtime.settings import Settings
from coordinator.ui.kit.areas import Area
from coordinator.ui.places.every import PlanPlace
from coordinator.ui.shell.window import MainWindow
from tests.offices import WORDS

FIELD = "What matters to me"
_LETTER_MS = 30  # somebody who types fast and never rests


def letters() -> Iterator[str]:
    """Give a text that goes on for ever and never repeats."""
    for number in count(1):
        yield from f"word{number} "


class Somebody:
    """Unlocks, goes to the plan, and types."""

    def __init__(self, window: MainWindow, person: UUID) -> None:
        self._window, self._person = window, person
        self._letters, self._is_there = letters(), False
        self._beat = QTimer()
        self._beat.setInterval(_LETTER_MS)
        self._beat.timeout.connect(self._go_on)
        self._beat.start()

    def _go_on(self) -> None:
        area = self._area()
        if area is not None:
            letter = next(self._letters)
            QTest.keyClicks(area, letter)
            sys.stdout.write(f"{time.monotonic():.3f} {letter}\n")
            sys.stdout.flush()
        elif self._window.workplace is None:
            self._unlock()
        elif not self._is_there:
            self._is_there = True
            self._window.workplace.go(PlanPlace(self._person))

    def _unlock(self) -> None:
        line = self._window.findChild(QLineEdit)
        if line is not None and line.isEnabled() and not line.text() and not self._is_there:
            self._is_there = True
            line.setText(WORDS)
            line.returnPressed.emit()
            self._is_there = False

    def _area(self) -> Area | None:
        work = self._window.workplace
        areas = work.findChildren(Area) if work is not None else []
        return next(
            (one for one in areas if one.accessibleName() == FIELD and one.isVisible()), None
        )


def main(store: Path, person: UUID) -> None:
    """Show the window until somebody ends the process."""
    qt = QApplication([])
    window = MainWindow(app.doors(), Settings(theme="light"), lambda _kept: None)
    window.start(store)
    window.show()
    somebody = Somebody(window, person)
    qt.exec()
    del somebody


if __name__ == "__main__":
    main(Path(sys.argv[1]), UUID(sys.argv[2]))
