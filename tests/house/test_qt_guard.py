"""PySide6 6.12.0 on Python 3.11 loses a reference to None per call and aborts after thousands."""

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 1_000
TOLERATED = 50  # other code counts references to None, too


def test_calls_into_qt_keep_their_references_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("a")
    assert abs(sys.getrefcount(None) - before) < TOLERATED


def test_widgets_load_on_a_machine_without_a_screen(qapp: QApplication) -> None:
    assert qapp.platformName() == "offscreen"
    assert QWidget().isHidden()
