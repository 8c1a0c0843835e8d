"""Some choices in place, each a labelled button with its key: no menu, nothing over the page."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coordinator.ui.kit.boxes import Flow, fill, holder, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import S
from coordinator.ui.screens.live_meeting.questions import Choice
from coordinator.wording.translation import _

MOST = 9
_LONG = 40  # letters
_LARGE, _FROM = 100, 1.5
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ChoiceRow(QWidget):
    """What can be said with one key; hidden while there is nothing.

    Signals:
        chosen: What one of them stands for (object).
    """

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[Choice] = (), *, title: str = "", kind: str = "choice"
    ) -> None:
        super().__init__()
        self._kind = kind
        self._title = label("", "strong", wraps=True)
        self._values: dict[str, object] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._buttons: dict[str, QPushButton] = {}
        self._flow = Flow(S)
        inside = holder(self._flow)
        policy = inside.sizePolicy()
        policy.setHeightForWidth(True)
        inside.setSizePolicy(policy)
        fill(self, self._title, inside, gap=S)
        self.ask(title)
        self._put(choices)
        if not choices:
            self.hide()

    def ask(self, title: str) -> None:
        """Say what is asked."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show what can be answered; what stands there already is left alone."""
        self._put(choices)
        self.setVisible(bool(choices))

    def allow(self, values: Collection[object]) -> None:
        """Let only these be chosen."""
        for key, made in self._buttons.items():
            made.setEnabled(self._values[key] in values)

    def offer(self, values: Collection[object]) -> None:
        """Show only these."""
        for key, made in self._buttons.items():
            made.setVisible(self._values[key] in values)

    def take_keys(self) -> bool:
        """Put the keys on the first; gives whether there is one."""
        first = next(iter(self._buttons.values()), None)
        if first is not None:
            first.setFocus()
        return first is not None

    def press(self, key: str) -> bool:
        """Choose by key, also what is not shown now: whoever listens says why it cannot be.

        Returns:
            Whether the key is one of theirs.
        """
        if key not in self._values:
            return False
        self.chosen.emit(self._values[key])
        return True

    def _put(self, choices: Sequence[Choice]) -> None:
        self._values = {one.key: one.value for one in choices}
        shown = tuple((one.key, one.words) for one in choices)
        if shown != self._shown:
            self._shown = shown
            self._buttons = {one.key: self._button(one) for one in choices}
            refill(self._flow, self._buttons.values())

    def _button(self, one: Choice) -> QPushButton:
        text = _("{key}  {words}", key=one.key, words=one.words)
        made = button(_in_two(text), self._kind, name=one.words)
        made.setAccessibleDescription(_("Key {key}", key=one.key))
        made.clicked.connect(lambda: self.press(one.key))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~_TYPED
        typed = event.text().upper() if is_plain else ""
        if event.key() == Qt.Key.Key_Escape:
            typed = "Esc"
        if not self.press(typed):
            super().keyPressEvent(event)


class OfferRow(ChoiceRow):
    """Up to nine things by number, below a line.

    Signals:
        left: Escape was pressed: back to the line.
    """

    left = Signal()

    def show_offers(self, offered: Sequence[tuple[str, object]]) -> None:
        """Show what can be chosen, with its words."""
        numbered = enumerate(offered[:MOST], 1)
        self.show_choices([Choice(str(at), words, what) for at, (words, what) in numbered])

    def choose(self, number: int) -> None:
        """Choose by number; 1 is the first, and a number nothing has does nothing."""
        self.press(str(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _in_two(text: str) -> str:
    """Write long words on two lines where letters are large: no button is wider than its page."""
    if len(text) <= _LONG or px(_LARGE) < _LARGE * _FROM:
        return text
    middle = len(text) // 2
    spaces = (at for at, one in enumerate(text) if one == " ")
    at = min(spaces, key=lambda at: abs(at - middle))
    return f"{text[:at]}\n{text[at + 1 :]}"
