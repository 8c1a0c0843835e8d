"""The widgets of who holds tonight: a list of people, and the days of the one the keys are on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.tonight import Strip, Tonight
from coordinator.ui.kit.boxes import Head, card, column, fill, holder, page, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.strips import Legend, StripGrid
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.words import listed
from coordinator.ui.screens.tonight.columns import columns
from coordinator.ui.screens.tonight.painting import DayDelegate
from coordinator.ui.screens.tonight.presenter import Wish
from coordinator.wording.holding import gaps_words, to_see_to_words, until_words
from coordinator.wording.translation import _

_LEAST = 260  # height of the list


class TonightView(QWidget):
    """Everybody on the caseload until the next panel.

    Signals:
        opened: Somebody is to be opened (Strip).
        wished: Something is to be kept about somebody (Wish, Strip).
        paper_asked: All of it as a paper.
    """

    opened = Signal(object)
    wished = Signal(object, object)
    paper_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Who holds tonight"))
        self.sheets = Sheets(self)
        self._today, self._may_edit = date.min, False
        self._until = label("", "quiet", wraps=True)
        self._told = label("", wraps=True)
        self._rows: Rows[Strip] = Rows(columns((), self._today), self)
        self.table = Table(self._rows, _("Who holds tonight"))
        self._painter = DayDelegate(self.table)
        self.table.setItemDelegate(self._painter)
        self.table.setMinimumHeight(px(_LEAST))
        self.table.opened.connect(self.opened)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._look())
        self._legend = Legend()
        self._empty = Empty(_("Nobody is on the caseload."))
        self._below = QVBoxLayout()
        self.paper = button(_("On paper"), icon="printer", name=_("Who holds tonight on paper"))
        self.paper.clicked.connect(self.paper_asked)
        words = holder(column(heading(_("Who holds tonight"), "title"), self._until, gap=2))
        head = Head(words, self.paper)
        fill(
            self, page(head, self._told, self._empty, self.table, self._legend, self._below, None)
        )

    def show_tonight(
        self, found: Tonight, today: date, *, may_edit: bool, may_print: bool
    ) -> None:
        """Show everybody; the one the keys are on stays."""
        self.paper.setVisible(may_print)
        self.paper.setEnabled(may_print)
        stood = self.chosen()
        days = tuple(found.days)
        if (today, days) != (self._today, self._painter.days):
            self._painter.days = days
            self._rows.describe(columns(days, today))
        self._today, self._may_edit = today, may_edit
        self._until.setText(until_words(found, today))
        self._told.setText(to_see_to_words(found))
        self._rows.show(found.strips)
        for shown in (self.table, self._legend):
            shown.setVisible(bool(found.strips))
        self._empty.setVisible(not found.strips)
        at = [one.person_id for one in found.strips]
        if found.strips:
            kept = stood.person_id if stood else at[0]
            self.table.choose(at.index(kept) if kept in at else 0)
        self._look()

    def chosen(self) -> Strip | None:
        """Give the line the keys are on."""
        found = self.table.chosen()
        return found if isinstance(found, Strip) else None

    def _look(self) -> None:
        strip = self.chosen()
        refill(self._below, [self._days_of(strip)] if strip is not None else [])

    def _days_of(self, strip: Strip) -> QWidget:
        name = listed(strip.name, strip.reference, initials_only=strip.initials_only)
        hold = button(_("Say who holds"), name=_("Say who holds: {name}", name=name))
        hold.clicked.connect(lambda: self.wished.emit(Wish.HOLD, strip))
        move = button(_("Add a change ahead"), name=_("Add a change ahead: {name}", name=name))
        move.clicked.connect(lambda: self.wished.emit(Wish.MOVE, strip))
        go = button(_("Open"), "link", name=_("Open: {what}", what=name))
        go.clicked.connect(lambda: self.opened.emit(strip))
        tools = (hold, move, go) if self._may_edit else (go,)
        return card(
            Head(heading(name), *tools),
            label(gaps_words(strip), "strong" if strip.to_see_to else "", wraps=True),
            StripGrid(strip, self._today),
        )
