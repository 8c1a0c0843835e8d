"""A mark that comes and goes: a word with its shape, when there is something to say."""

from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import Flow, refill
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.tokens import Tone


class Told(QWidget):
    """A careful word, or nothing."""

    def __init__(self, sign: str = "clock", tone: Tone = Tone.CAREFUL) -> None:
        super().__init__()
        self._sign, self._tone = sign, tone
        self._words = ""
        self._flow = Flow()
        self.setLayout(self._flow)
        self.hide()

    def say(self, words: str) -> None:
        """Say something else; nothing said leaves no room."""
        if words != self._words:
            self._words = words
            refill(self._flow, [Chip(Mark(words, self._tone, self._sign))] if words else [])
        self.setVisible(bool(words))
