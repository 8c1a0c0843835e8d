"""The widgets of the audit log: the entries, one in full, what following the chain came to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coordinator.domain.records.trail import TrailReport, TrailRow
from coordinator.ui.kit.boxes import (
    Columns,
    Head,
    card,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    said,
)
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.folders import ask_folder
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.tokens import M
from coordinator.ui.places.every import TrailPlace
from coordinator.ui.screens.trail.presenter import Shown
from coordinator.ui.shared.sharing_ways import SharingWays
from coordinator.wording import dates
from coordinator.wording.trail import (
    KINDS,
    about_words,
    erased_words,
    fault_words,
    limits_words,
    report_words,
    signed_words,
    what_words,
)
from coordinator.wording.translation import _

_BESIDE = 900  # from this width on one entry stands beside the list
_MOST_FAULTS = 5
Choose = Callable[[QWidget], Path | None]


class TrailView(QWidget):
    """Who read, changed and let out what.

    Signals:
        narrowing_asked: Which entries are looked at.
        all_asked: Everything is looked at again.
        check_asked: The whole chain is to be followed.
        folder_chosen: Where an extract goes (Path).
        more_asked: What was before what is shown.
    """

    narrowing_asked = Signal()
    all_asked = Signal()
    check_asked = Signal()
    folder_chosen = Signal(object)
    more_asked = Signal()

    def __init__(self, choose_folder: Choose | None = None) -> None:
        super().__init__()
        self.setAccessibleName(_("Audit log"))
        self.sheets = Sheets(self)
        self._choose_folder = choose_folder or _asked_folder
        self.ways = SharingWays(TrailPlace)
        self._today = date.min
        self._rows: Rows[TrailRow] = Rows(_columns(self._today), self)
        self._rows.more_asked.connect(self.more_asked)
        self.table = Table(self._rows, _("Entries of the audit log"))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show_one())
        self._told = label("", "quiet", wraps=True)
        self._narrow = button(_("Narrow it"))
        self._narrow.clicked.connect(self.narrowing_asked)
        self._all = button(_("Show everything"), "link")
        self._all.clicked.connect(self.all_asked)
        self._check = button(_("Check that it holds"))
        self._check.clicked.connect(self.check_asked)
        self._extract = button(_("Take an extract…"))
        self._extract.clicked.connect(self._ask_folder)
        self._one, self._report = QVBoxLayout(), QVBoxLayout()
        self._fill()

    def show_trail(self, shown: Shown) -> None:
        """Show the entries; the row the keys are on stays."""
        chosen = self._chosen()
        self._today = shown.today
        self._rows.describe(_columns(shown.today))
        self._rows.show(shown.rows, has_more=shown.more)
        keys = [one.number for one in shown.rows]
        if shown.rows:
            self.table.choose(keys.index(chosen.number) if chosen and chosen.number in keys else 0)
        own = _("What you did yourself. ") if shown.own_only else ""
        self._told.setText(f"{own}{shown.narrowed}")
        self._all.setVisible(shown.is_narrowed)
        self._extract.setVisible(shown.may_extract)
        self._check.setVisible(not shown.own_only)
        self._stack.setCurrentIndex(0 if shown.rows else 1)
        self._show_one()

    def show_report(self, report: TrailReport) -> None:
        """Say whether the journal holds, and what that means."""
        told = [fault_words(one) for one in report.faults[:_MOST_FAULTS]]
        sentences = [*told, signed_words(report), erased_words(report)]
        points = [label(words, "quiet", wraps=True) for words in limits_words()]
        refill(
            self._report,
            [
                card(
                    heading(report_words(report)),
                    *(label(one, wraps=True) for one in sentences if one),
                    label(_("What this can show, and what not"), "strong", wraps=True),
                    *points,
                )
            ],
        )

    def _fill(self) -> None:
        blank = QWidget()
        fill(blank, Empty(_("There is no entry of that kind in these days.")), None)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(blank)
        words = holder(column(heading(_("Audit log"), "title"), self._told, gap=2))
        beside = holder(column(self._report, self._one, None, gap=M))
        both = Columns(_BESIDE, (self._stack, 3), (beside, 2))
        head = Head(words, self._check, self._extract)
        tools = flow(self._narrow, self._all, gap=M)
        fill(self, page(head, self.ways, tools, both, grows=both))

    def _ask_folder(self) -> None:
        if (folder := self._choose_folder(self)) is not None:
            self.folder_chosen.emit(folder)

    def _chosen(self) -> TrailRow | None:
        row = self.table.chosen() if self._rows.rows else None
        return row if isinstance(row, TrailRow) else None

    def _show_one(self) -> None:
        row = self._chosen()
        refill(self._one, [card(*_in_full(row, self._today))] if row is not None else [])


def _asked_folder(on: QWidget) -> Path | None:
    return ask_folder(on, _("Where the extract goes"))


def _in_full(row: TrailRow, today: date) -> list[QWidget]:
    why = row.reason or (_("Given; not yours to read") if row.has_reason else "")
    told = (
        (_("When"), _when(row, today)),
        (_("Who"), row.who),
        (_("About"), about_words(row) if row.person or row.is_withheld else ""),
        (_("Kind"), _(KINDS[row.kind])),
        (_("Why"), why),
        (_("Entry"), str(row.number)),
    )
    parts: list[QWidget] = [heading(what_words(row))]
    for name, words in told:
        if words:
            parts.append(said(name, words))
    return parts


def _when(row: TrailRow, today: date) -> str:
    day = dates.day(row.at.astimezone(dates.HOME).date(), today)
    return _("{day} at {time}", day=day, time=dates.clock(row.at))


def _columns(today: date) -> tuple[Column[TrailRow], ...]:
    return (
        Column(_("When"), text=lambda one: _when(one, today), width=160),
        Column(_("Who"), text=lambda one: one.who, width=170, keep=1),
        Column(_("What"), text=what_words, share=1),
        Column(_("About"), text=about_words, width=120, keep=2),
    )
