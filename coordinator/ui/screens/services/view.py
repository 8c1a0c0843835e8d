"""The widgets of the service directory: a search line, the list, and one service in full."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coordinator.domain.directory.services import ServiceRow
from coordinator.ui.kit import drawing
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
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.forms import clearable, line, with_sign
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px, tokens
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.screens.services.presenter import Deed
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.services import checked_words, how_to_refer
from coordinator.wording.translation import N_, _, ngettext

_LEAST = 220
_BESIDE = 900  # from this width on one service stands beside the list
_WORDS = {
    Deed.CHANGE: N_("Change"),
    Deed.CHECK: N_("Checked today"),
    Deed.END: N_("Is no more"),
}


class ServicesView(QWidget):
    """Where somebody can be sent.

    Signals:
        searched: The words changed (str).
        ended_asked: Those that are no more as well, or not (bool).
        deed_asked: Something is to be done (Deed, the row it is about or nothing).
        copied: How to refer lies on the clipboard.
        directory_asked: Agencies, people and seats.
    """

    searched = Signal(str)
    ended_asked = Signal(bool)
    deed_asked = Signal(object, object)
    copied = Signal()
    directory_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Services"))
        self.sheets = Sheets(self)
        self._may_edit, self._today = False, date.min
        self._count = label("", "quiet", wraps=True)
        self.search = line(placeholder=_("Search: a name, a town, who it is for"))
        self.search.setAccessibleName(_("Search the services"))
        clearable(self.search)
        with_sign(self.search, drawing.icon("search", tokens().quiet, px(18)), _("Search"))
        self.search.textChanged.connect(self.searched)
        self._ended = choice(_("Those of before as well"))
        self._ended.toggled.connect(self.ended_asked)
        self._rows: Rows[ServiceRow] = Rows(_columns(self._today), self)
        self.table = Table(self._rows, _("Services"))
        self.table.opened.connect(lambda _row: self._ask(Deed.CHANGE))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show_one())
        self._add = button(_("Add a service"), "primary", "plus")
        self._add.clicked.connect(lambda: self.deed_asked.emit(Deed.ADD, None))
        self._copy = button(_("Copy how to refer"))
        self._copy.clicked.connect(self.copy)
        self._deeds = {deed: self._deed(deed) for deed in _WORDS}
        self._one = QVBoxLayout()
        buttons = flow(self._copy, *self._deeds.values())
        self._below = holder(column(self._one, buttons, None, gap=M))
        self._stack = self._build_stack()
        self._fill()
        self._copy_action = self._build_copy_action()

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here by key."""
        return (self._copy_action,)

    def show_services(
        self, rows: Sequence[ServiceRow], today: date, *, may_edit: bool, words: str
    ) -> None:
        """Show what was found; the row the keys are on stays."""
        self._may_edit, self._today = may_edit, today
        chosen = self.table.chosen()
        self._rows.describe(_columns(today))
        self._rows.show(rows)
        keys = [one.id for one in rows]
        if rows:
            is_there = isinstance(chosen, ServiceRow) and chosen.id in keys
            self.table.choose(keys.index(chosen.id) if is_there else 0)  # type: ignore[attr-defined]
        stale = sum(one.needs_check for one in rows)
        told = ngettext("{count} service.", "{count} services.", len(rows))
        if stale:
            told += " " + ngettext("{count} to check.", "{count} to check.", stale)
        self._count.setText(told if rows else "")
        self._add.setVisible(may_edit and bool(rows or words))
        self._stack.setCurrentIndex(0 if rows else 1)
        if words:
            self._empty.say(_("No service holds “{words}”.", words=words))
        else:
            act = _("Add a service") if may_edit else ""
            self._empty.say(_("Nothing is written here yet: hubs, drop-ins, lines to ring."), act)
        self._show_one()

    def copy(self) -> None:
        """Lay how to refer on the clipboard."""
        if (row := self._chosen()) is not None:
            QGuiApplication.clipboard().setText(how_to_refer(row))
            self.copied.emit()

    def told_of_copy(self) -> str:
        """Say what was copied."""
        row = self._chosen()
        return _("Copied: how to refer to {name}.", name=row.name if row else "")

    def _fill(self) -> None:
        words = holder(column(heading(_("Services"), "title"), self._count, gap=2))
        directory = button(_("Directory"))
        directory.clicked.connect(self.directory_asked)
        self._stack.setMinimumHeight(px(_LEAST))
        narrowing = column(self.search, flow(self._ended), gap=M)
        head = Head(words, directory, self._add)
        beside = Columns(_BESIDE, (self._stack, 3), (self._below, 2))
        fill(self, page(head, narrowing, beside, grows=beside))

    def _build_stack(self) -> QStackedWidget:
        self._empty = Empty()
        self._empty.asked.connect(lambda: self.deed_asked.emit(Deed.ADD, None))
        stack, blank = QStackedWidget(), QWidget()
        fill(blank, self._empty, None)
        stack.addWidget(self.table)
        stack.addWidget(blank)
        return stack

    def _build_copy_action(self) -> QAction:
        made = QAction(_("Copy how to refer"), self)
        made.setShortcut(QKeySequence(Key.COPY_REFER))
        made.triggered.connect(lambda _on=False: self.copy())
        self.addAction(made)
        return made

    def _deed(self, deed: Deed) -> QPushButton:
        made = button(_(_WORDS[deed]))
        made.clicked.connect(lambda: self._ask(deed))
        return made

    def _chosen(self) -> ServiceRow | None:
        row = self.table.chosen() if self._rows.rows else None
        return row if isinstance(row, ServiceRow) else None

    def _ask(self, deed: Deed) -> None:
        row = self._chosen()
        if self._may_edit and row is not None and row.is_open:
            self.deed_asked.emit(deed, row)

    def _show_one(self) -> None:
        row = self._chosen()
        self._below.setVisible(row is not None)
        for deed, made in self._deeds.items():
            made.setVisible(row is not None and row.is_open and self._may_edit)
            name = row.name if row else ""
            made.setAccessibleName(_("{what}: {name}", what=_(_WORDS[deed]), name=name))
        refill(self._one, [card(*_in_full(row, self._today))] if row is not None else [])


