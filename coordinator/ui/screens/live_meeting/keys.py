"""Actions of the live meeting: what they do, and the key that does it from anywhere on it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QScrollArea, QWidget

from coordinator.ui.kit.shortcuts import Key


def show_in_page(part: QWidget) -> None:
    """Bring a part into sight on the page it stands on, before the keys go there."""
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part)
        around = around.parentWidget()


def action(text: str, key: Key | None, do: Callable[[], object]) -> QAction:
    """Make an action that the screen hangs on itself, so that its key works all over it."""
    made = QAction(text)
    made.setAutoRepeat(False)  # a key that is held does it once
    if key is not None:
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(lambda _checked=False: do())
    return made
