"""The scripted meeting through a real window of a real desktop: every key comes from xdotool.

Run as `python -m tests.journeys.live_xdotool STORE AT` where `xdotool` is installed, and `Xvfb`
unless `DISPLAY` says that a display is there; says what it pressed.
"""

import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from coordinator.casework.stores.opening import DEMO_PASSPHRASE
from tests.journeys.live_script import ENTER, Pass, Press, Say, Stroke, keys
from tests.journeys.live_words import strokes_of_all

if TYPE_CHECKING:
    from tests.journeys.live_player import WallClock

_DISPLAY = ":97"
_NAMES = {"Enter": "Return", "Space": "space", "Del": "Delete", "PgUp": "Prior"}
_HELD = {"Ctrl": "ctrl", "Alt": "alt", "Shift": "shift"}
_SETTLED_S, _UNLOCK_S, _PATIENCE_S = 0.15, 5.0, 60.0


def is_possible() -> bool:
    """Whether there is a screen to be had, and somebody to press the keys."""
    has_screen = shutil.which("Xvfb") is not None or "DISPLAY" in os.environ
    return has_screen and shutil.which("xdotool") is not None


@contextmanager
def screen() -> Iterator[str]:
    """Lend a display: one that is there, else one of its own for as long as it is needed."""
    if "DISPLAY" in os.environ:
        yield os.environ["DISPLAY"]
        return
    server = subprocess.Popen(["Xvfb", _DISPLAY, "-screen", "0", "1600x1100x24"])
    try:
        time.sleep(1)
        yield _DISPLAY
    finally:
        server.terminate()
        server.wait()


def chord(words: str) -> str:
    """Write a chord as xdotool does."""
    *held, last = words.split("+")
    name = _NAMES.get(last, last.lower() if len(last) == 1 else last)
    return "+".join([*(_HELD[one] for one in held), name])


def press(stroke: Stroke) -> None:
    """Have the desktop press what the stroke says."""
    match stroke:
        case Press():
            _tell("key", "--clearmodifiers", chord(stroke.chord))
        case Say():
            _tell("type", "--delay", "12", stroke.text)
        case Pass():
            pass


def _tell(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)


def play(store: Path, at: datetime) -> None:
    """Play the whole meeting on a window of a display that is there."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from coordinator.runtime.settings import Settings
    from coordinator.ui.loading import load_plainly
    from coordinator.ui.shell.window import MainWindow
    from tests.journeys.live_player import Player, WallClock, doors_at

    qt = QApplication([])
    load_plainly()
    clock = WallClock(at)
    window = MainWindow(doors_at(clock), Settings(theme="light"), lambda _kept: None)
    window.resize(1500, 1000)
    window.start(store)
    window.show()
    player = Player(window, clock)
    calm = threading.Event()
    watch = QTimer()
    watch.timeout.connect(lambda: calm.clear() if player.is_busy else calm.set())
    watch.start(20)

    hand = threading.Thread(target=partial(press_all, clock, calm))
    hand.start()
    ending = QTimer()
    ending.timeout.connect(lambda: None if hand.is_alive() else qt.quit())
    ending.start(200)
    qt.exec()
    hand.join()
    window.close()


def press_all(clock: "WallClock", calm: threading.Event) -> None:
    """Press every key of the meeting, each once the window is calm; on a thread of its own."""
    time.sleep(_UNLOCK_S)
    _tell("search", "--name", "Coordinator", "windowfocus")  # there may be no desktop to do it
    press(Say(DEMO_PASSPHRASE))
    press(ENTER)
    time.sleep(_UNLOCK_S)
    for chapter, strokes in strokes_of_all().items():
        for stroke in strokes:
            if isinstance(stroke, Pass):
                clock.move(stroke.minutes)
                continue
            press(stroke)
            time.sleep(_SETTLED_S)
            calm.clear()
            calm.wait(_PATIENCE_S)
        sys.stdout.write(f"{chapter}: {keys(strokes)} keys\n")
        sys.stdout.flush()


def main(store: Path, at: datetime) -> None:
    """Play it, on a display of its own where none is there."""
    with screen() as display:
        os.environ |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        play(store, at)


if __name__ == "__main__":
    main(Path(sys.argv[1]), datetime.fromisoformat(sys.argv[2]))
