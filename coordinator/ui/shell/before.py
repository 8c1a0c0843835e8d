"""The keys that work before a store is open: the text, the way out, and F1 that shows them."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.shortcuts import Key
from coordinator.wording.translation import _


class BeforeOpen:
    """Actions hung on the window until a store is open, whose own then carry the same keys."""

    def __init__(self, window: QWidget, look: Callable[[str], object]) -> None:
        self._window, self._look = window, look
        self._all: list[QAction] = []

    def hang(self) -> None:
        """Have the keys work; once is enough."""
        if self._all:
            return
        look = self._look
        self._add(_("Larger text"), Key.BIGGER, lambda: look("larger"))
        self._add(_("Smaller text"), Key.SMALLER, lambda: look("smaller"))
        self._add(_("Text in its usual size"), Key.USUAL_SIZE, lambda: look("usual"))
        self._add(_("Keys"), Key.HELP, self._show_keys)
        self._add(_("Leave the program"), Key.QUIT, self._window.close)

    def take_off(self) -> None:
        """Leave the keys to the open store."""
        for action in self._all:
            self._window.removeAction(action)
            action.setParent(None)
            action.deleteLater()
        self._all.clear()

    def _add(self, text: str, key: Key, do: Callable[[], object]) -> None:
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _checked=False: do())
        self._window.addAction(action)
        self._all.append(action)

    def _show_keys(self) -> None:
        from coordinator.ui.shell.helping import ShortcutsDialog  # not before the first page

        ShortcutsDialog(self._window, self._all).open()
