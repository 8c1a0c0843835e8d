"""The cards above the log: copies that should come back, and what was told to the wrong people."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.disclosing.holders import Held, to_ask
from coordinator.domain.disclosing.log import DisclosureRow
from coordinator.ui.kit.boxes import Head, column, holder, refill, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.wording.disclosures import astray_line, astray_words, held_words, to_ask_words
from coordinator.wording.translation import _


class HoldersCard(QFrame):
    """Who holds what they should not; hidden while there is nothing.

    Signals:
        asked_back: These copies were asked back today (a tuple of Held).
    """

    asked_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._held: tuple[Held, ...] = ()
        self._title, self._lines = heading(""), label("", wraps=True)
        self._ask = button(_("All asked back today"))
        self._ask.clicked.connect(lambda: self.asked_back.emit(self._held))
        words: QWidget = holder(column(self._title, self._lines, gap=2))
        box = column(Head(words, self._ask), gap=M)
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)
        self.hide()

    def show_held(self, held: Sequence[Held], *, may_edit: bool) -> None:
        """Show what is to be asked back."""
        self._held = to_ask(held)
        self._title.setText(to_ask_words(self._held))
        self._lines.setText("\n".join(held_words(one) for one in self._held))
        self._ask.setVisible(may_edit)
        self.setVisible(bool(self._held))


class AstrayCard(QFrame):
    """What was told to who must not be told, and nobody dealt with; hidden while there is nothing.

    Signals:
        settle_asked: It is to be noted what was done about one (DisclosureRow).
    """

    settle_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title, self._lines = heading(""), QVBoxLayout()
        box = column(self._title, self._lines, gap=M)
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)
        self.hide()

    def show_rows(self, rows: Sequence[DisclosureRow], today: date, *, may_edit: bool) -> None:
        """Show them, newest first."""
        self._title.setText(astray_words(len(rows)))
        refill(self._lines, [self._line(one, today, may_edit=may_edit) for one in rows])
        self.setVisible(bool(rows))

    def _line(self, one: DisclosureRow, today: date, *, may_edit: bool) -> QWidget:
        said = widened(label(astray_line(one, today), wraps=True))
        if not may_edit:
            return holder(row(said))
        settle = button(_("Dealt with…"), "link", name=_("Dealt with: {name}", name=one.number))
        settle.clicked.connect(lambda: self.settle_asked.emit(one))
        return holder(row(said, settle, gap=M))
