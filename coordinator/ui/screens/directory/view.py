"""The widgets of the directory: four lists, and what can be done with the row the keys are on."""

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QStackedWidget, QWidget

from coordinator.domain.directory.rules import DirectoryPage, PanelCard
from coordinator.ui.kit.boxes import Head, column, fill, flow, holder, page
from coordinator.ui.kit.buttons import button, choice
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M
from coordinator.ui.screens.directory.columns import (
    agency_columns,
    cover_columns,
    professional_columns,
    seat_columns,
)
from coordinator.ui.screens.directory.presenter import Deed, deeds_open_to
from coordinator.wording.translation import N_, _

_LEAST = 260  # height of the list, below which the page scrolls


class Part(Enum):
    """The four lists."""

    SEATS = "seats"
    AGENCIES = "agencies"
    PROFESSIONALS = "professionals"
    COVERS = "covers"


_TITLES = {
    Part.SEATS: N_("Seats"),
    Part.AGENCIES: N_("Agencies"),
    Part.PROFESSIONALS: N_("Professionals"),
    Part.COVERS: N_("Standing in"),
}
_NEW = {
    Part.SEATS: (Deed.ADD_SEAT, N_("Add a seat"), N_("The panel has no seats yet.")),
    Part.AGENCIES: (Deed.ADD_AGENCY, N_("Add an agency"), N_("No agency is on file yet.")),
    Part.PROFESSIONALS: (
        Deed.ADD_PROFESSIONAL,
        N_("Add a professional"),
        N_("Nobody is on file yet."),
    ),
    Part.COVERS: (
        Deed.ADD_COVER,
        N_("Somebody stands in"),
        N_("Nobody stands in for the chair or the coordinator."),
    ),
}
_WORDS = {
    Deed.CHANGE_AGENCY: N_("Change"),
    Deed.AGREEMENT: N_("Sharing agreement"),
    Deed.RESTRICTED: N_("Restricted entries"),
    Deed.RENAME: N_("Rename"),
    Deed.MERGE: N_("Merge"),
    Deed.CLOSE: N_("Close"),
    Deed.CHANGE_PROFESSIONAL: N_("Change"),
    Deed.LEAVE: N_("Has left"),
    Deed.OWN_CARD: N_("Change how you are reached"),
    Deed.FILL: N_("Fill"),
    Deed.DEPUTY: N_("Deputy"),
    Deed.VACATE: N_("Vacate"),
    Deed.CHANGE_SEAT: N_("Change"),
    Deed.REMOVE_SEAT: N_("Take it off"),
    Deed.CHANGE_COVER: N_("Change the last day"),
    Deed.END_COVER: N_("End it"),
}


