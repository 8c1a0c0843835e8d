"""The agency the keys are on: whom it is asked about, what it answered, one key per answer."""

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton

from coordinator.domain.lists.sharing import Known
from coordinator.domain.meetings.information_views import AgencyAsked, Cell
from coordinator.ui.kit.boxes import column, flow
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.screens.requests.columns import cell_columns, state_words
from coordinator.wording import dates
from coordinator.wording.labels import inline
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext

AT_HAND: Mapping[Known, Key] = {
    Known.KNOWN: Key.REPLY_KNOWN,
    Known.WILL_SHARE: Key.REPLY_WILL_SHARE,
    Known.CANNOT_SHARE: Key.REPLY_CANNOT_SHARE,
    Known.NOT_KNOWN: Key.REPLY_NOT_KNOWN,
}
"""The answers, each with its key."""
_MOST_SHOWN = 8


class Current(QFrame):
    """One agency with everybody on the agenda.

    Signals:
        answered: What came back about somebody (Cell, Known or None).
        line_asked: An answer is to be noted with its line (Cell).
        message_asked: The message that goes out with the sheet.
        ask_asked: This agency is to be asked, or asked again.
    """

    answered = Signal(object, object)
    line_asked = Signal(object)
    message_asked = Signal()
    ask_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title = heading("")
        self._facts = label("", "quiet", wraps=True)
        self._rows: Rows[Cell] = Rows(cell_columns(date.min), self)
        self.table = Table(self._rows, _("People on the agenda"))
        self.table.opened.connect(self._open)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._look())
        self._answers = {known: self._answer_button(known) for known in Known}
        self._line = button(_("5 Add a line"), icon="pen-line", name=_("Add a line to the answer"))
        self._line.clicked.connect(lambda: self._open(self.table.chosen()))
        self._back = button(_("6 Take back"), name=_("Take the answer back"))
        self._back.clicked.connect(lambda: self._answer(None))
        self._message = button(_("Message to copy"), "link")
        self._message.clicked.connect(self.message_asked)
        self._ask = button(_("Ask this agency"), "link")
        self._ask.clicked.connect(self.ask_asked)
        self.actions_here = tuple(self._actions())
        self._keys = flow(*self._answers.values(), self._line, self._back)
        links = flow(self._ask, self._message, gap=L)
        box = column(column(self._title, self._facts, gap=2), self.table, self._keys, links, gap=M)
        box.setContentsMargins(px(L), px(L), px(L), px(L))
        self.setLayout(box)

    def show_agency(self, row: AgencyAsked | None, today: date, *, can_ask: bool) -> None:
        """Show an agency, or none."""
        self.setVisible(row is not None)
        if row is None:
            return
        at = self.table.currentIndex().row()
        self._title.setText(row.name)
        self.table.setAccessibleName(_("People {agency} is asked about", agency=row.name))
        self._facts.setText(" ".join(_facts(row, today)))
        self._rows.describe(cell_columns(today))
        self._rows.show(row.cells)
        self.table.setVisible(bool(row.cells))
        self._size()
        if row.cells:
            self.table.choose(min(max(at, 0), len(row.cells) - 1))
        self._keys.setVisible(any(cell.reply is not None for cell in row.cells))
        self._ask.setVisible(can_ask and bool(row.to_ask))
        self._ask.setText(_("Ask again") if row.request else _("Ask this agency"))
        self._ask.setAccessibleName(
            _("Ask {agency} again", agency=row.name)
            if row.request
            else _("Ask {agency}", agency=row.name)
        )
        self._message.setVisible(can_ask and bool(row.missing or row.to_ask))
        self._look()

    def _size(self) -> None:
        high = min(self.table.all_shown_height(), px(42 * _MOST_SHOWN + 40))
        self.table.setMinimumHeight(high)
        self.table.setMaximumHeight(high)

    def _cell(self) -> Cell | None:
        found = self.table.chosen()
        return found if isinstance(found, Cell) else None

    def _look(self) -> None:
        cell = self._cell()
        is_asked = cell is not None and cell.reply is not None
        has_answer = is_asked and cell is not None and not cell.is_missing
        for made in (*self._answers.values(), self._line):
            made.setEnabled(is_asked)
        self._back.setEnabled(has_answer)

    def _answer_button(self, known: Known) -> QPushButton:
        words = words_for(known)
        made = button(f"{AT_HAND[known]} {words}", name=words)
        made.clicked.connect(lambda: self._answer(known))
        return made

    def _answer(self, known: Known | None) -> None:
        if (cell := self._cell()) is not None and cell.reply is not None:
            self.answered.emit(cell, known)
            announce(self, words_for(known) if known else _("No reply yet"))

    def _open(self, found: object) -> None:
        if isinstance(found, Cell) and found.reply is not None:
            self.line_asked.emit(found)

    def _actions(self) -> Iterator[QAction]:
        for known, key in AT_HAND.items():
            yield self._action(words_for(known), key, self._answers[known])
        yield self._action(_("Add a line to the answer"), Key.REPLY_LINE, self._line)
        yield self._action(_("Take the answer back"), Key.REPLY_BACK, self._back)

    def _action(self, text: str, key: Key, does: QPushButton) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does.click)
        self.table.addAction(action)
        return action


def _facts(row: AgencyAsked, today: date) -> Iterator[str]:
    """Say how the asking of an agency stands, sentence by sentence."""
    request = row.request
    if row.not_asked is not None:
        yield _("{why}: no name goes to it.", why=words_for(row.not_asked))
    if request is None:
        if row.not_asked is None:
            yield _to_ask(row)
    else:
        how = inline(request.how) if request.how else _("how is not recorded")
        yield _("Asked {day}, {how}.", day=dates.day(request.asked_on, today), how=how)
        if request.again_on is not None:
            yield _("Asked again {day}.", day=dates.day(request.again_on, today))
        by = dates.day(request.answer_by, today)
        yield _("{state}; answers by {day}.", state=state_words(row), day=by)
    if row.not_asked is None and not row.has_secure_email:
        yield _("No secure e-mail is noted for it.")


def _to_ask(row: AgencyAsked) -> str:
    if not row.cells:
        return _("Nobody is on the agenda yet.")
    count = len(row.to_ask)
    if not count:
        return _("It may be asked about nobody on the agenda.")
    return ngettext(
        "It would be asked about {count} person.", "It would be asked about {count} people.", count
    )
