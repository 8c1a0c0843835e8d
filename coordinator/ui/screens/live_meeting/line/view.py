"""The widgets of the line: the words, what was understood, what is asked, what can be chosen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.ui.kit.boxes import card, fill, holder, refill, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import S, Tone
from coordinator.ui.screens.live_meeting.choices import OfferRow
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.line.presenter import FORM, LineState
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
        hint = _("Who, what, by when: probation, book the joint visit, by Fri")
        self.line = Line(_("New action: who, what, by when"), hint, field=FORM)
        self.line.changed.connect(self.typed)
        self.line.settled.connect(self.settled)
        self.line.entered.connect(lambda _text: self.entered.emit())
        self._offers = OfferRow()
        self._offers.chosen.connect(self._choose)
        self._offers.left.connect(self.line.setFocus)
        self.line.number_pressed.connect(self._offers.choose)
        self._understood = QVBoxLayout()
        self._below = holder(self._understood)
        self._below.hide()
        self._wrong = label("", "fault", wraps=True)
        self._wrong.hide()
        self.go_here = action(_("New action"), Key.LIVE_ACTION, self.line.setFocus)
        head = row(widened(heading(_("New action"))), label(str(Key.LIVE_ACTION), "quiet"))
        body = (head, self.line, self._wrong, self._below, self._offers)
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
        """Show what was understood; nothing while the line is empty."""
        if state is None:
            self._said = ""
            refill(self._understood, [])
            self._below.hide()
            self._offers.show_offers(())
            return
        parts = [self._shown(state), *(label(told, wraps=True) for told in state.told)]
        refill(self._understood, parts)
        self._below.show()
        self._offers.show_offers([(one.words, one) for one in state.offered])
        self._said = " ".join(state.told)
        self.line.setAccessibleDescription(self._said)

    def _shown(self, state: LineState) -> QWidget:
        shown = state.shown
        who_does_what = ": ".join(filter(None, (shown.owner, shown.text)))
        parts: list[QWidget] = [widened(label(who_does_what, "strong", wraps=True))]
        if shown.day:
            parts.append(Chip(Mark(shown.day, Tone.NEUTRAL, "calendar-clock")))
        if state.is_complete:
            parts.append(label(_("Enter agrees it"), "quiet"))
        return holder(row(*parts))

    def _choose(self, offered: object) -> None:
        self.line.setFocus()
        self.chosen.emit(offered)