class DirectoryView(QWidget):
    """The panel's directory.

    Signals:
        deed_asked: Something is to be done (Deed, the row it is about or nothing).
        former_asked: Those of before as well, or not (bool).
        panel_asked: The panel itself: its times, texts and decisions.
        services_asked: Where somebody can be sent.
    """

    deed_asked = Signal(object, object)
    former_asked = Signal(bool)
    panel_asked = Signal()
    services_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Directory"))
        self.sheets = Sheets(self)
        self._own: UUID | None = None
        self._may_edit, self._part = False, Part.SEATS
        self._panel = label("", "quiet", wraps=True)
        self._rows: dict[Part, Rows[Any]] = {
            Part.SEATS: Rows(seat_columns(), self),
            Part.AGENCIES: Rows(agency_columns(), self),
            Part.PROFESSIONALS: Rows(professional_columns(), self),
            Part.COVERS: Rows(cover_columns(date.min), self),
        }
        self.tables = {part: self._table(part) for part in Part}
        self._parts = self._build_parts()
        self._former = choice(_("Those of before as well"))
        self._former.toggled.connect(self.former_asked)
        self._add = button(_(_NEW[self._part][1]), "primary", "plus")
        self._add.clicked.connect(self._ask_for_new)
        self._deeds = {deed: self._deed(deed) for deed in _WORDS}
        self._empty = Empty()
        self._empty.asked.connect(self._ask_for_new)
        self._stack = self._build_stack()
        panel = button(_("The panel"))
        panel.clicked.connect(self.panel_asked)
        words = holder(column(heading(_("Directory"), "title"), self._panel, gap=2))
        services = button(_("Services"))
        services.clicked.connect(self.services_asked)
        head = Head(words, services, panel)
        choices = flow(*self._parts.values(), self._former)
        tools = flow(self._add, *self._deeds.values())
        self._stack.setMinimumHeight(px(_LEAST))
        body = column(head, choices, tools, self._stack, gap=M)
        body.setStretchFactor(self._stack, 1)
        fill(self, page(body))
        self._show_part(self._part)

    def show_directory(
        self,
        directory: DirectoryPage,
        *,
        may_edit: bool,
        today: date = date.min,
        own: UUID | None = None,
    ) -> None:
        """Show seats, agencies, professionals, who stands in; the row the keys are on stays."""
        self._may_edit, self._own = may_edit, own
        self._rows[Part.COVERS].describe(cover_columns(today))
        self._panel.setText(_officers(directory.panel))
        self._show_rows(Part.SEATS, directory.seats)
        self._show_rows(Part.AGENCIES, directory.agencies)
        self._show_rows(Part.PROFESSIONALS, directory.professionals)
        self._show_rows(Part.COVERS, directory.covers)
        self._show_part(self._part)

    def _show_rows(self, part: Part, rows: Sequence[Any]) -> None:
        table = self.tables[part]
        chosen = table.chosen()
        self._rows[part].show(rows)
        keys = [one.id for one in rows]
        if chosen is not None and (key := getattr(chosen, "id", None)) in keys:
            table.choose(keys.index(key))

    def _table(self, part: Part) -> Table:
        table = Table(self._rows[part], _(_TITLES[part]))
        table.opened.connect(self._open)
        table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._tell_deeds())
        return table

    def _build_parts(self) -> dict[Part, QPushButton]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        made = {part: choice(_(_TITLES[part])) for part in Part}
        made[self._part].setChecked(True)
        for part, one in made.items():
            group.addButton(one)
            one.toggled.connect(lambda on, part=part: self._show_part(part) if on else None)
        return made

    def _build_stack(self) -> QStackedWidget:
        stack = QStackedWidget()
        for table in self.tables.values():
            stack.addWidget(table)
        self._blank = QWidget()
        fill(self._blank, self._empty, None)
        stack.addWidget(self._blank)
        return stack

    def _deed(self, deed: Deed) -> QPushButton:
        made = button(_(_WORDS[deed]))
        made.clicked.connect(lambda: self._ask(deed))
        made.hide()
        return made

    def _show_part(self, part: Part) -> None:
        self._part = part
        _deed, words, none = _NEW[part]
        self._add.setText(_(words))
        self._add.setAccessibleName(_(words))
        self._add.setVisible(self._may_edit)
        if self._rows[part].rows:
            self._stack.setCurrentWidget(self.tables[part])
        else:
            self._empty.say(_(none), _(words) if self._may_edit else "")
            self._stack.setCurrentWidget(self._blank)
        self._tell_deeds()

    def _tell_deeds(self) -> None:
        """Show what can be done with the row the keys are on."""
        row = self.tables[self._part].chosen()
        possible = deeds_open_to(row, may_edit=self._may_edit, own=self._own)
        for deed, made in self._deeds.items():
            made.setVisible(deed in possible)
            name = getattr(row, "name", "")
            made.setAccessibleName(_("{what}: {name}", what=made.text(), name=name))

    def _open(self, row: object) -> None:
        possible = deeds_open_to(row, may_edit=self._may_edit, own=self._own)
        if possible:
            self.deed_asked.emit(possible[0], row)

    def _ask(self, deed: Deed) -> None:
        self.deed_asked.emit(deed, self.tables[self._part].chosen())

    def _ask_for_new(self) -> None:
        self.deed_asked.emit(_NEW[self._part][0], None)


def _officers(panel: PanelCard) -> str:
    told = [
        (_("Chair"), panel.chair),
        (_("Vice-chair"), panel.vice_chair),
        (_("Coordinator"), panel.coordinator),
        (_("Deputy"), panel.deputy_coordinator),
    ]
    return ". ".join(_("{what}: {name}", what=what, name=name) for what, name in told if name)
