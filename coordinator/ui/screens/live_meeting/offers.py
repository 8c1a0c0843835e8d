"""Things that can be chosen by one key, as buttons with their number."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import Flow, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.tokens import S
from coordinator.wording.translation import _

MOST = 9


class OfferRow(QWidget):
    """Up to nine things; a digit chooses while the keys are here.

    Signals:
        chosen: One of what was offered (object).
        left: Escape was pressed: back to the line.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered: Sequence[object] = ()
        self._words: tuple[str, ...] = ()
        self._flow = Flow(S)
        self.setLayout(self._flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_offers(self, offered: Sequence[tuple[str, object]]) -> None:
        """Show what can be chosen, with its words; what stands there already is left alone."""
        words = tuple(text for text, _what in offered[:MOST])
        self._offered = [what for _text, what in offered[:MOST]]
        if words != self._words:
            self._words = words
            refill(self._flow, [self._button(at, text) for at, text in enumerate(words, 1)])
        self.setVisible(bool(words))

    def take_keys(self) -> bool:
        """Put the keys on the first; gives whether there is one."""
        item = self._flow.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus()
        return widget is not None

    def choose(self, number: int) -> None:
        """Choose by number; 1 is the first, and a number nothing has does nothing."""
        if 1 <= number <= len(self._offered):
            self.chosen.emit(self._offered[number - 1])

    def _button(self, number: int, text: str) -> QWidget:
        words = _("{number}  {words}", number=number, words=text)
        made = button(words, "choice", name=text)
        made.clicked.connect(lambda: self.choose(number))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if 1 <= digit <= MOST:
            self.choose(digit)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
