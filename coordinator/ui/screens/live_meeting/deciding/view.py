"""The widgets of what is decided: the two lines, what was decided, one question at a time."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, row, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lines import KeptLine
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import XS, S
from coordinator.ui.screens.live_meeting.deciding.state import (
    ButtonShown,
    DecidingState,
    DecisionShown,
)
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.wording.translation import _


class DecidingPart(QWidget):
    """What is decided about the open line.

    Signals:
        typed: One of the two lines says this now (its name, str).
        settled: What is typed is to be kept.
        words_entered: Enter in the line for the words; `reason_entered` in the one for the reason.
        decide_asked: The keys are to go where it is decided.
        asked: Something else is to be asked in place: *lead*, *review*, *offer*, *answer* (str).
        change_asked: A decision of today is to be changed (UUID).
        stop_asked: It is left as it stands.
        page_asked: To the person's page.
    """

    typed = Signal(str, str)
    settled = Signal()
    words_entered = Signal()
    reason_entered = Signal()
    decide_asked = Signal()
    asked = Signal(str)
    change_asked = Signal(object)
    stop_asked = Signal()
    page_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.decision = self._line(
            "decision", _("Decision"), _("What is decided; r: first restricts it")
        )
        self.decision.entered.connect(lambda _text: self.words_entered.emit())
        self.reason = self._line("reason", _("Because"), _("The reason, in a sentence"))
        self.reason.entered.connect(lambda _text: self.reason_entered.emit())
        self.at_decision, self.below = QuestionRow(), QuestionRow()
        self._build_actions()
        self._decisions: tuple[tuple[DecisionShown, ...], bool] | None = None
        self._decided = QVBoxLayout()
        self._decided_box = holder(self._decided)
        self._wrong = label("", "fault", wraps=True)
        self._wrong.hide()
        head = row(wide(heading(_("Decision"))), self._key_hint())
        parts = (head, self._build_ending(), self._decided_box, self._build_lines())
        body = (*parts, self._wrong, self.at_decision, self._build_buttons(), self.below)
        fill(self, card(*body, gap=S))

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._decide, self._lead, self._review, self._offer)

    def show_state(self, shown: DecidingState) -> None:
        """Show everything but what is typed."""
        self._lines_box.setVisible(shown.may_write)
        self._hint.setVisible(shown.may_write)
        self._say(self._beforehand, shown.beforehand)
        self._mode.setText(shown.mode)
        self._mode_row.setVisible(bool(shown.mode))
        for made, one in (
            (self._answer_button, shown.answer),
            (self._lead_button, shown.lead),
            (self._review_button, shown.review),
            (self._offer_button, shown.offer),
        ):
            _show_button(made, one)
        self._buttons.setVisible(shown.may_write)
        self._say(self._ending_facts, ". ".join(shown.ending))
        self._ending_box.setVisible(bool(shown.ending))
        self._show_decided(shown.decisions, may_write=shown.may_write)

    def fill(self, decision: str, reason: str) -> None:
        """Put words into the two lines."""
        self.decision.show_text(decision)
        self.reason.show_text(reason)

    def object_to(self, sentence: str) -> None:
        """Say under the lines why they were not taken; nothing takes it back."""
        self._say(self._wrong, sentence)
        if sentence:
            announce(self, sentence)

    def show_few(self, sentence: str) -> None:
        """Say who may see the decision; nothing where everybody may."""
        self._say(self._few, sentence)

    def go_to_decision(self) -> None:
        """Put the keys on the line for the words."""
        self.decision.setFocus()

    def go_to_reason(self) -> None:
        """Put the keys on the line for the reason."""
        self.reason.setFocus()

    def _line(self, name: str, words: str, hint: str) -> KeptLine:
        made = KeptLine(words, hint, field=f"live.{name}")
        made.changed.connect(partial(self.typed.emit, name))
        made.settled.connect(lambda _text: self.settled.emit())
        made.let_go.connect(self.stop_asked)
        return made

    def _build_actions(self) -> None:
        self._decide = action(_("Decide"), Key.LIVE_DECIDE, self.decide_asked.emit)
        self._lead = action(_("Lead professional"), Key.LEAD, partial(self.asked.emit, "lead"))
        self._review = action(_("Next review"), Key.REVIEW, partial(self.asked.emit, "review"))
        self._offer = action(_("Offer"), Key.LIVE_OFFER, partial(self.asked.emit, "offer"))

    def _key_hint(self) -> QWidget:
        self._hint = label(str(Key.LIVE_DECIDE), "quiet")
        return self._hint

    def _build_lines(self) -> QWidget:
        self._mode = label("", "strong", wraps=True)
        self._stop = button(_("Leave it as it is"), "link")
        self._stop.clicked.connect(self.stop_asked)
        self._mode_row = holder(row(wide(self._mode), self._stop))
        self._mode_row.hide()
        self._beforehand = label("", "quiet", wraps=True)
        self._few = label("", "strong", wraps=True)
        self._few.hide()
        because = label(_("Because"), "quiet")
        because.setBuddy(self.reason)
        self._lines_box = holder(
            column(
                self._mode_row,
                self.decision,
                holder(row(because, wide(self.reason))),
                self._few,
                self._beforehand,
                gap=XS,
            )
        )
        return self._lines_box

    def _build_buttons(self) -> QWidget:
        made = [
            _quiet_button(partial(self.asked.emit, "answer")),
            _quiet_button(self._lead.trigger, Key.LEAD),
            _quiet_button(self._review.trigger, Key.REVIEW),
            _quiet_button(self._offer.trigger, Key.LIVE_OFFER),
        ]
        self._answer_button, self._lead_button, self._review_button, self._offer_button = made
        self._buttons = flow(*made, gap=0)
        return self._buttons

    def _build_ending(self) -> QWidget:
        self._ending_facts = label("", wraps=True)
        go = button(_("Step down on the person's page"), "link")
        go.clicked.connect(self.page_asked)
        self._ending_box = holder(
            column(label(_("Ready to step down?"), "strong"), self._ending_facts, flow(go), gap=XS)
        )
        self._ending_box.hide()
        return self._ending_box

    def _show_decided(self, decisions: Sequence[DecisionShown], *, may_write: bool) -> None:
        key = (tuple(decisions), may_write)
        if key != self._decisions:
            self._decisions = key
            self._decided_box.setVisible(bool(decisions))
            refill(self._decided, [self._row(one, may_write=may_write) for one in decisions])

    def _row(self, one: DecisionShown, *, may_write: bool) -> QWidget:
        words = label(one.text, "strong" if one.stands else "quiet", wraps=True)
        said = holder(column(words, label(one.about, "quiet", wraps=True), gap=0))
        if not (may_write and one.stands):
            return ruled(wide(said))
        change = button(_("Change"), "link", name=_("Change: {decision}", decision=one.text))
        change.clicked.connect(partial(self._ask_change, one.id))
        return ruled(wide(said), change)

    def _ask_change(self, decision: UUID, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's slot
        self.change_asked.emit(decision)

    @staticmethod
    def _say(said: QWidget, words: str) -> None:
        said.setText(words)  # type: ignore[attr-defined]
        said.setVisible(bool(words))


def _quiet_button(do: object, key: Key | None = None) -> QPushButton:
    made = button("", "link")
    made.setProperty("keys", str(key) if key is not None else "")
    made.setAccessibleDescription(str(key) if key is not None else "")
    made.clicked.connect(lambda _checked=False: do())  # type: ignore[operator]
    made.hide()
    return made


def _show_button(made: QPushButton, shown: ButtonShown) -> None:
    keys = made.property("keys")
    words = _("{words} (unfinished)", words=shown.words) if shown.is_unfinished else shown.words
    made.setText(_("{words}  {keys}", words=words, keys=keys) if keys else words)
    made.setAccessibleName(words)
    made.setVisible(bool(shown.words))
