"""The widgets of who holds tonight: a list of people, and the days of the one the keys are on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.tonight import Strip, Tonight
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, page, refill, row
from coordinator.ui.kit.boxes import wide as widened
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
from coordinator.wording.holding import gaps_words, until_words
from coordinator.wording.translation import _, ngettext

_LEAST = 260  # height of the list


class TonightView(QWidget):
    """Everybody on the caseload until the next panel.

    Signals:
        opened: Somebody is to be opened (Strip).
        wished: Something is to be kept about somebody (Wish, Strip).
    """

    opened = Signal(object)
    wished = Signal(object, object)

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
        head = column(heading(_("Who holds tonight"), "title"), self._until, gap=2)
        fill(
            self, page(head, self._told, self._empty, self.table, self._legend, self._below, None)
        )

    def show_tonight(self, found: Tonight, today: date, *, may_edit: bool) -> None:
        """Show everybody; the one the keys are on stays."""
        stood = self.chosen()
        days = tuple(found.days)
        if (today, days) != (self._today, self._painter.days):
            self._painter.days = days
            self._rows.describe(columns(days, today))
        self._today, self._may_edit = today, may_edit
        self._until.setText(until_words(found, today))
        self._told.setText(_told(found))
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
            holder(row(widened(heading(name)), flow(*tools))),
            label(gaps_words(strip), "strong" if strip.to_see_to else "", wraps=True),
            StripGrid(strip, self._today),
        )


def _told(found: Tonight) -> str:
    """Count what a panel would see to first."""
    bare = sum(bool(one.to_see_to) for one in found.strips)
    unmet = sum(bool(one.unmet) for one in found.strips)
    said = []
    if bare:
        said.append(
            ngettext(
                "{count} person has an evening or a weekend with nobody.",
                "{count} people have an evening or a weekend with nobody.",
                bare,
            )
        )
    if unmet:
        said.append(
            ngettext(
                "For {count} person nobody is named for what is ahead.",
                "For {count} people nobody is named for what is ahead.",
                unmet,
            )
        )
    if found.strips and not said:
        said.append(_("Everybody is held every evening and over the weekend."))
    return " ".join(said)
