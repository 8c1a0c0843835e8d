"""A question in the card: one line with what was understood under it, or yes and no by one key."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import column, fill, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.suggesting import suggest
from coordinator.ui.kit.tokens import S
from coordinator.ui.screens.live_meeting.who.asking import Question
from coordinator.wording.translation import _


class QuestionBox(QWidget):
    """One question at a time.

    Signals:
        answered: What was said to it; *yes* or nothing where one key answers (Question, str).
        typed: What stands in the line at each key (Question, str).
        settled: The same a few times a second: for keeping (Question or nothing, str).
        left: Nobody answers: Escape.
    """

    answered = Signal(object, str)
    typed = Signal(object, str)
    settled = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self._words = label("", "strong", wraps=True)
        self.line = Line("", field="who.line")
        # One for all questions: the next is put while the key that answered the last is handled.
        self._offered = QStringListModel(self)
        suggest(self.line, [""])
        self.line.completer().setModel(self._offered)
        self.line.changed.connect(self._tell)
        self.line.settled.connect(lambda text: self.settled.emit(self.question, text))
        self.line.entered.connect(self._answer)
        self._understood = label("", "quiet", wraps=True)
        self._yes = button(_("Yes (Y)"), name=_("Yes"))
        self._no = button(_("No (N)"), name=_("No"))
        self._yes.clicked.connect(lambda: self._answer(_YES))
        self._no.clicked.connect(lambda: self._answer(""))
        self._yes_no = flow(self._yes, self._no)
        hint = label(_("Enter takes it, Esc leaves it"), "quiet", wraps=True)
        self._typing = holder(column(self.line, self._understood, hint, gap=2))
        fill(self, self._words, self._typing, self._yes_no, gap=S)
        self.hide()

    def ask(self, question: Question) -> None:
        """Put a question, instead of the one that stood here."""
        self.question = question
        self._words.setText(question.words)
        self._typing.setVisible(not question.is_yes_or_no)
        self._yes_no.setVisible(question.is_yes_or_no)
        self._offer(question.offered)
        self.line.setAccessibleName(question.words)
        self.line.fill(question.value)
        self._tell(question.value)
        self.show()
        (self._yes if question.is_yes_or_no else self.line).setFocus()
        announce(self, question.words)

    def _offer(self, words: Sequence[str]) -> None:
        self._offered.setStringList(list(words))

    def end(self) -> None:
        """Take it away."""
        self.question = None
        self._offer(())
        self.line.empty()
        self.hide()

    def show_understood(self, words: str) -> None:
        """Say under the line what it means."""
        self._understood.setText(words)
        self._understood.setVisible(bool(words))
        self.line.setAccessibleDescription(words)

    def _tell(self, text: str) -> None:
        if self.question is not None and not self.question.is_yes_or_no:
            self.typed.emit(self.question, text)

    def _answer(self, said: str) -> None:
        if self.question is not None:
            self.answered.emit(self.question, said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asks_key = self.question is not None and self.question.is_yes_or_no
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif asks_key and event.key() in _KEYS:
            self._answer(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


_YES = "yes"
_KEYS = {Qt.Key.Key_Y: _YES, Qt.Key.Key_N: ""}
