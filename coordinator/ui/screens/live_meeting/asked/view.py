"""The widgets of what the person asked for: the words, how long they wait, the answer."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.people.wishes import WishRow
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import S
from coordinator.ui.screens.live_meeting.keys import action, show_in_page
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.ui.screens.live_meeting.questions import Asked, Meant
from coordinator.wording.translation import _
from coordinator.wording.voice import asked_words, stands_words


class AskedPart(QWidget):
    """What the person asked for, until they have been told the answer; hidden while there is none.

    Signals:
        note_asked: Something new is asked for.
        answer_asked: A wish is to be answered (UUID, or nothing for the first that waits).
        told_asked: The person is told the answer (UUID).
    """

    note_asked = Signal()
    answer_asked = Signal(object)
    told_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.question = QuestionRow(is_framed=False)
        self._rows = QVBoxLayout()
        self._list = holder(self._rows)
        head = row(widened(heading(_("They asked"))), label(str(Key.LIVE_ANSWER), "quiet"))
        fill(self, card(head, self._list, self.question, gap=S))
        note = action(_("The person asks for something"), Key.LIVE_WISH, self.note_asked.emit)
        answer = action(_("Answer what was asked"), Key.LIVE_ANSWER, self._answer_first)
        self.actions_here: tuple[QAction, ...] = (note, answer)
        self._has_wishes = False
        self.hide()

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put a question below what was asked for."""
        self.show()
        show_in_page(self)
        self.question.ask(asked, text, with_keys=with_keys)

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""
        self.question.show_meant(meant)

    def object_to(self, sentence: str, at: str = "") -> None:
        """Say below the question why the answer was not taken."""
        self.question.object_to(sentence, at)

    def end(self) -> None:
        """Ask no more; without anything asked for no room is left."""
        self.question.end()
        self.setVisible(self._has_wishes)

    def show_wishes(self, wishes: Sequence[WishRow], today: date, *, may_write: bool) -> None:
        """Show what was asked for; nothing asked leaves no room."""
        refill(self._rows, [self._row(one, today, may_write=may_write) for one in wishes])
        self._has_wishes = bool(wishes)
        self._list.setVisible(self._has_wishes)
        self.setVisible(self._has_wishes or self.question.asked is not None)

    def _row(self, wish: WishRow, today: date, *, may_write: bool) -> QWidget:
        asked = _("“{words}”", words=wish.words)
        lines = [label(asked, "strong", wraps=True)]
        if wish.answer:
            lines.append(label(wish.answer, wraps=True))
        about = f"{asked_words(wish, today)} {stands_words(wish, today)}"
        lines.append(label(about, "quiet", wraps=True))
        words = widened(holder(column(*lines, gap=0)))
        return ruled(words, flow(*self._buttons(wish), gap=0)) if may_write else ruled(words)

    def _buttons(self, wish: WishRow) -> Sequence[QWidget]:
        answer = button(
            _("Answer") if wish.is_waiting else _("Change"),
            "link",
            name=_("Answer: {words}", words=wish.words),
        )
        answer.clicked.connect(lambda: self.answer_asked.emit(wish.id))
        if wish.is_waiting:
            return (answer,)
        told = button(_("Told today"), "link", name=_("Told today: {words}", words=wish.words))
        told.clicked.connect(lambda: self.told_asked.emit(wish.id))
        return (answer, told)

    def _answer_first(self) -> None:
        self.answer_asked.emit(None)
