"""The desktop's lock, heard on a bus of the test's own."""

import shutil
import subprocess
import sys

import pytest

from tests.house.tree import ROOT

_HEAR = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from coordinator.ui.shell.session_lock import SessionLock
app = QCoreApplication([])
heard = []
lock = SessionLock()
lock.locked.connect(lambda: heard.append(True))
def tell(active):
    told = QDBusMessage.createSignal(
        "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
    told.setArguments([active])
    QDBusConnection.sessionBus().send(told)
QTimer.singleShot(50, lambda: tell(False))
QTimer.singleShot(100, lambda: tell(True))
QTimer.singleShot(600, app.quit)
app.exec()
sys.exit(0 if heard == [True] else 1)
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus on this machine")
def test_the_lock_of_the_desktop_is_heard() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", _HEAR],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
