"""The empty state: one sentence, and the one button that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

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
