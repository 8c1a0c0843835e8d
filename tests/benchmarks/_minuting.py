"""One process in which a meeting is minuted, and how long that took; started by `live`.

`python -m tests.benchmarks._minuting room|script STORE AT MEETING`: prints one line of JSON.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from coordinator.casework.live.reads import read_live_around, read_live_item, read_live_meeting
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import Press
from coordinator.runtime.settings import Settings
from coordinator.ui.kit.lines import _SETTLE_MS
from coordinator.ui.lanes import kept
from coordinator.ui.loading import load_plainly
from coordinator.ui.places.every import LiveMeetingPlace
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from tests.benchmarks._window import Stalls, end, wait
from tests.benchmarks._working import _read, _rest
from tests.exports import examples
from tests.journeys.live_player import Player, WallClock, doors_at, field_with_keys
from tests.journeys.live_script import Press as Chord
from tests.journeys.live_words import strokes_of_all

_LETTERS = "the quick brown fox jumps"
_PEOPLE, _PACK, _UPDATES = 8, 200, 30


class Painted(QObject):
    """Tells when a widget was last painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.at = 0.0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if event.type() is QEvent.Type.Paint:
            self.at = time.perf_counter()
        return super().eventFilter(watched, event)


class Minuting:
    """Somebody at the window of a meeting."""

    def __init__(self, store: Path, at: str, meeting: str) -> None:
        self.clock = WallClock(datetime.fromisoformat(at), time.monotonic())
        self.window = MainWindow(doors_at(self.clock), Settings(theme="light"), lambda _kept: None)
        self.window.resize(1500, 1000)
        self.window.start(store)
        self.window.show()
        self.player = Player(self.window, self.clock)
        self.player.unlock()
        self.meeting = UUID(hex=meeting)

    @property
    def work(self) -> Workplace:
        found = self.window.workplace
        assert found is not None
        return found

    @property
    def item(self) -> UUID | None:
        place = self.window.history.here if self.window.history is not None else None
        return place.item if isinstance(place, LiveMeetingPlace) else None

    def room(self) -> dict[str, float]:
        """Open the meeting, type in it, go from person to person."""
        told = self._opening() | self._going_on()
        told |= self._typing("idle", lambda: lambda: True)
        return told | self._typing("busy", self._keep_busy)

    def script(self) -> dict[str, float]:
        """Play the scripted meeting and watch how long the window stands still at most."""
        watch = Stalls()
        _rest(2.0)
        idle = watch.longest
        chapters = dict(strokes_of_all())
        self.work.go(LiveMeetingPlace(self.meeting))  # its morning has begun it or not
        for name in ("to the meeting", "opening"):
            self.player.play(chapters.pop(name))
        watch.begin()
        for strokes in chapters.values():
            self.player.play(strokes)
        return {"idle": idle, "stall": watch.longest}

    def _opening(self) -> dict[str, float]:
        begin = time.perf_counter()
        self.work.go(LiveMeetingPlace(self.meeting))
        self.player.rest()
        self.window.repaint()
        took = (time.perf_counter() - begin) * 1000
        self.player.stroke(Chord("Alt+A"))  # from now on the place tells which item is open
        around = _read(self.work, partial(read_live_around, meeting_id=self.meeting))
        return {"opening": took, "opening reads": around + self._reads()}

    def _going_on(self) -> dict[str, float]:
        ours, limit = [], []
        for _person in range(_PEOPLE):
            before, begin = self.item, time.perf_counter()
            self.player.press("Alt+N")
            wait(lambda was=before: self.item != was and not self.player.is_busy)  # type: ignore[misc]
            self.window.repaint()
            ours.append((time.perf_counter() - begin) * 1000)
            limit.append(self._reads())
        return {"next": statistics.median(ours), "next reads": statistics.median(limit)}

    def _reads(self) -> float:
        assert self.item is not None
        outline = _read(self.work, partial(read_live_meeting, meeting_id=self.meeting))
        one = partial(read_live_item, meeting_id=self.meeting, item_id=self.item)
        return outline + _read(self.work, one)

    def _typing(self, when: str, begin: Callable[[], Callable[[], bool]]) -> dict[str, float]:
        """Type letter by letter while something goes on, here and in a bare window by turns."""
        self.player.stroke(Chord("Alt+A"))  # before it begins: this waits until nothing goes on
        goes_on = begin()
        assert field_with_keys() == "live.action"
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        bare = _bare_line()
        ours, limit = [], []
        saved: list[float] = []
        for letter in _LETTERS:
            ours.append(_to_paint(line, letter))
            limit.append(_to_paint(bare, letter))
        while len(saved) < 5 or (goes_on() and len(saved) < 12 and when == "busy"):
            saved.append(self._to_file(line))
        plain = _SETTLE_MS + _plain_update()
        bare.window().close()
        found = {"paint": ours, "bare": limit, "saved": saved}
        told = {f"{name}, {when}": statistics.median(times) for name, times in found.items()}
        sys.stderr.write(f"{when}: longest to paint {max(ours):.1f}, to file {max(saved):.0f}\n")
        return told | {f"plain, {when}": plain}

    def _to_file(self, line: QLineEdit) -> float:
        """Time one letter until it is in a draft on file."""
        written: list[float] = []
        keep = vars(kept)["keep_draft"]

        def noted(*given: Any, **named: Any) -> None:
            keep(*given, **named)
            written.append(time.perf_counter())

        vars(kept)["keep_draft"] = noted
        begin = time.perf_counter()
        QTest.keyClicks(line, "x")
        wait(lambda: bool(written))
        vars(kept)["keep_draft"] = keep
        return (written[0] - begin) * 1000

    def _keep_busy(self) -> Callable[[], bool]:
        pack = examples.pack(_PACK)
        done: list[object] = []

        def print_it(progress: Any) -> int:
            with Press() as press:
                return len(press.lay_out(PaperKind.PACK, pack, progress=progress))

        self.work.jobs.apart("pack", print_it, done.append)
        self.work.jobs.beside("backup", self.work.sitting.back_up, done.append)
        return lambda: len(done) < 2


def _to_paint(line: QLineEdit, letter: str) -> float:
    watch = Painted(line)
    begin = time.perf_counter()
    QTest.keyClicks(line, letter)
    wait(lambda: watch.at > begin)
    line.removeEventFilter(watch)
    return (watch.at - begin) * 1000


def _bare_line() -> QLineEdit:
    window, line = QMainWindow(), QLineEdit()
    window.setCentralWidget(line)
    window.show()
    line.kept = window  # type: ignore[attr-defined]
    return line


def _plain_update() -> float:
    """Time one UPDATE of one row, on file: the least that keeping anything takes."""
    with tempfile.TemporaryDirectory() as place:
        store = sqlite3.connect(Path(place) / "plain.db")
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("CREATE TABLE draft (id INTEGER PRIMARY KEY, words TEXT)")
        store.execute("INSERT INTO draft VALUES (1, '')")
        store.commit()
        took = []
        for number in range(_UPDATES):
            begin = time.perf_counter()
            store.execute("UPDATE draft SET words = ? WHERE id = 1", ("x" * number,))
            store.commit()
            took.append((time.perf_counter() - begin) * 1000)
        store.close()
    return statistics.median(took)


def main(words: list[str]) -> None:
    """Do what is asked and end, without the backup that closing makes."""
    app = QApplication([])
    load_plainly()
    what, store, at, meeting = words
    sits = Minuting(Path(store), at, meeting)
    told = sits.room() if what == "room" else sits.script()
    end(told)
    del app


if __name__ == "__main__":
    main(sys.argv[1:])
