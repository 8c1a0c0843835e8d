"""The widgets of Returns: one sheet row by row, or the sheets taken in lately."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from coordinator.domain.returns.rules import Fate
from coordinator.domain.returns.views import AppliedReturn
from coordinator.ui.kit.boxes import Head, column, fill, holder, page, refill, ruled, tall, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.folders import ask_file
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.screens.returns.columns import return_columns
from coordinator.ui.screens.returns.current import Current
from coordinator.ui.screens.returns.presenter import Choice, Shown
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext

_LEAST_TABLE = 170


class ReturnsView(QWidget):
    """A sheet that came back, or the list of those taken in.

    Signals:
        chosen: One row is to be taken, or left (int, bool).
        take_asked: The chosen rows are to be taken in.
        undo_asked: A sheet is to be taken back (UUID).
        file_chosen: Another sheet is to be looked at (Path).
        list_asked: The sheets taken in lately.
        actions_asked: Where sheets are made.
    """

    chosen = Signal(int, bool)
    take_asked = Signal()
    undo_asked = Signal(object)
    file_chosen = Signal(object)
    list_asked = Signal()
    actions_asked = Signal()

    def __init__(self, choose_file: Callable[[QWidget], Path | None] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(_("Returns sheets"))
        self._choose_file = choose_file or asked_file
        self._rows: Rows[Choice] = Rows(return_columns(), self)
        self._stack = QStackedWidget()
        self._sheet, self._lately = self._build_sheet(), self._build_lately()
        for part in (self._sheet, self._lately):
            self._stack.addWidget(part)
        fill(self, self._stack)

    def show_reading(self) -> None:
        """Show that the sheet is being read."""
        self._say_none(_("The sheet is being read."))

    def show_unread(self) -> None:
        """Show that there is no sheet to look at."""
        self._say_none(_("This sheet cannot be shown."), _("Choose another file…"))

    def show_sheet(self, shown: Shown) -> None:
        """Show what would come of a sheet; the keys stay on their row."""
        self._stack.setCurrentWidget(self._sheet)
        stood = self._row()
        self._rows.show(shown.rows)
        for part in (self.table, self._take):
            part.setVisible(bool(shown.rows))
        self._empty.setVisible(not shown.rows)
        self._empty.say(_("There is no row in this sheet."), _("Choose another file…"))
        self._tell(shown)
        self._stand_again(stood)

    def show_lately(self, returns: Sequence[AppliedReturn], today: date) -> None:
        """Show the sheets taken in lately."""
        self._stack.setCurrentWidget(self._lately)
        layout = self._list.layout()
        if layout is not None:
            refill(layout, (self._one(returned, today) for returned in returns))
        self._none.setVisible(not returns)

    def _row(self) -> Choice | None:
        found = self.table.chosen()
        return found if isinstance(found, Choice) else None

    def _stand_again(self, stood: Choice | None) -> None:
        numbers = [one.number for one in self._rows.rows]
        if not numbers:
            self.current.show_row(None)
            return
        self.table.choose(numbers.index(stood.number) if stood and stood.number in numbers else 0)

    def _tell(self, shown: Shown) -> None:
        title = _("Returns of {agency}", agency=shown.agency)
        self._title.setText(title if shown.agency else _("Returns sheet"))
        self._told.setText(" ".join(_told(shown)))
        words = ngettext("Take in {count} row", "Take in {count} rows", shown.taken)
        words = words if shown.taken else _("Nothing to take in")
        self._take.setText(words)
        self._take.setAccessibleName(words)
        self._take.setEnabled(bool(shown.taken))

    def _say_none(self, sentence: str, act: str = "") -> None:
        self._stack.setCurrentWidget(self._sheet)
        self._title.setText(_("Returns sheet"))
        self._told.setText("")
        self._rows.show(())
        self.current.show_row(None)
        for part in (self.table, self._take):
            part.hide()
        self._empty.say(sentence, act)
        self._empty.show()
        announce(self, sentence)

    def _build_sheet(self) -> QWidget:
        self._title, self._told = heading("", "title"), label("", "quiet", wraps=True)
        self._take = button(_("Take in the rows"), "primary", "check")
        self._take.clicked.connect(self.take_asked)
        lately = button(_("Taken in lately"), "link")
        lately.clicked.connect(self.list_asked)
        self.table = Table(self._rows, _("Rows of the sheet"))
        self.table.setMinimumHeight(px(_LEAST_TABLE))
        tall(self.table)
        self.table.selectionModel().currentChanged.connect(self._look)
        self.current = Current()
        self.current.chosen.connect(self._tell_choice)
        for action in self.current.actions_here:
            self.table.addAction(action)
        self._empty = Empty()
        self._empty.asked.connect(self._ask_file)
        self._empty.hide()
        self.current.show_row(None)
        head = holder(column(self._title, self._told, gap=2))
        return page(
            Head(head, lately, self._take), self.table, self._empty, self.current, grows=self.table
        )

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.current.show_row(self._rows.row_at(index))

    def _tell_choice(self, theirs: bool) -> None:  # noqa: FBT001 - Qt's signal
        if (found := self._row()) is not None:
            self.chosen.emit(found.number, theirs)

    def _build_lately(self) -> QWidget:
        title = heading(_("Returns sheets"), "title")
        told = label(
            _(
                "Send every agency a sheet from Actions. Drop what comes back anywhere on this"
                " window: you see what it would change before anything is written."
            ),
            "quiet",
            wraps=True,
        )
        self.bring = button(_("Bring in a file…"), "primary", "folder-open")
        self.bring.clicked.connect(self._ask_file)
        make = button(_("Make sheets"), icon="list-checks", name=_("Make sheets in Actions"))
        make.clicked.connect(self.actions_asked)
        self._list = holder(column())
        self._none = label(_("No sheet was taken in yet."), "quiet", wraps=True)
        head = holder(column(title, told, gap=2))
        section = heading(_("Taken in lately"))
        return page(Head(head, make, self.bring), section, self._none, self._list, None)

    def _one(self, returned: AppliedReturn, today: date) -> QFrame:
        on = returned.at.astimezone(dates.HOME)
        when = _("{day} at {time}", day=dates.day(on.date(), today), time=dates.clock(on))
        count = ngettext("{count} action", "{count} actions", returned.actions)
        who = returned.agency or _("Agency not known")
        words = label(f"{who}, {count}", "strong", wraps=True)
        whole = holder(column(words, label(when, "quiet"), gap=2))
        if returned.is_undone:
            return ruled(wide(whole), label(_("Taken back"), "quiet"))
        name = _("Undo: {agency}, {when}", agency=who, when=when)
        undo = button(_("Undo"), name=name)
        undo.clicked.connect(partial(self.undo_asked.emit, returned.act))
        return ruled(wide(whole), undo)

    def _ask_file(self) -> None:
        file = self._choose_file(self)
        if file is not None:
            self.file_chosen.emit(file)


def _told(shown: Shown) -> Iterable[str]:
    if shown.made_on is not None:
        yield _("Sent out {day}.", day=dates.day(shown.made_on))
    if not shown.is_coded and shown.agency:
        yield _("Its code is gone; it is taken for theirs by the actions on it.")
    if not shown.agency:
        yield _("Nobody can tell whose it is; check every row.")
    count = len(shown.rows)
    yield ngettext("{count} row.", "{count} rows.", count)
    fates = [one.row.planned.fate for one in shown.rows]
    if changed := fates.count(Fate.CHANGED):
        yield ngettext(
            "{count} was changed here since.", "{count} were changed here since.", changed
        )
    kept_out = len(fates) - sum(
        fates.count(one) for one in (Fate.CHANGED, Fate.APPLIED, Fate.SAME, Fate.NOTHING)
    )
    if kept_out:
        yield ngettext("{count} cannot be taken in.", "{count} cannot be taken in.", kept_out)
    if count and all(one in {Fate.SAME, Fate.NOTHING} for one in fates):
        yield _("Everything they say is on file already.")


def asked_file(parent: QWidget) -> Path | None:
    """Ask for a sheet; nothing when somebody thought better of it."""
    kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv *.txt)")
    return ask_file(parent, _("Bring in a file"), kinds)
