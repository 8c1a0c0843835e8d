"""The widgets of the list of requests to see what is held."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coordinator.domain.access.rules import SOON, AccessRow
from coordinator.ui.kit.boxes import Head, column, fill, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XL, L, M, Tone
from coordinator.ui.kit.words import listed
from coordinator.ui.places.every import AccessPlace
from coordinator.ui.shared.sharing_ways import SharingWays
from coordinator.wording import dates
from coordinator.wording.access import left_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext


class AccessListView(QWidget):
    """Who asked to see what is held.

    Signals:
        row_opened: One of them (AccessRow).
        new_asked: A request came in.
    """

    row_opened = Signal(object)
    new_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Access requests"))
        self.sheets = Sheets(self)
        self._count = label("", "quiet", wraps=True)
        self.ways = SharingWays(AccessPlace)
        self.new = button(_("Record a request"), "primary", "plus")
        self.new.clicked.connect(self.new_asked)
        self._rows: Rows[AccessRow] = Rows(_columns(date.min), self)
        self.table = Table(self._rows, _("Access requests"))
        self.table.opened.connect(self.row_opened)
        self._empty = Empty(_("Nobody has asked to see what is held about them."))
        blank = QWidget()
        fill(blank, self._empty, None)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(blank)
        words = holder(column(heading(_("Access requests"), "title"), self._count, gap=2))
        body = column(Head(words, self.new), self.ways, self._stack, gap=M)
        body.setStretchFactor(self._stack, 1)
        body.setContentsMargins(px(XL), px(XL), px(XL), px(L))
        self.setLayout(body)

    def show_requests(self, rows: Sequence[AccessRow], today: date) -> None:
        """Show requests, those that are open first."""
        self._rows.describe(_columns(today))
        self._rows.show(rows)
        if rows:
            self.table.choose(0)
        self._stack.setCurrentIndex(0 if rows else 1)
        waiting = sum(one.is_open for one in rows)
        told = ngettext("{count} waits for an answer", "{count} wait for an answer", waiting)
        self._count.setText(told if rows else "")


def who(one: AccessRow) -> str:
    """Name who asked as a list may."""
    told = one.name
    return listed(told.name, one.reference, initials_only=told.initials_only)


def left_mark(one: AccessRow) -> Mark | None:
    """Say how long there is, where it is not calm any more."""
    if one.left is None or one.left > SOON or one.still_since is not None:
        return None
    tone = Tone.URGENT if one.left < 0 else Tone.CAREFUL
    return Mark(left_words(one), tone, "triangle-alert" if one.left < 0 else "clock")


def _columns(today: date) -> tuple[Column[AccessRow], ...]:
    return (
        Column(_("Person"), text=who, share=3, width=150),
        Column(_("Reference"), text=lambda one: one.reference, width=125),
        Column(
            _("Received"),
            text=lambda one: dates.day(one.received_on, today),
            sort=lambda one: one.received_on,
            width=140,
            keep=2,
        ),
        Column(
            _("Answer by"),
            text=lambda one: dates.day(one.due_on, today),
            sort=lambda one: one.due_on,
            width=140,
        ),
        Column(_("Left"), text=left_words, mark=left_mark, width=150),
        Column(_("Stands at"), text=lambda one: words_for(one.status), width=150, keep=1),
        Column(_("Officer"), text=_officer, share=2, width=140, keep=3),
    )


def _officer(one: AccessRow) -> str:
    return one.officer or dates.not_recorded()
