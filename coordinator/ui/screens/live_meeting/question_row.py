"""One question in place: its words, what it is answered in, and what was understood."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.lines import KeptLine
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.tokens import M, S
from coordinator.ui.screens.live_meeting.choices import ChoiceRow, OfferRow
from coordinator.ui.screens.live_meeting.entries import Entries
from coordinator.ui.screens.live_meeting.questions import Asked, Meant, Runner, Words
from coordinator.wording.translation import _


class QuestionRow(QFrame):
    """The one question that is asked in a place; hidden while there is none.

    Signals:
        typed: What stands in a line now: the name it is kept under, and the words (str, str).
        settled: What is typed is to be kept.
        entered: Enter was pressed in the one line (str).
        given: Several things were answered at once, by their names (dict).
        chosen: An answer by key, or one of what was offered (object).
        left: Escape: the question is let go.
    """

    typed = Signal(str, str)
    settled = Signal()
    entered = Signal(str)
    given = Signal(object)
    chosen = Signal(object)
    left = Signal()

    def __init__(self, *, is_framed: bool = True) -> None:
        super().__init__()
        self.setObjectName("lead" if is_framed else "")
        self.asked: Asked | None = None
        self._before: QWidget | None = None
        self._title = label("", "strong", wraps=True)
        self._told = label("", wraps=True)
        self._wrong = label("", "fault", wraps=True)
        self._meant = label("", "quiet", wraps=True)
        self._keys = label("", "quiet", wraps=True)
        self._build_answers()
        self._title.setBuddy(self.line)
        parts = (self._title, self._told, self.entries, self._wrong, self._meant, self._keys)
        answers = (self._offers, self.choices, self._buttons)
        fill(self, *parts, *answers, gap=S, margin=M if is_framed else 0)
        self.hide()

    @property
    def line(self) -> KeptLine:
        """The first line for words."""
        return self.entries.line

    @property
    def sentence(self) -> str:
        """What stands under the line, for those who look."""
        said = (self._wrong, self._told, self._meant)
        return " ".join(one.text() for one in said if one.text())

    def ask(self, asked: Asked, text: str = "", *, with_keys: bool = True) -> None:
        """Put a question; `with_keys`: the keys go there."""
        self.asked = asked
        self._title.setText(asked.title)
        for said, words in ((self._told, asked.told), (self._keys, asked.keys), (self._meant, "")):
            self._say(said, words)
        self.object_to("")
        self._offers.show_offers(())
        self.choices.show_choices(asked.choices)
        if self.isHidden():
            self._before = QApplication.focusWidget()
        one = Words("", name=asked.name, text=text, hint=asked.hint, suggested=asked.suggested)
        single = {"text": one} if asked.name else {}
        self.entries.show_entries(asked.entries or single, asked.title)
        act = asked.act or _("Keep")
        self._keep.setText(act)
        self._keep.setAccessibleName(_("{act}: {what}", act=act, what=asked.title))
        self._buttons.setVisible(bool(asked.entries))
        self.show()
        if with_keys:
            self.take_keys()

    def take_keys(self) -> None:
        """Put the keys where the question is answered."""
        if self.asked is None:
            return
        if self.asked.name or self.asked.entries:
            self.line.clearFocus()  # it may answer another question than a moment ago
            self.entries.take_keys()
            if self.asked.is_typed_over:
                self.line.selectAll()
        else:
            self.choices.take_keys()
            announce(self, " ".join(filter(None, (self.asked.title, self.asked.told))))

    @property
    def has_keys(self) -> bool:
        """Whether the keys are somewhere in it."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""
        self._say(self._meant, meant.told)
        self._offers.show_offers(meant.offered)
        self.line.setAccessibleDescription(meant.told)

    def object_to(self, sentence: str, at: str = "") -> None:
        """Say below why the answer was not taken; nothing takes it back.

        Args:
            sentence: It.
            at: Which of several things it is about: the keys go there.
        """
        self._say(self._wrong, sentence)
        self._meant.setVisible(bool(self._meant.text()) and self._meant.text() != sentence)
        is_one = self.asked is not None and not self.asked.entries
        self.line.show_wrong(wrong=is_one and bool(sentence))
        if sentence:
            announce(self, sentence)
        if at:
            self.entries.take_keys(at)

    def end(self) -> None:
        """Show no question any more."""
        self.asked = None
        had_keys, before, self._before = self.has_keys, self._before, None
        self.hide()
        if had_keys and before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _build_answers(self) -> None:
        self.entries = Entries()
        self.entries.typed.connect(self.typed)
        self.entries.settled.connect(self.settled)
        self.entries.entered.connect(self._enter)
        self.entries.left.connect(self.left)
        self._offers = OfferRow()
        self._offers.chosen.connect(self._choose_offered)
        self._offers.left.connect(self.line.setFocus)
        self.line.number_pressed.connect(self._offers.choose)
        self.choices = ChoiceRow(kind="")
        self.choices.chosen.connect(self.chosen)
        self._keep = button(_("Keep"), "primary")
        self._keep.clicked.connect(self._enter)
        leave = button(_("Leave it"), "link")
        leave.clicked.connect(self.left)
        self._buttons = flow(self._keep, leave)

    def _enter(self) -> None:
        if self.asked is None:
            return
        if self.asked.entries:
            self.given.emit(self.entries.said)
        else:
            self.entered.emit(self.line.text())

    def _choose_offered(self, value: object) -> None:
        self.line.setFocus()
        self.chosen.emit(value)

    @staticmethod
    def _say(said: QWidget, words: str) -> None:
        said.setText(words)  # type: ignore[attr-defined]
        said.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def join(row: QuestionRow, runner: Runner) -> None:
    """Let a runner hear what is typed and answered in a row."""
    row.typed.connect(runner.typed)
    row.entered.connect(runner.enter)
    row.given.connect(runner.give)
    row.chosen.connect(runner.choose)
