"""Keys that stay where they were on a page whose parts are made anew."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget


def focused_name(view: QWidget) -> str:
    """Name the button that has the keys, also while a form stands over the page."""
    one = view.window().focusWidget()
    is_held = isinstance(one, QPushButton) and view.isAncestorOf(one)
    return one.accessibleName() if is_held else ""


def focus_again(view: QWidget, name: str) -> None:
    """Give the keys back to the button of this name, which may have been made anew."""
    if name:
        QTimer.singleShot(0, view, lambda: _give_focus(view, name))  # Qt shows new parts later


def _give_focus(view: QWidget, name: str) -> None:
    for one in view.findChildren(QPushButton):
        if one.accessibleName() == name and one.isVisibleTo(view):
            one.setFocus()
            return