def _in_full(row: ServiceRow, today: date) -> list[QWidget]:
    parts: list[QWidget] = [heading(row.name)]
    if row.needs_check:
        parts.append(flow(Chip(Mark(_("Check this"), Tone.CAREFUL, "clock"))))
    told = (
        (_("Open"), row.hours),
        (_("Who it is for"), row.who_for),
        (_("How to refer"), row.how_to_refer),
        (_("Telephone"), row.phone),
        (_("Where"), ", ".join(filter(None, (row.address, row.area)))),
        (_("Run by"), row.agency),
        (_("Also"), row.note),
    )
    for name, words in told:
        if words:
            parts.append(said(name, words))
    parts.append(label(checked_words(row, today), "quiet", wraps=True))
    return parts


def _columns(today: date) -> tuple[Column[ServiceRow], ...]:
    return (
        Column(_("Service"), text=_name, share=3, width=150),
        Column(_("Kind"), text=lambda one: words_for(one.kind), share=1, width=130, keep=3),
        Column(
            _("Open"),
            text=lambda one: one.hours or dates.not_recorded(),
            share=2,
            keep=2,
            width=150,
        ),
        Column(_("For"), text=lambda one: one.who_for or dates.not_recorded(), share=2, keep=1),
        Column(_("Telephone"), text=lambda one: one.phone or dates.not_recorded(), width=140),
        Column(
            _("Checked"),
            text=lambda one: dates.day(one.checked_on, today) if one.checked_on else _("Never"),
            mark=_stale,
            sort=lambda one: one.checked_on or date.min,
            width=140,
        ),
    )


def _name(one: ServiceRow) -> str:
    return one.name if one.is_open else _("{name} (no more)", name=one.name)


def _stale(one: ServiceRow) -> Mark | None:
    return Mark(_("Check this"), Tone.CAREFUL, "clock") if one.needs_check else None
