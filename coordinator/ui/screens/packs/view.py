"""The widgets of the packs of a meeting: recipients at the left, one of them at the right."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coordinator.ui.kit.boxes import Columns, Head, column, fill, holder, page
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import words
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.fields import FieldsDialog
from coordinator.ui.kit.folders import ask_folder
from coordinator.ui.kit.forms import Field
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.tables import Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.screens.packs.columns import Line, columns, lines
from coordinator.ui.screens.packs.current import Current
from coordinator.ui.screens.packs.presenter import Shown
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext

_NARROW = 1000  # width below which the recipient stands under the list
_FEW, _MANY = 6, 14  # rows of the list before it scrolls by itself


class PacksView(QWidget):
    """Who gets which pack of one meeting.

    Signals:
        folder_chosen: The packs are to be made and saved there (Path).
        passwords_asked: The passwords are to be shown.
        variant_chosen: Another variant is to be kept for an agency (PackRow, PackVariant).
        held_back: A pack is not to go out now, or after all (PackRow).
        observer_asked: Somebody is to be invited to look on.
    """

    folder_chosen = Signal(object)
    passwords_asked = Signal()
    variant_chosen = Signal(object, object)
    held_back = Signal(object)
    observer_asked = Signal()

    def __init__(self, choose_folder: Callable[[QWidget], Path | None] | None = None) -> None:
        super().__init__()
        self.setAccessibleName(_("Packs for everybody"))
        self._choose_folder = choose_folder or asked_folder
        self.sheets = Sheets(self)
        self._today, self._is_making, self._going = date.min, False, 0
        self._about = label("", "quiet", wraps=True)
        self.rows: Rows[Line] = Rows(columns(), self)
        self.table = Table(self.rows, _("Who gets which pack"))
        self.table.selectionModel().currentChanged.connect(lambda _now, _old: self._look())
        self.current = Current()
        self.current.variant_chosen.connect(self.variant_chosen)
        self.current.held_back.connect(self.held_back)
        self.make = button(_("Make the packs"), "primary", "file-text")
        self.make.clicked.connect(self._ask_folder)
        self._passwords = button(_("Passwords"), name=_("Passwords, to be told by another way"))
        self._passwords.clicked.connect(self.passwords_asked)
        self._empty = Empty(_("The panel has no seat yet. Add seats in the directory."))
        self._empty.hide()
        head = column(heading(_("Packs for everybody"), "title"), self._about, gap=2)
        observer = button(_("Invite an observer"))
        observer.clicked.connect(self.observer_asked)
        top = Head(holder(head), self.make, self._passwords, observer)
        left, right = holder(column(self.table, None)), holder(column(self.current, None))
        self._both = Columns(_NARROW, (left, 6), (right, 4))
        fill(self, page(top, self._empty, self._both, None))

    def show_packs(self, shown: Shown) -> None:
        """Show who gets what."""
        preview, stood = shown.preview, self.table.currentIndex().row()
        self._today, self._going = shown.today, len(shown.going)
        packs = ngettext("{count} pack goes out.", "{count} packs go out.", self._going)
        none = len(preview.rows) - len(preview.ready)
        self._about.setText(
            " ".join(
                (
                    f"{preview.reference}, {dates.long_day(preview.on)}.",
                    packs,
                    ngettext("{count} cannot be made.", "{count} cannot be made.", none)
                    if none
                    else "",
                )
            ).strip()
        )
        self.rows.show(lines(preview.rows, shown.held_back))
        self._both.setVisible(bool(preview.rows))
        self._empty.setVisible(not preview.rows)
        self._fit()
        if preview.rows:
            self.table.choose(min(max(stood, 0), len(preview.rows) - 1))
        self._look()
        self._allow()

    def show_making(self, *, on: bool) -> None:
        """Show that packs are being made, or no longer."""
        self._is_making = on
        self._allow()

    def show_passwords(self, passwords: Sequence[tuple[str, str]]) -> None:
        """Show the passwords of agencies, to be told by another way."""
        told = words("\n".join(f"{agency}: {one}" for agency, one in passwords), lines=10)
        told.setReadOnly(True)
        hint = _("Tell each by telephone or in person, never in the e-mail the pack goes with.")
        fields = {"told": Field(_("Password of each agency's papers"), told, hint=hint)}
        form = FieldsDialog(self, _("Passwords"), fields, _("Close"))
        form.is_only_read = True
        form.given.connect(lambda _said: self.sheets.finish())
        self.sheets.show(form)

    def _allow(self) -> None:
        self.make.setEnabled(not self._is_making and self._going > 0)

    def _ask_folder(self) -> None:
        folder = self._choose_folder(self)
        if folder is not None:
            self.folder_chosen.emit(folder)

    def _look(self) -> None:
        found = self.table.chosen()
        self.current.show_line(found if isinstance(found, Line) else None, self._today)

    def _fit(self) -> None:
        most = _FEW if self._both.width() < px(_NARROW) else _MANY
        high = min(self.table.all_shown_height(), px(42 * most + 40))
        self.table.setMinimumHeight(high)
        self.table.setMaximumHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def asked_folder(parent: QWidget) -> Path | None:
    """Ask where to save; nothing when somebody thought better of it."""
    return ask_folder(parent, _("Where shall the packs be saved?"))
