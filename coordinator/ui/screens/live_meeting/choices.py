"""Some choices in place, each a labelled button with its key: no menu, nothing over the page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import S
from coordinator.wording.translation import _

_LONG = 40  # letters
_LARGE, _FROM = 100, 1.5


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them: its key, its words, what it stands for, and an icon that repeats the words."""

    key: str
    words: str
    value: object
    icon: str = ""


class Choices(QWidget):
    """What can be said with one key.

    Signals:
        chosen: What it stands for (object).
    """

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[Choice], *, title: str = "", kind: str = "choice"
    ) -> None:
        super().__init__()
        self._values = {one.key: one.value for one in choices}
        self._title = label(title, "strong", wraps=True)
        self._title.setVisible(bool(title))
        self._buttons = {one.key: self._button(one, kind) for one in choices}
        fill(self, self._title, flow(*self._buttons.values(), gap=6), gap=S)

    def ask(self, title: str) -> None:
        """Say what is asked."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def allow(self, values: Collection[object]) -> None:
        """Let only these be chosen."""
        for key, made in self._buttons.items():
            made.setEnabled(self._values[key] in values)

    def offer(self, values: Collection[object]) -> None:
        """Show only these."""
        for key, made in self._buttons.items():
            made.setVisible(self._values[key] in values)

    def press(self, key: str) -> bool:
        """Choose by key, also what is not shown now: whoever listens says why it cannot be.

        Returns:
            Whether the key is one of theirs.
        """
        if key not in self._values:
            return False
        self.chosen.emit(self._values[key])
        return True

    def _button(self, one: Choice, kind: str) -> QPushButton:
        text = _("{key} {words}", key=one.key, words=one.words)
        made = button(_in_two(text), kind, name=one.words)
        made.setAccessibleDescription(_("Key {key}", key=one.key))
        made.clicked.connect(lambda: self.chosen.emit(one.value))
        return made


def _in_two(text: str) -> str:
    """Write long words on two lines where letters are large: no button is wider than its page."""
    if len(text) <= _LONG or px(_LARGE) < _LARGE * _FROM:
        return text
    middle = len(text) // 2
    spaces = (at for at, one in enumerate(text) if one == " ")
    at = min(spaces, key=lambda at: abs(at - middle))
    return f"{text[:at]}\n{text[at + 1 :]}"
