"""The widgets of the agenda at the side: the lines, what to do with the open one."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from coordinator.domain.meetings.live_views import LiveLine
from coordinator.domain.states import ItemStatus
from coordinator.ui.kit import drawing
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, row, tall, wide
from coordinator.ui.kit.buttons import button, button_for
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.lines import Line
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import S
from coordinator.ui.screens.live_meeting.agenda.lines import IS_OPEN, TwoLines
from coordinator.ui.screens.live_meeting.agenda.presenter import ASIDE
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.words import below, title
from coordinator.wording.translation import _

_SIGNS = {
    ItemStatus.PLANNED: ("circle", "edge"),
    ItemStatus.TAKEN: ("circle-check", "good"),
    ItemStatus.DEFERRED: ("calendar-clock", "careful"),
    ItemStatus.WITHDRAWN: ("x", "quiet"),
}
_OPEN = ("chevron-right", "accent")
_LEAST = 160


class AgendaPart(QWidget):
    """The lines of the meeting.

    Signals:
        chosen: A line is to be opened (UUID).
        next_asked: On to the next line.
        back_asked: Back to the line before.
        aside_asked: The open line is to be put off or withdrawn; the reason is asked for
            (ItemStatus).
        why_typed: The reason so far (ItemStatus, str).
        set_aside: Put off or withdrawn, and why (UUID, ItemStatus, str).
        put_back_asked: The line is to be planned again (UUID).
        urgent_asked: Something urgent is to be raised.
    """

    chosen = Signal(object)
    next_asked = Signal()
    back_asked = Signal()
    aside_asked = Signal(object)
    why_typed = Signal(object, str)
    set_aside = Signal(object, object, str)
    put_back_asked = Signal(object)
    urgent_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[LiveLine] = ()
        self._asked: tuple[LiveLine, ItemStatus] | None = None
        self._count = label("", "quiet")
        self.list = QListWidget()
        self.list.setAccessibleName(_("Agenda"))
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        # With the bar at its side the list is narrower: its rows are measured anew.
        bar = self.list.verticalScrollBar()
        bar.rangeChanged.connect(lambda *_range: self.list.scheduleDelayedItemsLayout())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(px(_LEAST))
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self._build_actions()
        head = row(wide(heading(_("Agenda"))), self._count)
        frame = card(head, tall(self.list), self._build_why(), self._build_buttons())
        fill(self, tall(frame))
        self.setFocusProxy(self.list)

    def show_lines(
        self, lines: Sequence[LiveLine], chosen: UUID | None, *, hidden: bool = False
    ) -> None:
        """Show the agenda and which line is open; without names when they are hidden."""
        self._lines = lines
        self.list.clear()
        for line in lines:
            self.list.addItem(_item(line, is_open=line.entry.id == chosen, hidden=hidden))
        ids = [line.entry.id for line in lines]
        at = ids.index(chosen) if chosen in ids else -1
        self.list.setCurrentRow(at)
        self._count.setText(_("{at} of {all}", at=at + 1, all=len(lines)) if at >= 0 else "")
        is_set_aside = at >= 0 and lines[at].entry.status is not ItemStatus.PLANNED
        self._put_back.setEnabled(is_set_aside)
        self._put_back_button.setVisible(is_set_aside)
        if self._asked is not None and self._asked[0].entry.id != chosen:
            self._end_asking()

    def ask_why(
        self, line: LiveLine, status: ItemStatus, why: str = "", *, told: str = ""
    ) -> None:
        """Ask in a line below why an item is put off or withdrawn; `why` was typed before."""
        self._asked = (line, status)
        words = (
            _("Why is it put off?") if status is ItemStatus.DEFERRED else _("Why is it withdrawn?")
        )
        self._why_label.setText(" ".join(filter(None, (told, words))))
        self._why.setAccessibleName(words)
        self._why.fill(why)
        self._why_box.show()
        self._why.setFocus()
        if told:
            announce(self._why, told)

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._next, self._back, self._later, self._withdraw, self._put_back)

    def _build_actions(self) -> None:
        self._next = action(_("Next item"), Key.LIVE_NEXT, self.next_asked.emit)
        self._back = action(_("Item before"), Key.LIVE_BACK, self.back_asked.emit)
        put_off = partial(self.aside_asked.emit, ItemStatus.DEFERRED)
        self._later = action(_("Put off for next time"), Key.LIVE_LATER, put_off)
        withdraw = partial(self.aside_asked.emit, ItemStatus.WITHDRAWN)
        self._withdraw = action(_("Withdraw the item"), Key.LIVE_WITHDRAW, withdraw)
        self._put_back = action(_("Plan it again"), None, self._ask_back)

    def _build_buttons(self) -> QWidget:
        self._put_back_button = button_for(self._put_back, "link")
        return holder(
            column(
                button_for(self._next, "primary"),
                flow(
                    button_for(self._later, "link"),
                    button_for(self._withdraw, "link"),
                    self._put_back_button,
                    self._urgent_button(),
                    gap=0,
                ),
                gap=S,
            )
        )

    def _urgent_button(self) -> QWidget:
        made = button(_("Urgent item"), "link")
        made.setToolTip(str(Key.LIVE_URGENT))
        made.setAccessibleDescription(str(Key.LIVE_URGENT))
        made.clicked.connect(self.urgent_asked)
        return made

    def _build_why(self) -> QWidget:
        self._why_label, self._why = label("", "strong", wraps=True), Line("", field=ASIDE)
        self._why.entered.connect(lambda _why: self._answer())
        self._why.settled.connect(self._tell_why)
        stop = button(_("Leave it planned"), "link")
        stop.clicked.connect(self._end_asking)
        self._why_box = holder(column(self._why_label, self._why, stop, gap=S))
        self._why_box.hide()
        return self._why_box

    def _tell_why(self, why: str) -> None:
        if self._asked is not None:
            self.why_typed.emit(self._asked[1], why)

    def _answer(self) -> None:
        if self._asked is not None and self._why.text().strip():
            line, status = self._asked
            self._end_asking()
            self.set_aside.emit(line.entry.id, status, self._why.text().strip())

    def _end_asking(self) -> None:
        self._asked = None
        self._why_box.hide()

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _ask_back(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.put_back_asked.emit(item.data(Qt.ItemDataRole.UserRole))


def _item(line: LiveLine, *, is_open: bool, hidden: bool) -> QListWidgetItem:
    picture, token = _OPEN if is_open else _SIGNS[line.entry.status]
    icon = drawing.icon(picture, getattr(tokens(), token), px(18))
    item = QListWidgetItem(
        icon, f"{title(line.entry, hidden=hidden)}\n{below(line, hidden=hidden)}"
    )
    item.setData(Qt.ItemDataRole.UserRole, line.entry.id)
    item.setData(IS_OPEN, is_open)
    item.setToolTip(below(line, hidden=hidden))
    return item
