"""Starting: the window or a command, no display, and what is loaded before the first page."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coordinator import app
from coordinator.cli.program import app as commands
from tests.house.tree import ROOT
from tests.offices import WORDS

_PAINT = """
import sys
from pathlib import Path
from PySide6 import QtWidgets
from coordinator.app import doors
from coordinator.runtime.settings import Settings
from coordinator.ui.kit import theme
from coordinator.ui.shell.window import MainWindow
qt = theme.application([])
import dataclasses
lent = dataclasses.replace(doors(), warm_up=lambda: None)
window = MainWindow(lent, Settings(), lambda kept: None)
window.start(Path(sys.argv[1]))
window.show()
qt.processEvents()
assert type(window.centralWidget()).__name__ == sys.argv[2], window.centralWidget()
loaded = set(vars(QtWidgets)) & {"QStyle", "QMessageBox", "QFileDialog"}
# Qt makes each of its classes, with all its lists, on the first use.
assert sys.argv[2] == "WelcomePage" or not loaded, loaded
window.close()
"""
_OPEN = """
import dataclasses, linecache, os, sys
from pathlib import Path
from coordinator.ui.loading import load_plainly
load_plainly()
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit
from coordinator.app import doors
from coordinator.runtime.settings import Settings
from coordinator.ui.kit import theme
from coordinator.ui.shell.window import MainWindow
qt = theme.application([])
loop, beat, warmed = QEventLoop(), QTimer(), []
beat.start(20)
def live(until):
    while not until():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
def warm_up():
    doors().warm_up()
    warmed.append(True)
window = MainWindow(dataclasses.replace(doors(), warm_up=warm_up), Settings(), lambda kept: None)
window.start(Path(sys.argv[1]))
window.show()
live(lambda: warmed)
before = set(sys.modules)
line = window.findChild(QLineEdit)
line.setText(sys.argv[2])
line.returnPressed.emit()
live(lambda: any(one.text() == "Next meeting" for one in window.findChildren(QLabel)))
qt.processEvents()
print(*sorted(set(sys.modules) - before))
print(*(one for one in linecache.cache if one.endswith("sqlalchemy/__init__.py")))
sys.stdout.flush()
os._exit(0)
"""
_WHOSE_IMPORT = """
import builtins, sys, types
from pathlib import Path
from coordinator import app
def start(*_given):
    return int(builtins.__import__ is not builtins.__orig_import__)
sys.modules["coordinator.ui.shell.starting"] = types.SimpleNamespace(start=start)
sys.exit(app.open_window(Path()))
"""
_STYLE = """
import sys
from coordinator.ui.kit import theme
sys.exit(theme.application([]).style().name() != "fusion")
"""
HEAVY = {"sqlalchemy", "sqlcipher3", "alembic", "reportlab", "pikepdf", "PIL", "openpyxl", "babel"}


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("page", ["UnlockPage", "WelcomePage"])
def test_the_first_page_is_painted_before_anything_heavy_is_loaded(
    tmp_path: Path, page: str
) -> None:
    if page == "UnlockPage":
        (tmp_path / "keys.json").write_text("{}")
    words = ("-X", "importtime", "-c", _PAINT, str(tmp_path), page)
    done = _run(*words, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr[-2_000:]
    loaded = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "PySide6" in loaded
    assert loaded & HEAVY == set()


def test_nothing_is_loaded_once_the_passphrase_is_given(closed_store: Path) -> None:
    """What opening needs is loaded while it is typed, and no source is read or kept for it."""
    done = _run("-c", _OPEN, str(closed_store), WORDS, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr[-2_000:]
    assert done.stdout.split() == []


def test_the_program_takes_back_what_qt_does_whenever_a_module_is_loaded() -> None:
    assert _run("-c", _WHOSE_IMPORT, QT_QPA_PLATFORM="offscreen").returncode == 0


def test_the_style_is_ours_from_the_start_whatever_the_desktop_wants() -> None:
    wanted = {"QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"}
    assert _run("-c", _STYLE, **wanted).returncode == 0


def test_without_a_display_it_says_so_in_one_sentence(tmp_path: Path) -> None:
    done = _run("main.py", str(tmp_path), QT_QPA_PLATFORM="xcb")
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display")
    assert len(done.stderr.splitlines()) == 1


def test_the_words_of_the_command_line_are_known_at_the_start() -> None:
    words = {
        one.name or one.callback.__name__ for one in commands.registered_commands if one.callback
    }
    words |= {group.name for group in commands.registered_groups if group.name}
    assert words == app.COMMANDS


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["."], True),
        ([f"some{os.sep}folder"], True),
        (["check"], False),
        (["chekc"], False),
        (["check", "."], False),
        (["--help"], False),
    ],
)
def test_a_folder_alone_or_nothing_opens_the_window(words: list[str], window: bool) -> None:
    assert app.wants_window(words) is window


@pytest.mark.parametrize(
    ("environment", "system", "shown"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", False),
        ({}, "win32", True),
    ],
)
def test_a_display_is_looked_for_before_qt_would_give_up(
    environment: dict[str, str], system: str, shown: bool
) -> None:
    assert app.has_display(environment, system) is shown


def test_presenters_load_no_qt() -> None:
    code = (
        "import sys, coordinator.ui.screens.this_week.presenter,"
        " coordinator.ui.screens.people.presenter, coordinator.ui.screens.person.presenter;"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    assert _run("-c", code).returncode == 0


@pytest.mark.parametrize("strength", ["weak", "fair", "good", "strong"])
def test_every_strength_is_told_in_words(strength: str) -> None:
    from coordinator.ui.kit.secrets import _STRENGTHS
    from coordinator.vault.passphrases import Strength

    assert strength in _STRENGTHS
    assert {one.value for one in Strength} == set(_STRENGTHS)
