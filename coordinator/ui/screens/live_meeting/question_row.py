"""One question in place: its words, a line or the keys that answer it, and what was understood."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from coordinator.ui.kit.boxes import Flow, fill, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.tokens import M, S
from coordinator.ui.screens.live_meeting.offers import OfferRow
from coordinator.ui.screens.live_meeting.questions import Asked, Choice, Meant
from coordinator.wording.translation import _


class ChoiceRow(QWidget):
    """Answers by one key each, as buttons.

    Signals:
        chosen: One of them (object).
        left: Escape was pressed.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: Sequence[Choice] = ()
        self._flow = Flow(S)
        self.setLayout(self._flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show what can be answered."""
        if choices != self._choices:
            self._choices = choices
            refill(self._flow, [self._button(one) for one in choices])
        self.setVisible(bool(choices))

    def take_keys(self) -> bool:
        """Put the keys on the first; gives whether there is one."""
        item = self._flow.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus()
        return widget is not None

    def _button(self, one: Choice) -> QWidget:
        words = _("{key}  {words}", key=one.key, words=one.words)
        made = button(words, name=one.words)
        made.setAccessibleDescription(one.key)
        made.clicked.connect(lambda: self.chosen.emit(one.value))
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        typed = event.text().upper() if plain else ""
        found = next((one for one in self._choices if one.key == typed), None)
        if found is not None:
            self.chosen.emit(found.value)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuestionRow(QFrame):
    """The one question that is asked in a place; hidden while there is none.

    Signals:
        typed: What stands in the line now (str).
        settled: The line is to be kept.
        entered: Enter was pressed in the line (str).
        chosen: An answer by key, or one of what was offered (object).
        left: Escape: the question is let go.
    """

    typed = Signal(str)
    settled = Signal()
    entered = Signal(str)
    chosen = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lead")
        self._asked: Asked | None = None
        self._before: QWidget | None = None
        self._title = label("", "strong", wraps=True)
        self._told = label("", wraps=True)
        self._wrong = label("", "fault", wraps=True)
        self._meant = label("", "quiet", wraps=True)
        self.line = KeptLine("", "")
        self._title.setBuddy(self.line)
        self.line.changed.connect(self.typed)
        self.line.settled.connect(lambda _text: self.settled.emit())
        self.line.entered.connect(self.entered)
        self.line.let_go.connect(self.left)
        self._offers = OfferRow()
        self._offers.chosen.connect(self._choose_offered)
        self._offers.left.connect(self.line.setFocus)
        self.line.number_pressed.connect(self._offers.choose)
        self.choices = ChoiceRow()
        self.choices.chosen.connect(self.chosen)
        self.choices.left.connect(self.left)
        parts = (self._title, self._told, self.line, self._wrong, self._meant)
        fill(self, *parts, self._offers, self.choices, gap=S, margin=M)
        self.hide()

    @property
    def sentence(self) -> str:
        """What stands under the line, for those who look."""
        said = (self._wrong, self._told, self._meant)
        return " ".join(one.text() for one in said if one.text())

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put a question; `with_keys`: the keys go there."""
        self._asked = asked
        self._title.setText(asked.title)
        self._say(self._told, asked.told)
        self.object_to("")
        self._say(self._meant, "")
        self._offers.show_offers(())
        self.choices.show_choices(asked.choices)
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.line.setProperty("field", f"live.{asked.name}" if asked.name else "")
        self.line.setVisible(bool(asked.name))
        self.line.setAccessibleName(asked.title)
        self.line.setPlaceholderText(asked.hint)
        self.line.show_text(text)
        self.show()
        if with_keys:
            self.take_keys()

    def take_keys(self) -> None:
        """Put the keys where the question is answered."""
        if self._asked is None:
            return
        if self._asked.name:
            self.line.clearFocus()  # it may answer another question than a moment ago
            self.line.setFocus()
        else:
            self.choices.take_keys()
            announce(self, " ".join(filter(None, (self._asked.title, self._asked.told))))

    @property
    def has_keys(self) -> bool:
        """Whether the keys are somewhere in it."""
        return any(one.hasFocus() for one in self.findChildren(QWidget))

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""
        self._say(self._meant, meant.told)
        self._offers.show_offers(meant.offered)
        self.line.setAccessibleDescription(meant.told)

    def object_to(self, sentence: str) -> None:
        """Say below why the answer was not taken; nothing takes it back."""
        self._say(self._wrong, sentence)
        self.line.show_wrong(wrong=bool(sentence))
        if sentence:
            announce(self, sentence)

    def end(self) -> None:
        """Show no question any more."""
        self._asked = None
        had_keys, before, self._before = self.has_keys, self._before, None
        self.hide()
        if had_keys and before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _choose_offered(self, value: object) -> None:
        self.line.setFocus()
        self.chosen.emit(value)

    @staticmethod
    def _say(said: QWidget, words: str) -> None:
        said.setText(words)  # type: ignore[attr-defined]
        said.setVisible(bool(words))


class KeptLine(Line):
    """A line that Escape leaves as it is typed: the question is let go, the words are kept.

    Signals:
        let_go: Escape was pressed.
    """

    let_go = Signal()

    def show_text(self, text: str) -> None:
        """Show other words; nobody is told."""
        self.blockSignals(True)  # noqa: FBT003 - Qt takes it so
        self.fill(text)
        self.blockSignals(False)  # noqa: FBT003 - Qt takes it so

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
            return
        super().keyPressEvent(event)
