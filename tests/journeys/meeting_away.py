"""The program in a process of its own, a meeting minuted in it until somebody ends the process.

Run as `python -m tests.journeys.meeting_away STORE AT CHAPTER`: begins where the store says that
somebody was, with that chapter of the script, every word a token that never comes again. Prints a
line for each stroke: when, where the keys are, and the token that is whole with it.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coordinator.runtime.settings import Settings
from coordinator.ui.loading import load_plainly
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.shell.window import MainWindow
from tests.journeys.live_player import Player, WallClock, doors_at, field_with_keys
from tests.journeys.live_script import Pass, Press, Say, Stroke
from tests.journeys.live_words import strokes_of_all

_LETTER_MS = 30  # somebody who types fast and never rests
_MARK = "token"


@dataclass(frozen=True)
class Told:
    """One stroke: the moment, where the keys are, and a token that is whole with it."""

    at: float
    item: str
    field: str
    token: str = ""


def strokes_from(chapter: str) -> Iterator[Stroke | str]:
    """Give the strokes from a chapter on, letter by letter, with tokens in place of the words."""
    chapters = strokes_of_all()
    names, numbers = list(chapters), count(1)
    for name in names[names.index(chapter) :]:
        for stroke in chapters[name]:
            if isinstance(stroke, Say):
                yield stroke
                tokens = (f"{_MARK}{next(numbers):04}" for _word in stroke.words.split())
                yield from stroke.before + " ".join(tokens) + stroke.after
            else:
                yield stroke


class Somebody:
    """Goes through the script without a rest, waiting only where there is nothing to type in."""

    def __init__(self, window: MainWindow, player: Player, chapter: str) -> None:
        self._window, self._player = window, player
        self._strokes = strokes_from(chapter)
        self._next: Stroke | str | None = None
        self._typed = self._field = ""
        self._beat = QTimer()
        self._beat.setInterval(_LETTER_MS)
        self._beat.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin."""
        self._beat.start()

    def _go_on(self) -> None:
        if self._next is None:
            self._next = next(self._strokes, None)
        if self._next is None:
            self._tell("")  # nothing is left to say: the program is ended where it stands
            return
        if not isinstance(self._next, str) and self._player.is_busy:
            return  # nobody types where nothing is asked yet
        stroke, self._next = self._next, None
        self._do(stroke)

    def _do(self, stroke: Stroke | str) -> None:
        token = ""
        match stroke:
            case str():
                self._player.letter(stroke)
                self._typed += stroke
                *_before, last = self._typed.split(_MARK)
                token = _MARK + last if len(last) == 4 and last.isdigit() else ""
            case Press():
                self._player.press(stroke.chord)
            case Pass() | Say():
                pass  # the clock goes on by itself; the letters follow
        self._tell(token)

    def _tell(self, token: str) -> None:
        place = self._window.history.here if self._window.history is not None else None
        self._field = field_with_keys() or self._field
        item = place.item if isinstance(place, LiveMeetingPlace) else None
        told = Told(time.monotonic(), item.hex if item else "", self._field, token)
        sys.stdout.write(json.dumps(asdict(told)) + "\n")
        sys.stdout.flush()


def main(store: Path, at: datetime, chapter: str) -> None:
    """Show the window until somebody ends the process."""
    qt = QApplication([])
    load_plainly()
    clock = WallClock(at, time.monotonic())
    window = MainWindow(doors_at(clock), Settings(theme="light"), lambda _kept: None)
    window.resize(1500, 1000)
    window.start(store)
    window.show()
    player = Player(window, clock)
    player.unlock()
    somebody = Somebody(window, player, chapter)
    somebody.begin()
    qt.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]), sys.argv[3])
