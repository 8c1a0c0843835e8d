"""The agenda as a table that is put in order by drag and by keys."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QPushButton, QWidget

from coordinator.domain.meetings.information_requests import KNOWS
from coordinator.domain.meetings.rules import TO_COME
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.states import ItemStatus, MeetingStatus
from coordinator.ui.kit.boxes import column, flow, holder, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.screens.meeting.shown import Line, MeetingPage
from coordinator.ui.screens.meeting.words import about, why
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.ledger import waiting_words
from coordinator.wording.seeing import seen_ago
from coordinator.wording.translation import _, ngettext

_LINE = "application/x-coordinator-line"
Index = QModelIndex | QPersistentModelIndex
_MOST_SHOWN = 9


def agenda_columns(today: date) -> tuple[Column[Line], ...]:
    """Describe the lines of an agenda."""
    return (
        Column(_("No."), text=lambda one: str(one.entry.number), width=46),
        Column(_("Begins"), text=lambda one: dates.clock(one.starts), width=76, keep=3),
        Column(_("Item"), text=lambda one: about(one.entry), mark=_item_mark, share=2, width=170),
        Column(_("Why it is listed"), text=lambda one: why(one.entry), share=3, width=160, keep=6),
        Column(_("Lead"), text=_lead, share=1, width=130, keep=1),
        Column(_("Must not hear"), text=_hidden, mark=_hidden_mark, width=150, keep=5),
        Column(_("Replies"), text=replied, mark=_replies_mark, width=124, keep=2),
        Column(
            _("Last seen"),
            text=lambda one: _seen(one, today),
            width=112,
            keep=4,
        ),
        Column(_("Time"), text=lambda one: dates.length(one.entry.minutes_planned), width=76),
    )


def _item_mark(one: Line) -> Mark | None:
    marks = {
        ItemStatus.DEFERRED: Mark(_("Put off: {who}", who=about(one.entry)), sign="clock"),
        ItemStatus.TAKEN: None,
    }
    return marks.get(one.entry.status)


def _lead(one: Line) -> str:
    person = one.entry.person
    if person is None:
        return ""
    return person.lead or _("Lead to agree")


def replied(one: Line) -> str:
    """Say how many agencies know somebody, or how many have not replied."""
    replies = one.entry.replies
    missing = sum(reply.answer is None for reply in replies)
    if missing:
        return ngettext("{count} missing", "{count} missing", missing)
    known = sum(reply.answer in KNOWS for reply in replies)
    return _("Known to {count} of {all}", count=known, all=len(replies)) if replies else ""


def _replies_mark(one: Line) -> Mark | None:
    is_missing = any(reply.answer is None for reply in one.entry.replies)
    return Mark(replied(one), Tone.CAREFUL, "clock") if is_missing else None


def _seen(one: Line, today: date) -> str:
    person = one.entry.person
    if person is None or not person.show_detail:
        return ""
    return seen_ago(person.last_seen_on, today)


def _hidden(one: Line) -> str:
    return ", ".join(one.entry.person.must_not_hear) if one.entry.person else ""


def _hidden_mark(one: Line) -> Mark | None:
    return Mark(_hidden(one), Tone.CAREFUL, "link-2-off") if _hidden(one) else None


class AgendaRows(Rows[Line]):
    """Lines that can be dragged; nothing moves here before the store has it.

    Signals:
        line_moved: From which place to which (int, int); the second counts without the line.
    """

    line_moved = Signal(int, int)

    def __init__(self, columns: Sequence[Column[Line]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.is_fixed = True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.is_fixed:
            return super().flags(index)
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_LINE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(_LINE, str(indexes[0].row()).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if self.is_fixed or not data.hasFormat(_LINE):
            return False
        at = int(bytes(data.data(_LINE).data()).decode())
        before = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        to = before - 1 if before > at else before
        if to != at:
            self.line_moved.emit(at, to)
        return False  # the store moves it; the view must not take a row away


class AgendaCard(QFrame):
    """The agenda with what can be done to it.

    Signals:
        line_moved: From which place to which (int, int).
        item_asked: Something is to be added; urgent or not (bool).
        change_asked: A line is to be changed (AgendaEntry).
        withdraw_asked: A line is to be taken off (AgendaEntry).
        person_asked: Whom a line is about (AgendaEntry).
        write_asked: It is to be written from what is open.
        order_asked: An order in which agencies come and go least is to be proposed.
    """

    line_moved = Signal(int, int)
    item_asked = Signal(bool)
    change_asked = Signal(object)
    withdraw_asked = Signal(object)
    person_asked = Signal(object)
    write_asked = Signal()
    order_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._today = date.min
        self._planned = QWidget()
        self._head = row(widened(heading(_("Agenda"))))
        self.rows = AgendaRows(agenda_columns(self._today), self)
        self.rows.line_moved.connect(self.line_moved)
        self.table = self._build_table()
        self._empty = Empty(_("Nothing is on the agenda yet."), _("Write it from what is open"))
        self._empty.asked.connect(self.write_asked)
        self._money = label("", "quiet", wraps=True)
        self._hint = label(
            _("Drag a line, or press Alt and an arrow key, to move it."), "quiet", wraps=True
        )
        self._add = button(_("Add an item"), icon="plus")
        self._add.clicked.connect(lambda: self.item_asked.emit(False))  # noqa: FBT003
        self._urgent = button(_("Add an urgent item"), icon="circle-alert")
        self._urgent.clicked.connect(lambda: self.item_asked.emit(True))  # noqa: FBT003
        self._order = button(_("Put in order"), name=_("Order so that people come and go least"))
        self._order.clicked.connect(self.order_asked)
        self._of_line = self._build_of_line()
        self.actions_here = tuple(self._build_actions())
        self._buttons = flow(self._add, self._urgent, self._order, *self._of_line.values())
        said = (self._money, self._hint)
        box = column(self._head, self.table, self._empty, *said, self._buttons, gap=M)
        box.setContentsMargins(px(L), px(L), px(L), px(L))
        self.setLayout(box)

    def show_agenda(self, page: MeetingPage) -> None:
        """Show the lines; what can be done follows from how far the meeting is."""
        if page.today != self._today:
            self._today = page.today
            self.rows.describe(agenda_columns(page.today))
        stood = self.chosen()
        status = page.record.header.row.status
        is_open = page.may_run and status in TO_COME
        self.rows.is_fixed = not is_open
        self.rows.show(page.lines)
        self._show_planned(page)
        self._money.setText(waiting_words(page.agenda.money_waiting))
        self._money.setVisible(bool(page.agenda.money_waiting))
        self._allow(is_open=is_open, page=page)
        self._size()
        if stood is not None:
            self.choose(stood.id)

    def chosen(self) -> AgendaEntry | None:
        """Give the line the keys are on."""
        found = self.table.chosen()
        return found.entry if isinstance(found, Line) else None

    def choose(self, entry: UUID) -> None:
        """Put the keys on a line, if it is there."""
        for at, line in enumerate(self.rows.rows):
            if line.entry.id == entry:
                self.table.choose(at)

    def _allow(self, *, is_open: bool, page: MeetingPage) -> None:
        has_lines = bool(page.lines)
        status = page.record.header.row.status
        self.table.setVisible(has_lines)
        self._empty.setVisible(not has_lines)
        can_write = is_open and status is MeetingStatus.SCHEDULED
        self._empty.say(
            _("Nothing is on the agenda yet.") if is_open else _("There was no agenda."),
            _("Write it from what is open") if can_write else "",
        )
        self._hint.setVisible(is_open and len(page.lines) > 1)
        self._add.setVisible(is_open)
        self._order.setVisible(is_open and sum(bool(one.entry.person) for one in page.lines) > 1)
        self._urgent.setVisible(page.may_run and (is_open or status is MeetingStatus.IN_PROGRESS))
        for name, shown in self._of_line.items():
            shown.setVisible(has_lines and (is_open or name == "person"))
        self._look()

    def _show_planned(self, page: MeetingPage) -> None:
        planned, there = page.agenda.minutes_planned, page.record.header.row.minutes_planned
        words = _(
            "{items}, {planned} of {length}",
            items=ngettext("{count} item", "{count} items", len(page.lines)),
            planned=dates.length(planned),
            length=dates.length(there),
        )
        is_over = planned > there
        mark = Mark(words, Tone.CAREFUL if is_over else Tone.NEUTRAL, "clock")
        self._planned.setParent(None)
        self._planned.deleteLater()
        self._planned = Chip(mark)
        self._head.addWidget(self._planned)

    def _size(self) -> None:
        high = self.table.all_shown_height()
        self.table.setMinimumHeight(min(high, px(42 * _MOST_SHOWN + 40)))
        self.table.setMaximumHeight(high)

    def _build_table(self) -> Table:
        table = Table(self.rows, _("Agenda"))
        table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        table.setDragDropOverwriteMode(False)
        table.setDefaultDropAction(Qt.DropAction.MoveAction)
        table.opened.connect(self._open)
        table.selectionModel().currentChanged.connect(lambda _now, _before: self._look())
        self.rows.modelReset.connect(self._look)
        return table

    def _build_of_line(self) -> dict[str, QPushButton]:
        made = {
            "up": button(_("Up"), name=_("Move the item up")),
            "down": button(_("Down"), name=_("Move the item down")),
            "change": button(_("Change"), name=_("Change the item")),
            "withdraw": button(_("Withdraw"), name=_("Withdraw the item")),
            "person": button(_("Open the person"), "link"),
        }
        made["up"].clicked.connect(lambda: self._step(-1))
        made["down"].clicked.connect(lambda: self._step(1))
        made["change"].clicked.connect(lambda: self._tell(self.change_asked.emit))
        made["withdraw"].clicked.connect(lambda: self._tell(self.withdraw_asked.emit))
        made["person"].clicked.connect(lambda: self._tell(self.person_asked.emit))
        return made

    def _build_actions(self) -> list[QAction]:
        keys = (
            (_("Move the item up"), Key.LINE_UP, "up"),
            (_("Move the item down"), Key.LINE_DOWN, "down"),
            (_("Withdraw the item"), Key.LINE_AWAY, "withdraw"),
        )
        made = []
        for text, key, name in keys:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(self._of_line[name].click)
            self.table.addAction(action)
            made.append(action)
        action = QAction(_("Order so that people come and go least"), self)
        action.setShortcut(QKeySequence(Key.LEAST_COMING))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self._order.click)
        self.addAction(action)
        made.append(action)
        return made

    def _open(self, found: Line) -> None:
        if self.rows.is_fixed:
            self.person_asked.emit(found.entry)
        else:
            self.change_asked.emit(found.entry)

    def _step(self, by: int) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at + by < len(self.rows.rows):
            self.line_moved.emit(at, at + by)

    def _tell(self, emit: Any) -> None:
        if (entry := self.chosen()) is not None:
            emit(entry)

    def _look(self) -> None:
        at, count = self.table.currentIndex().row(), len(self.rows.rows)
        entry = self.chosen()
        is_there = entry is not None
        self._of_line["up"].setEnabled(at > 0)
        self._of_line["down"].setEnabled(is_there and at < count - 1)
        self._of_line["change"].setEnabled(is_there)
        self._of_line["withdraw"].setEnabled(
            entry is not None and entry.status is ItemStatus.PLANNED
        )
        self._of_line["person"].setEnabled(entry is not None and entry.person is not None)


def withdrawn_words(page: MeetingPage) -> list[str]:
    """Say which lines were taken off, and why."""
    return [
        _(
            "{what}. {status}: {why}",
            what=about(one.entry),
            status=words_for(one.entry.status),
            why=one.status_reason,
        )
        for one in page.withdrawn
    ]


def lines_of(words: Sequence[str]) -> QWidget:
    """Show some lines of quiet words."""
    return holder(column(*[label(one, "quiet", wraps=True) for one in words], gap=4))
