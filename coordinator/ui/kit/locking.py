"""The key that locks, in windows that keep every other key of the main window from it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from coordinator.ui.kit.shortcuts import Key


def let_lock(dialog: QDialog) -> None:
    """Have Ctrl+L lock while this is open, through the action of the window it stands over."""
    keys = QKeySequence(Key.LOCK)
    pressed = QShortcut(keys, dialog)
    pressed.activated.connect(lambda: _lock(pressed))


def _lock(pressed: QShortcut) -> None:
    window, keys = _below(pressed.parent()), pressed.key()
    actions = window.actions() if window is not None else ()
    lock = next((one for one in actions if one.shortcut() == keys), None)
    if lock is not None:
        lock.trigger()


def _below(standing: QObject | None) -> QWidget | None:
    """Give the window at the bottom of what stands over one another."""
    found = None
    while isinstance(standing, QWidget):
        found = standing.window()
        standing = found.parentWidget()
    return found
