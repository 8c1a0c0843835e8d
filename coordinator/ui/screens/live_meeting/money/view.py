"""The widgets of money in the room: each request, and what is asked below it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.money.views import LineRow, MoneyHere
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import S
from coordinator.ui.screens.live_meeting.keys import action, show_in_page
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.ui.screens.live_meeting.questions import Asked, Meant
from coordinator.ui.shared.kept_back import kept_back
from coordinator.wording.ledger import (
    asked_words,
    decision_words,
    goal_words,
    line_words,
    position_words,
)
from coordinator.wording.translation import _


class MoneyHerePart(QWidget):
    """Requests that wait for a decision, and those decided here; hidden while there is none.

    Signals:
        decide_asked: A request is to be decided (UUID, or nothing for the first that waits).
    """

    decide_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.question = QuestionRow(is_framed=False)
        self._rows = QVBoxLayout()
        head = row(widened(heading(_("Money"))), label(str(Key.LIVE_MONEY), "quiet"))
        fill(self, card(head, holder(self._rows), self.question, gap=S))
        decide = action(_("Decide on a request for money"), Key.LIVE_MONEY, self._decide_first)
        self.actions_here: tuple[QAction, ...] = (decide,)
        self._has_lines = False
        self.hide()

    def ask(self, asked: Asked, text: str, *, with_keys: bool) -> None:
        """Put a question below the requests."""
        show_in_page(self)
        self.question.ask(asked, text, with_keys=with_keys)

    def show_meant(self, meant: Meant) -> None:
        """Show what is understood of the words so far."""
        self.question.show_meant(meant)

    def object_to(self, sentence: str, at: str = "") -> None:
        """Say below the question why the answer was not taken."""
        self.question.object_to(sentence, at)

    def end(self) -> None:
        """Ask no more."""
        self.question.end()

    def show_money(self, money: MoneyHere, *, may_decide: bool) -> None:
        """Show the requests; without any no room is left."""
        refill(self._rows, [self._row(one, money, may=may_decide) for one in money.lines])
        self._has_lines = bool(money.lines)
        self.setVisible(self._has_lines)

    def _row(self, one: LineRow, money: MoneyHere, *, may: bool) -> QWidget:
        lines = [label(line_words(one), "strong", wraps=True)]
        told = (asked_words(one), goal_words(one), decision_words(one))
        left = position_words(money.positions.get(one.fund)) if one.is_waiting else ""
        lines += [label(words, "quiet", wraps=True) for words in (*told, left) if words]
        words = widened(holder(column(*lines, gap=0)))
        marks = kept_back(one.sensitivity)
        if not may:
            return ruled(words, *marks)
        said = _("Decide") if one.is_waiting else _("Decide anew")
        decide = button(said, "link", name=f"{said}: {line_words(one)}")
        decide.clicked.connect(lambda: self.decide_asked.emit(one.id))
        return ruled(words, *marks, flow(decide, gap=0))

    def _decide_first(self) -> None:
        self.decide_asked.emit(None)
