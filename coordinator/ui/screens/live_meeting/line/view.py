"""The widgets of the line: the words, what was understood, what is asked, what can be chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import card, column, fill, holder, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label, write
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import S, Tone
from coordinator.ui.screens.live_meeting.choices import OfferRow
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.line.presenter import FORM, LineState
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.wording.translation import _


class LinePart(QWidget):
    """New actions, one line each.

    Signals:
        typed: What stands in the line now (str).
        settled: The same, to be kept (str).
        entered: Enter was pressed.
        chosen: One of what is offered (Offered).
    """

    typed = Signal(str)
    settled = Signal(str)
    entered = Signal()
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        hint = _(
            "Who, what, by when: probation, book the joint visit, by Fri; r: first restricts it"
        )
        self.line = Line(_("New action: who, what, by when"), hint, field=FORM)
        self.line.changed.connect(self.typed)
        self.line.settled.connect(self.settled)
        self.line.entered.connect(lambda _text: self.entered.emit())
        self._offers = OfferRow()
        self._offers.chosen.connect(self._choose)
        self._offers.left.connect(self.line.setFocus)
        self.line.number_pressed.connect(self._offers.choose)
        self.question = QuestionRow(is_framed=False)
        self._below = self._build_below()
        self._below.hide()
        self._wrong = label("", "fault", wraps=True)
        self._wrong.hide()
        self.go_here = action(_("New action"), Key.LIVE_ACTION, self.line.setFocus)
        head = row(widened(heading(_("New action"))), label(str(Key.LIVE_ACTION), "quiet"))
        body = (head, self.line, self._wrong, self._below, self._offers, self.question)
        fill(self, card(*body, gap=S))
        self._said = ""

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self.go_here,)

    def fill(self, text: str) -> None:
        """Put words into the line."""
        self.line.fill(text)

    def let_type(self, *, may: bool) -> None:
        """Let the line be typed in, or not."""
        self.line.setReadOnly(not may)

    def object_to(self, sentence: str) -> None:
        """Say under the line why it was refused; nothing takes it back."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.line.show_wrong(wrong=bool(sentence))
        if sentence:
            announce(self.line, sentence)

    def go_to_offers(self) -> None:
        """Put the keys on what can be chosen; with nothing there the question is read out."""
        if not self._offers.take_keys() and self._said:
            announce(self.line, self._said)

    def show_state(self, state: LineState | None) -> None:
        """Show what was understood; nothing while the line is empty.

        Asked at every key: only what reads differently is written, so that the page lies still.
        """
        if state is None:
            self._said = ""
            self._below.hide()
            self._offers.show_offers(())
            return
        shown = state.shown
        write(self._who, ": ".join(filter(None, (shown.owner, shown.text))))
        self._day.show_mark(Mark(shown.day, Tone.NEUTRAL, "calendar-clock"))
        self._day.setVisible(bool(shown.day))
        self._enter.setVisible(state.is_complete)
        self._said = " ".join(filter(None, (state.few, *state.told)))
        write(self._few, state.few)
        self._few.setVisible(bool(state.few))
        write(self._told, "\n".join(state.told))
        self._told.setVisible(bool(state.told))
        write(self._promise, state.promise)
        self._promise.setVisible(bool(state.promise))
        self._below.show()
        self._offers.show_offers([(one.words, one) for one in state.offered])
        self.line.setAccessibleDescription(self._said)

    def _build_below(self) -> QWidget:
        self._who, self._told = label("", "strong", wraps=True), label("", wraps=True)
        self._day = Chip(Mark("", Tone.NEUTRAL, "calendar-clock"))
        self._enter = label(_("Enter agrees it"), "quiet")
        understood = row(widened(self._who), self._day, self._enter)
        self._promise = label("", "quiet", wraps=True)
        self._few = label("", "strong", wraps=True)
        return holder(column(understood, self._few, self._told, self._promise, gap=S))

    def _choose(self, offered: object) -> None:
        self.line.setFocus()
        self.chosen.emit(offered)
