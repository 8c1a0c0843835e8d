"""One process that opens a window and says how long it took; started by `windows`.

`python -m tests.benchmarks._window bare|unlock|work [STORE]`: prints `painted` at the
first paint, and for `work` one line of JSON with milliseconds and megabytes at the end.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

_PATIENCE_S = 900.0  # a backup of the large store is checked page by page
_LOOK_MS = 20  # how often is looked though nothing happens


class FirstPaint(QObject):
    """Says when the first widget was painted, and goes on with `then`."""

    def __init__(self, then: Callable[[], None] = lambda: None) -> None:
        super().__init__()
        self.is_told, self._then = False, then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        if event.type() is QEvent.Type.Paint and not self.is_told:
            self.is_told = True
            QTimer.singleShot(0, self._tell)  # when it is done
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        sys.stdout.write("painted\n")
        sys.stdout.flush()
        self._then()


class Stalls(QObject):
    """Beats every millisecond and keeps the longest gap between two beats, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self.longest = time.perf_counter(), 0.0
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._note)
        self._beat.start(1)

    def _note(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def begin(self) -> None:
        """Forget what was."""
        self._last, self.longest = time.perf_counter(), 0.0


def wait(until: Callable[[], bool]) -> float:
    """Let the window live until something holds; give how long that took, in milliseconds.

    Between two events it sleeps, as the program does. A loop that never sleeps keeps the
    interpreter from the lanes, and then what is timed is mostly the loop.
    """
    loop, looking, begin = QEventLoop(), QTimer(), time.perf_counter()
    looking.start(_LOOK_MS)
    while not until():
        if time.perf_counter() - begin > _PATIENCE_S:
            raise TimeoutError
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return (time.perf_counter() - begin) * 1000


def pss() -> float:
    """Give the memory that is this process's own share, in megabytes."""
    for line in Path("/proc/self/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def says(widget: QWidget) -> str:
    return " ".join(one.text() for one in widget.findChildren(QLabel))


def bare() -> dict[str, float]:
    """A window with a line of text and nothing of ours."""
    label = QLabel("A window")
    label.resize(1200, 800)
    label.show()
    for _round in range(20):
        QApplication.processEvents()
    return {"memory": pss()}


def first_page(store: Path) -> None:
    """The page that asks for the passphrase, by the way the program starts; does not come back."""

    class Watched(QApplication):
        """The program's application, that ends when something was painted."""

        def __init__(self, arguments: Sequence[str]) -> None:
            super().__init__(list(arguments))
            self._first = FirstPaint(then=partial(end, {}))
            self.installEventFilter(self._first)

    QtWidgets.QApplication = Watched  # type: ignore[misc,assignment]
    from coordinator.app import open_window

    open_window(store)


def end(told: dict[str, float]) -> None:
    """Tell, and end at once, without the backup that closing makes."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)


def main(words: list[str]) -> None:
    """Do what is asked and end."""
    if words[0] == "unlock":
        first_page(Path(words[1]))
    app = QApplication([])
    watch = FirstPaint()
    app.installEventFilter(watch)
    if words[0] == "bare":
        end(bare())
    from coordinator.ui.loading import load_plainly

    load_plainly()
    from tests.benchmarks._working import whole

    end(whole(Path(words[1])))


if __name__ == "__main__":
    main(sys.argv[1:])
