"""What a screen reader meets on every screen: `python -m tests.accessibility_tree [WORD ...]`.

Opens each screen of a made-up panel in a real window and has another process walk the
accessibility tree, as a screen reader does. Lists the controls without a name; there should be
none. Words narrow it to screens whose names hold them.

Needs, by their Debian names: xvfb (or a display of X11), dbus, at-spi2-core, python3-gi and
gir1.2-atspi-2.0. Where they are missing it says so and does nothing.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_INSIDE = "COORDINATOR_INSIDE_ACCESSIBILITY_TREE"
_WALK = Path(__file__).with_name("atspi_walk.py")
_PYTHONS = ("/usr/bin/python3", "python3")
_PATIENCE_MS = 60_000
CONTROLS = frozenset(
    {
        "button", "push button", "check box", "radio button", "toggle button", "combo box",
        "entry", "text", "password text", "spin button", "slider", "list", "list box", "table",
        "tree", "tree table", "page tab", "page tab list", "menu item", "link", "date editor",
    }
)  # fmt: skip
"""Roles of what can be used, as AT-SPI names them."""


@dataclass(frozen=True, slots=True)
class Object:
    """One object of the tree, as another process sees it."""

    role: str
    name: str
    description: str
    focusable: bool
    showing: bool
    within: str

    @property
    def is_control(self) -> bool:
        """Whether somebody can do something with it."""
        return self.role in CONTROLS or (self.focusable and self.role not in {"frame", "dialog"})


def missing() -> list[str]:
    """Name what this needs and this computer lacks, by its Debian name."""
    lacking = [] if shutil.which("dbus-run-session") else ["dbus"]
    if not os.environ.get("DISPLAY") and not shutil.which("xvfb-run"):
        lacking.append("xvfb")
    if not any(Path(at, "at-spi-bus-launcher").exists() for at in _LAUNCHERS):
        lacking.append("at-spi2-core")
    if walker() is None:
        lacking += ["python3-gi", "gir1.2-atspi-2.0"]
    return lacking


_LAUNCHERS = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/libexec/at-spi2-core")


def walker() -> str | None:
    """Find a Python that can talk to the accessibility bus; the one of `.venv` cannot."""
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    for name in _PYTHONS:
        found = shutil.which(name)
        asked = [found or sys.executable, "-c", code]
        if found and not subprocess.run(asked, capture_output=True, check=False).returncode:
            return found
    return None


def go_inside(words: Sequence[str]) -> int:
    """Run all of it again with a session bus and a display of its own; gives the exit code."""
    command = [sys.executable, "-m", "tests.accessibility_tree", *words]
    if not os.environ.get("DISPLAY"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *command]
    inside = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", _INSIDE: "1"}
    whole = ["dbus-run-session", "--", *command]
    return subprocess.run(whole, env=os.environ | inside, check=False).returncode


def trees(words: Sequence[str]) -> Iterator[tuple[str, list[Object]]]:
    """Give each screen with its tree."""
    from PySide6.QtWidgets import QApplication

    from coordinator.ui.kit import theme
    from tests.ui.driving import clear_away, settle
    from tests.ui.pages.every_page import every_page
    from tests.ui.panels import demo_panel

    app = QApplication([])
    look = theme.Look()
    theme.wear(app, look)
    with tempfile.TemporaryDirectory() as place:
        panel = demo_panel(Path(place) / "store", date(2026, 11, 16))
        for shown in every_page(panel, look):
            if all(word in shown.name for word in words):
                widget = shown.make()
                widget.resize(1024, 700)
                widget.show()
                settle()
                yield shown.name, _walked()
                clear_away()
        panel.close()


def _walked() -> list[Object]:
    """Have another process walk our tree while we answer it."""
    from PySide6.QtCore import QEventLoop, QProcess, QTimer

    process, loop = QProcess(), QEventLoop()
    process.finished.connect(loop.quit)
    process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
    process.start(walker() or "", [str(_WALK), str(os.getpid())])
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()
    lines = bytes(process.readAllStandardOutput().data()).decode().splitlines()
    process.kill()
    process.waitForFinished()
    return [Object(**json.loads(line)) for line in lines]


def main(words: Sequence[str]) -> int:
    """Print what was found; gives the exit code."""
    if lacking := missing():
        sys.stdout.write(f"Not looked at: this needs {' '.join(lacking)} (names of Debian).\n")
        return 0
    if _INSIDE not in os.environ:
        return go_inside(words)
    objects = controls = unnamed = 0
    for name, tree in trees(words):
        used = [one for one in tree if one.is_control]
        bare = [one for one in used if not one.name.strip()]
        sys.stdout.write(f"{name}: {len(tree)} objects, {len(used)} controls\n")
        for one in bare:
            sys.stdout.write(f"    no name: {one.role} in {one.within}\n")
        objects, controls, unnamed = (
            objects + len(tree),
            controls + len(used),
            unnamed + len(bare) + (not tree),
        )
    sys.stdout.write(f"{objects} objects, {controls} controls, {unnamed} without a name\n")
    return int(unnamed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
