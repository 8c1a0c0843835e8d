"""The row the keys are on: both sides of it, what happens, and the choice where there is one."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton

from coordinator.ui.kit.boxes import column, flow
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.returns.columns import about, action_text, number, they_say, we_have
from coordinator.ui.screens.returns.presenter import Choice
from coordinator.wording.returns import fate_sentence
from coordinator.wording.translation import _


class Current(QFrame):
    """One row of the sheet, under the list.

    Signals:
        chosen: Theirs is to be taken, or ours stays (bool).
    """

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._text = label("", "strong", wraps=True)
        self._facts = label("", "quiet", wraps=True)
        self._sides = label("", wraps=True)
        self._take = _radio(_("Take theirs"))
        self._keep = _radio(_("Keep ours"))
        self._group = QButtonGroup(self)
        for one in (self._take, self._keep):
            self._group.addButton(one)
        self._group.buttonClicked.connect(lambda _one: self.chosen.emit(self._take.isChecked()))
        self._choices = flow(self._take, self._keep, gap=L)
        self.actions_here = (
            self._key(_("Take theirs"), Key.TAKE_THEIRS, self._take),
            self._key(_("Keep ours"), Key.KEEP_MINE, self._keep),
        )
        box = column(
            self._text,
            self._facts,
            self._sides,
            self._choices,
            gap=6,
        )
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)

    def show_row(self, one: Choice | None) -> None:
        """Show a row, or none."""
        self.setVisible(one is not None)
        if one is None:
            return
        planned = one.row.planned
        self._text.setText(action_text(one) or _("Row {number}", number=one.number))
        self._facts.setText(", ".join(_facts(one)))
        self._sides.setText("\n".join(_sides(one)))
        self._choices.setVisible(planned.can_be_taken)
        for radio, is_on in ((self._take, one.is_taken), (self._keep, not one.is_taken)):
            radio.setEnabled(planned.can_be_taken)
            radio.setChecked(is_on)

    def _key(self, text: str, key: Key, does: QRadioButton) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does.click)
        return action


def _facts(one: Choice) -> Iterable[str]:
    row = one.row.action
    yield number(one) or _("no number")
    if row is not None:
        yield _("about {who}", who=about(row))
        yield row.owner.name or _("owner to agree")
    yield _("row {number} of the sheet", number=one.number)


def _sides(one: Choice) -> Iterable[str]:
    """Put what we have beside what they say, and what comes of it."""
    if one.row.action is not None:
        yield _("We have: {ours}", ours=we_have(one))
    if said := they_say(one):
        yield _("They say: {theirs}", theirs=said)
    yield fate_sentence(one.row.planned, one.row.action)


def _radio(words: str) -> QRadioButton:
    made = QRadioButton(words)
    made.setAccessibleName(words)
    return made
