"""The empty state: one sentence, and the one button that fills it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.ui.kit.boxes import fill, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.tokens import M


class Empty(QWidget):
    """Says why there is nothing and what to do about it.

    Signals:
        asked: The button was pressed.
    """

    asked = Signal()

    def __init__(self, sentence: str = "", act: str = "") -> None:
        super().__init__()
        self._words = label(sentence, "quiet", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._act = button(act, name=act)
        self._act.setVisible(bool(act))
        self._act.clicked.connect(self.asked)
        fill(self, self._words, row(None, self._act, None), None, gap=M, margin=M)

    def say(self, sentence: str, act: str = "") -> None:
        """Say something else; without `act` there is no button."""
        self._words.setText(sentence)
        self._act.setText(act)
        self._act.setAccessibleName(act)
        self._act.setVisible(bool(act))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_keys)

    def _take_keys(self) -> None:
        """Take the keys that an empty list left, before they are lost to the rail."""
        had: QWidget | None = self.window().focusWidget()
        is_here = had is not None and self._page().isAncestorOf(had)
        if self._act.isVisible() and not is_here:
            self._act.setFocus()

    def _page(self) -> QWidget:
        """Find the page this stands on: one of a stack, else the whole window."""
        page: QWidget = self
        while (around := page.parentWidget()) is not None:
            if isinstance(around, QStackedWidget):
                break
            page = around
        return page
