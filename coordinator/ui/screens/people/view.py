"""People's widgets: a search line, filters, and one table or the other."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QWidget

from coordinator.domain.cases.caseload import CaseloadRow
from coordinator.domain.people.contacts import UNSEEN_DAYS
from coordinator.domain.roles import Right
from coordinator.ui.kit import drawing
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder, page
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.forms import clearable, line, with_sign
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import M
from coordinator.ui.screens.people.columns import caseload_columns, found_columns
from coordinator.ui.screens.people.presenter import FoundLine, Narrowing, Programme
from coordinator.wording.translation import _, ngettext

_LEAST_TABLE = 220  # below that the page scrolls as a whole
_SETTLE_MS = 120  # a pause in typing; shorter ones would search for half words
_SHOWN_OF_PROGRAMME = 20  # wide letters: what it says first stands there whole


class PeopleView(QWidget):
    """The caseload, or what was found.

    Signals:
        searched: The words changed (str).
        narrowing_asked: A filter was switched (Narrowing, bool).
        programme_asked: Only who belongs to it, or everybody (UUID or None).
        everybody_asked: Every filter is to go.
        import_asked: People are to be brought in from a spreadsheet.
        more_asked: The end of the list is in sight.
        row_opened: A line of the caseload (CaseloadRow).
        found_opened: A line of what was found (FoundLine).
    """

    searched = Signal(str)
    narrowing_asked = Signal(object, bool)
    programme_asked = Signal(object)
    everybody_asked = Signal()
    import_asked = Signal()
    more_asked = Signal()
    row_opened = Signal(object)
    found_opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.today = date.min
        self._count = label("", "quiet", wraps=True)
        self.search = self._build_search()
        self._choices = self._build_choices()
        self._programmes = picker([])
        self._programmes.setMinimumContentsLength(_SHOWN_OF_PROGRAMME)
        self._programmes.setAccessibleName(_("Only: a programme"))
        self._programmes.activated.connect(self._ask_programme)
        self._programmes.hide()
        self._caseload: Rows[CaseloadRow] = Rows(caseload_columns(self.today), self)
        self._found: Rows[FoundLine] = Rows(found_columns(), self)
        self._stack = self._build_stack()
        words = holder(column(heading(_("People"), "title"), self._count, gap=2))
        self._bring = button(_("Bring in people"), needs=Right.IMPORT)
        self._bring.clicked.connect(self.import_asked)
        head = Head(words, self._bring)
        narrowing = column(self.search, flow(*self._choices.values(), self._programmes), gap=M)
        self._stack.setMinimumHeight(px(_LEAST_TABLE))
        fill(self, page(head, narrowing, self._stack, grows=self._stack))

    def show_caseload(self, rows: Sequence[CaseloadRow], *, has_more: bool, today: date) -> None:
        """Show the first page of the caseload."""
        self._set_today(today)
        self._caseload.show(rows, has_more=has_more)
        self._tell_count(has_more=has_more)
        self._bring.setVisible(bool(rows) or self._is_narrowed())  # else the page offers it
        if rows:
            self._stack.setCurrentWidget(self._caseload_table)
        else:
            self._tell_nobody()

    def add_caseload(self, rows: Sequence[CaseloadRow], *, has_more: bool) -> None:
        """Show another page below."""
        self._caseload.add(rows, has_more=has_more)
        self._tell_count(has_more=has_more)

    def show_narrowing(self, chosen: frozenset[Narrowing]) -> None:
        """Show which filters are on; nobody is told again."""
        for by, one in self._choices.items():
            one.blockSignals(True)  # noqa: FBT003 - Qt takes no names
            one.setChecked(by in chosen)
            one.blockSignals(False)  # noqa: FBT003 - Qt takes no names

    def show_programmes(self, programmes: Sequence[Programme], chosen: UUID | None) -> None:
        """Offer the programmes that run; one may be what the caseload is narrowed to."""
        named = [(name, key) for key, name in programmes]
        if chosen is not None and chosen not in dict(programmes):
            named.append((_("A programme that ended"), chosen))
        offer(self._programmes, [(_("In any programme or none"), None), *named], chosen)
        self._programmes.setVisible(bool(named))

    def show_found(self, lines: Sequence[FoundLine], words: str) -> None:
        """Show what a search found instead of the caseload."""
        self._found.show(lines)
        told = _("{count} found", count=len(lines))
        self._count.setText(told)
        announce(self.search, told)
        if lines:
            self._stack.setCurrentWidget(self._found_table)
        else:
            self._empty.say(
                _("Nothing on file begins with “{words}”.", words=words)
                if len(words) > 1
                else _("Go on typing: one letter is too little to search for.")
            )
            self._stack.setCurrentWidget(self._blank)

    def go_to_search(self) -> None:
        """Put the keys into the search line."""
        self.search.setFocus()
        self.search.selectAll()

    def _build_search(self) -> QLineEdit:
        search = line(placeholder=_("Search everything on file: names, numbers, notes, plans"))
        search.setAccessibleName(_("Search everything on file"))
        clearable(search)
        glass = drawing.icon("search", tokens().quiet, px(18))
        with_sign(search, glass, _("Search"))
        settled = QTimer(self)
        settled.setSingleShot(True)
        settled.setInterval(_SETTLE_MS)
        settled.timeout.connect(lambda: self.searched.emit(search.text()))
        search.textChanged.connect(lambda _text: settled.start())
        search.returnPressed.connect(self._go_to_list)
        return search

    def _build_choices(self) -> dict[Narrowing, QPushButton]:
        words = {
            Narrowing.WITHOUT_LEAD: _("Lead to agree"),
            Narrowing.WITH_OVERDUE: _("Overdue actions"),
            Narrowing.MISSING: _("Missing"),
            Narrowing.MANY_NEEDS: _("5 or more needs"),
            Narrowing.NOT_SEEN: _("Not seen for {days} days", days=UNSEEN_DAYS),
            Narrowing.REVIEW_DUE: _("Review due"),
            Narrowing.BASIS_INCOMPLETE: _("Basis to complete"),
            Narrowing.CLOSED: _("Closed cases"),
        }
        made = {by: choice(text, name=_("Only: {what}", what=text)) for by, text in words.items()}
        for by, one in made.items():
            one.toggled.connect(lambda on, by=by: self.narrowing_asked.emit(by, on))
        return made

    def _build_stack(self) -> QStackedWidget:
        self._caseload_table = Table(self._caseload, _("Caseload"))
        self._caseload_table.opened.connect(self.row_opened)
        self._caseload.more_asked.connect(self.more_asked)
        self._found_table = Table(self._found, _("What was found"))
        self._found_table.opened.connect(self.found_opened)
        self._empty = Empty()
        self._empty.asked.connect(self._fill_empty)
        self._blank = QWidget()
        fill(self._blank, self._empty, None)
        stack = QStackedWidget()
        for part in (self._caseload_table, self._found_table, self._blank):
            stack.addWidget(part)
        return stack

    def _set_today(self, today: date) -> None:
        if today != self.today:
            self.today = today
            self._caseload.describe(caseload_columns(today))

    def _tell_count(self, *, has_more: bool) -> None:
        count = len(self._caseload.rows)
        if has_more:
            self._count.setText(_("The first {count} people by reference", count=count))
        else:
            self._count.setText(ngettext("{count} person", "{count} people", count))

    def _tell_nobody(self) -> None:
        if self._is_narrowed():
            self._empty.say(_("Nobody fits these filters."), _("Show everybody"))
        else:
            self._empty.say(
                _(
                    "Nobody is on the caseload yet. People come with a referral, or from the"
                    " spreadsheet you kept before."
                ),
                _("Bring people in"),
            )
        self._stack.setCurrentWidget(self._blank)

    def _is_narrowed(self) -> bool:
        in_one = value_of(self._programmes) is not None
        return in_one or any(one.isChecked() for one in self._choices.values())

    def _ask_programme(self, _at: int) -> None:
        self.programme_asked.emit(value_of(self._programmes))

    def _fill_empty(self) -> None:
        (self.everybody_asked if self._is_narrowed() else self.import_asked).emit()

    def _go_to_list(self) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Table):
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
