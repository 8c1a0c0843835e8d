"""Buttons under the keys: Enter presses the one it is on, and one ring says which that is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coordinator.ui.kit import theme
from coordinator.ui.kit.asks import Ask, Question
from coordinator.ui.kit.boxes import fill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.sheet import Sheet

_KINDS = ("", "primary", "link", "choice", "big")


def _window(qtbot: QtBot, *parts: QWidget) -> QWidget:
    window = QWidget()
    fill(window, *parts)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_it_is_on_once(
    look: theme.Look, qtbot: QtBot, key: Qt.Key
) -> None:
    made = button("Open")
    pressed: list[bool] = []
    made.clicked.connect(lambda: pressed.append(True))
    window = _window(qtbot, made)
    made.setFocus()
    qtbot.keyClick(made, key)
    assert window.isVisible()
    assert len(pressed) == 1


def test_enter_on_cancel_lets_go_and_sends_nothing(look: theme.Look, qtbot: QtBot) -> None:
    sheet = Sheet(Question("A service is no more", (Ask("why", "Why"),), "It is no more"))
    qtbot.addWidget(sheet)
    given: list[object] = []
    sheet.given.connect(given.append)
    sheet.open()
    cancel = next(one for one in sheet.findChildren(QPushButton) if one.text() == "Cancel")
    cancel.setFocus()
    qtbot.keyClick(cancel, Qt.Key.Key_Return)
    assert given == []
    assert not sheet.isVisible()


def test_enter_in_a_line_still_sends_the_form(look: theme.Look, qtbot: QtBot) -> None:
    sheet = Sheet(Question("A service is no more", (Ask("why", "Why"),), "It is no more"))
    qtbot.addWidget(sheet)
    given: list[object] = []
    sheet.given.connect(given.append)
    sheet.open()
    line = sheet.findChild(QLineEdit)
    assert line is not None
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert len(given) == 1


@pytest.mark.parametrize("kind", _KINDS)
def test_the_keys_show_by_the_ring_and_by_nothing_inside_it(
    look: theme.Look, qtbot: QtBot, kind: str
) -> None:
    made, before = button("Open", kind), QLineEdit()
    made.setFixedWidth(300)
    window = _window(qtbot, before, made)
    window.activateWindow()
    before.setFocus()
    plain = _inside(made)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is made
    assert _inside(made) == plain


def test_a_tick_under_the_keys_has_no_second_ring(look: theme.Look, qtbot: QtBot) -> None:
    made, before = QCheckBox("Yes"), QLineEdit()
    made.setFixedWidth(200)
    window = _window(qtbot, before, made)
    window.activateWindow()
    before.setFocus()
    plain = _inside(made)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is made
    assert _inside(made) == plain


def _inside(one: QWidget) -> QImage:
    """Paint what lies within the ring, beside the words: those may move by the ring's width."""
    QApplication.processEvents()
    return one.grab().toImage().copy(one.width() - 60, 6, 50, one.height() - 12)
