"""The widgets of what is stuck: three ways to look, filters, what can be done with a row."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.stuck.views import Standing, StuckPage, StuckRow
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder, page
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lending import lend_keys
from coordinator.ui.kit.numbered import Numbered
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M
from coordinator.ui.places.every import StuckPlace, StuckShown
from coordinator.ui.screens.stuck.board import Board
from coordinator.ui.screens.stuck.columns import barrier_columns, escalation_columns, seen_of
from coordinator.ui.screens.stuck.presenter import Deed, Shown
from coordinator.wording.barriers import category_words, how_settled
from coordinator.wording.seeing import told_seen
from coordinator.wording.stuck import proposed_words, receiver_words
from coordinator.wording.translation import N_, _, ngettext

_MOST_DEEDS = 9  # as many as there are figures
_LEAST = 240  # height of a list, below which the page scrolls
_TITLES = {
    StuckShown.BARRIERS: N_("Barriers"),
    StuckShown.ESCALATIONS: N_("Escalations"),
    StuckShown.BOARD: N_("Board"),
}
_STANDINGS = {
    Standing.OPEN: N_("Still in the way"),
    Standing.SETTLED: N_("Settled, every way"),
    Standing.RESOLVED: N_("Resolved"),
    Standing.ACCEPTED: N_("Accepted risks"),
    Standing.GAP: N_("Became a gap"),
}
_WORDS = {
    Deed.OPEN: N_("Open the escalation"),
    Deed.ESCALATE: N_("Escalate"),
    Deed.NEXT_LEVEL: N_("Draft the next level"),
    Deed.DESCRIBE: N_("What exactly, what was tried"),
    Deed.WORK: N_("Somebody works on it"),
    Deed.RESOLVE: N_("Out of the way"),
    Deed.GAP: N_("It is a gap"),
    Deed.OPEN_GAP: N_("Open the gap"),
    Deed.ACCEPT: N_("Accept the risk"),
    Deed.PERSON: N_("Open the person"),
}
Item = StuckRow | EscalationRow


class StuckView(QWidget):
    """What is stuck.

    Signals:
        shown_asked: Another way to look (StuckShown).
        mine_asked, overdue_asked: Only those, or all (bool).
        agency_asked: The name of one, or nothing for all (str).
        category_asked: One, or nothing for all (BarrierCategory or None).
        standing_asked: Barriers that stand, or some that are settled (Standing).
        all_asked: Every filter is to go.
        gaps_asked: The register of gaps.
        opened: A row is to be opened (StuckRow or EscalationRow).
        deed_asked: Something is to be done with a row (Deed, the row).
    """

    shown_asked = Signal(object)
    mine_asked = Signal(bool)
    overdue_asked = Signal(bool)
    agency_asked = Signal(str)
    category_asked = Signal(object)
    standing_asked = Signal(object)
    all_asked = Signal()
    gaps_asked = Signal()
    opened = Signal(object)
    deed_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What is stuck"))
        self.sheets = Sheets(self)
        self.deeds_for: Callable[[Item | None], tuple[Deed, ...]] = lambda _row: ()
        """Tells what may be done with a row; lent by the screen."""
        self._way = StuckShown.BARRIERS
        self._page: StuckPage | None = None
        self._count = label("", "quiet", wraps=True)
        self._rows: dict[StuckShown, Rows[Any]] = {
            StuckShown.BARRIERS: Rows(barrier_columns(date.min, {}), self),
            StuckShown.ESCALATIONS: Rows(escalation_columns(date.min, {}), self),
        }
        self.tables = {way: self._table(way) for way in self._rows}
        self.board = Board()
        self.board.opened.connect(self.opened)
        self.board.looked_at.connect(self._look_at)
        self._stack = self._build_stack()
        self._current = _Current()
        self._current.asked.connect(self._ask)
        self.actions_here = self._current.actions_here
        for one in self.actions_here:
            self.addAction(one)
        gaps = button(_("Gaps"), name=_("Gaps: what the system lacks"))
        gaps.clicked.connect(self.gaps_asked)
        head = column(heading(_("What is stuck"), "title"), self._count, gap=2)
        top = Head(holder(head), gaps)
        self._stack.setMinimumHeight(px(_LEAST))
        ways, filters = self._build_ways(), self._build_filters()
        body = column(top, ways, filters, self._stack, self.board, self._current, gap=M)
        for part in (self._stack, self.board):
            body.setStretchFactor(part, 1)
        fill(self, page(body))
        lend_keys(self, self.tables[StuckShown.BARRIERS])

    def show_stuck(self, shown: Shown, place: StuckPlace) -> None:
        """Show what is stuck; the row the keys are on stays."""
        self._way, self._page = place.shown, shown.page
        today, seen = shown.page.today, shown.page.seen
        self._fill(StuckShown.BARRIERS, barrier_columns(today, seen), shown.barriers)
        self._fill(StuckShown.ESCALATIONS, escalation_columns(today, seen), shown.escalations)
        self.board.show_columns(shown.columns, today, seen)
        self._show_filters(shown, place)
        self._tell(shown, place)
        self._look_at(self._chosen())

    def _fill(self, way: StuckShown, columns: Sequence[Any], rows: Sequence[Item]) -> None:
        table = self.tables[way]
        stood, at = table.chosen(), table.currentIndex().row()
        self._rows[way].describe(columns)
        self._rows[way].show(rows)
        ids = [one.id for one in rows]
        key = getattr(stood, "id", None)
        if ids:
            table.choose(ids.index(key) if key in ids else min(max(at, 0), len(ids) - 1))

    def _tell(self, shown: Shown, place: StuckPlace) -> None:
        count, late = _counted(shown, place.shown)
        self._count.setText(_count_words(shown, place.shown, count, late))
        for way, made in self._ways.items():
            _set(made, on=way is place.shown)
        stays: QWidget = self.board if place.shown is StuckShown.BOARD else self._blank
        if place.shown in self.tables:
            stays = self.tables[place.shown]
        is_narrowed = count < shown.all_of or _is_settled(shown, place.shown)
        self._show_part(stays, is_empty=count == 0, is_narrowed=is_narrowed)

    def _show_part(self, part: QWidget, *, is_empty: bool, is_narrowed: bool) -> None:
        had_keys = self._stack.isAncestorOf(QApplication.focusWidget() or self)
        if is_empty and is_narrowed:
            self._empty.say(_("Nothing that is stuck fits these filters."), _("Show all"))
        elif is_empty:
            self._empty.say(_none(self._way))
        is_board = part is self.board and not is_empty
        if not is_board:
            self._stack.setCurrentWidget(self._blank if is_empty else part)
        self._stack.setVisible(not is_board)
        self.board.setVisible(is_board)
        first = self._ways[self._way] if is_empty or part is self.board else part
        lend_keys(self, first)
        if had_keys and is_empty:
            first.setFocus()

    def _chosen(self) -> Item | None:
        if self._way is StuckShown.BOARD:
            return self.board.chosen()
        found = self.tables[self._way].chosen()
        return found if isinstance(found, StuckRow | EscalationRow) else None

    def _look_at(self, found: object) -> None:
        item = found if isinstance(found, StuckRow | EscalationRow) else None
        self._current.show_row(item, self.deeds_for(item), self._told_of(item))

    def _told_of(self, item: Item | None) -> tuple[str, date]:
        if item is None or self._page is None:
            return "", date.min
        today = self._page.today
        return told_seen(seen_of(item, self._page.seen), today), today

    def _ask(self, deed: Deed, item: Item) -> None:
        self.deed_asked.emit(deed, item)

    def _table(self, way: StuckShown) -> Table:
        made = Table(self._rows[way], _(_TITLES[way]))
        made.opened.connect(self.opened)
        made.selectionModel().currentRowChanged.connect(
            lambda now, _before: self._look_at(self._rows[way].row_at(now))
        )
        return made

    def _build_stack(self) -> QStackedWidget:
        stack = QStackedWidget()
        for table in self.tables.values():
            stack.addWidget(table)
        self._empty = Empty()
        self._empty.asked.connect(self.all_asked)
        self._blank = QWidget()
        fill(self._blank, self._empty, None)
        stack.addWidget(self._blank)
        return stack

    def _build_ways(self) -> QWidget:
        self._ways = {way: choice(_(title)) for way, title in _TITLES.items()}
        for way, made in self._ways.items():
            made.clicked.connect(lambda _on=False, way=way: self.shown_asked.emit(way))
        return flow(*self._ways.values())

    def _build_filters(self) -> QWidget:
        self._mine = choice(_("Mine"), name=_("Only: mine"))
        self._mine.toggled.connect(self.mine_asked)
        self._overdue = choice(_("Overdue"), name=_("Only: overdue"))
        self._overdue.toggled.connect(self.overdue_asked)
        self._agency, self._category = picker([]), picker([])
        for box, name in ((self._agency, _("Agency")), (self._category, _("What is in the way"))):
            box.setAccessibleName(name)
            box.setMaximumWidth(px(300))
        self._agency.activated.connect(
            lambda _at: self.agency_asked.emit(value_of(self._agency) or "")
        )
        self._category.activated.connect(
            lambda _at: self.category_asked.emit(value_of(self._category))
        )
        self._standing = picker([(_(words), one) for one, words in _STANDINGS.items()])
        self._standing.setAccessibleName(_("In the way, or settled"))
        self._standing.activated.connect(
            lambda _at: self.standing_asked.emit(value_of(self._standing))
        )
        return flow(self._mine, self._overdue, self._standing, self._agency, self._category)

    def _show_filters(self, shown: Shown, place: StuckPlace) -> None:
        named = [(one, one) for one in shown.agencies]
        offer(self._agency, [(_("All agencies"), ""), *named], place.agency)
        every = (_("All kinds of barriers"), None)
        offer(self._category, [every, *shown.categories], place.category)
        standings = [(_(words), one) for one, words in _STANDINGS.items()]
        offer(self._standing, standings, place.standing)
        self._standing.setVisible(place.shown is StuckShown.BARRIERS)
        for made, on in ((self._mine, place.mine), (self._overdue, place.overdue)):
            _set(made, on=on)


class _Current(QFrame):
    """The row the keys are on, and what can be done with it; each has a number as its key.

    Signals:
        asked: Something is to be done (Deed, the row).
    """

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._item: Item | None = None
        self._words = label("", "strong", wraps=True)
        self._about = label("", "quiet", wraps=True)
        self._offered = Numbered(_MOST_DEEDS)
        self._offered.asked.connect(self._do)
        self.actions_here = self._offered.actions_here
        box = column(self._words, self._about, self._offered, gap=6)
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        self.setLayout(box)
        self.show_row(None, ())

    def show_row(
        self, item: Item | None, deeds: tuple[Deed, ...], told: tuple[str, date] = ("", date.min)
    ) -> None:
        """Show a row, or none; `told` is when its person was seen, and the day it is."""
        self._item = item
        self.setVisible(item is not None)
        if item is not None:
            words, about = _of_row(item, *told)
            self._words.setText(words)
            self._about.setText(about)
            self._about.setVisible(bool(about))
        offered = [(deed, _(_WORDS[deed])) for deed in deeds]
        self._offered.offer(offered)

    def _do(self, deed: Deed) -> None:
        if self._item is not None:
            self.asked.emit(deed, self._item)


def _of_row(item: Item, seen: str, today: date) -> tuple[str, str]:
    """Give the words of a row and what is told below them."""
    if isinstance(item, EscalationRow):
        told = [seen, receiver_words(item), proposed_words(item)]
        return item.ask or _("What is asked is not said yet."), ". ".join(filter(None, told))
    barrier = item.barrier
    if not barrier.is_open:
        gap = f"{item.gap.number}: {item.gap.title}" if item.gap else ""
        told = [seen, how_settled(barrier, today, gap)]
        words = category_words(barrier.category, barrier.own)
        return barrier.description or words, ". ".join(filter(None, told))
    tried = _("Tried: {what}", what=barrier.tried) if barrier.tried else ""
    said = barrier.description or _("What exactly is not said yet.")
    return said, ". ".join(filter(None, (seen, tried)))


def _counted(shown: Shown, way: StuckShown) -> tuple[int, int]:
    rows: Sequence[Item] = shown.barriers if way is StuckShown.BARRIERS else shown.escalations
    return len(rows), sum(one.is_overdue for one in rows)


def _is_settled(shown: Shown, way: StuckShown) -> bool:
    return way is StuckShown.BARRIERS and shown.page.standing is not Standing.OPEN


def _count_words(shown: Shown, way: StuckShown, count: int, late: int) -> str:
    of = shown.all_of
    if _is_settled(shown, way):
        told = ngettext("{count} settled barrier", "{count} settled barriers", count)
        if shown.page.has_more:
            told = _("The latest {count} settled barriers", count=count)
    elif way is StuckShown.BARRIERS:
        told = ngettext("{count} open barrier", "{count} open barriers", count)
    else:
        told = ngettext("{count} open escalation", "{count} open escalations", count)
    if count < of:
        told = _("{told} of {all}", told=told, all=of)
    if late and not _is_settled(shown, way):
        overdue = ngettext("{count} answer overdue", "{count} answers overdue", late)
        told = f"{told}. {overdue}."
    return told


def _none(way: StuckShown) -> str:
    if way is StuckShown.BARRIERS:
        return _(
            "Nothing is in anybody's way. A barrier is named when an action could not be done,"
            " on the page of a person, or at a meeting."
        )
    return _("Nobody is asked for anything. An escalation begins at a barrier: choose Escalate.")


def _set(made: QPushButton, *, on: bool) -> None:
    made.blockSignals(True)  # noqa: FBT003 - Qt takes no names
    made.setChecked(on)
    made.blockSignals(False)  # noqa: FBT003 - Qt takes no names
