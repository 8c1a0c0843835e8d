"""Actions of the live meeting: what they do, and the key that does it from anywhere on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from coordinator.ui.kit.shortcuts import Key


def action(text: str, key: Key | None, do: Callable[[], object]) -> QAction:
    """Make an action that the screen hangs on itself, so that its key works all over it."""
    made = QAction(text)
    if key is not None:
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(lambda _checked=False: do())
    return made
