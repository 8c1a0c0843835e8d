"""The lists of a sheet: what will arrive, who may be somebody else once more, what to look at."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from coordinator.sheets.reading import Place
from coordinator.ui.kit.boxes import column, fill, flow, holder
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import XS, L, M
from coordinator.ui.screens.bringing_in.columns import alike_columns
from coordinator.ui.screens.bringing_in.shown import AlikeLine
from coordinator.wording.translation import _

_MOST_HIGH = 300  # pixels of a list at text scale 1.0; longer ones scroll


class Listed(QFrame):
    """A list under a heading, as high as its rows up to a point."""

    def __init__(self, title: str, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._title = heading(title)
        self._about: QLabel = label("", "quiet", wraps=True)
        self.rows: Rows[Any] = Rows(columns, self)
        self.table = Table(self.rows, title)
        words = column(self._title, self._about, gap=XS)
        fill(self, holder(words), *self._tools(), self.table, gap=M, margin=L)
        self._about.hide()

    def _tools(self) -> tuple[QWidget, ...]:
        """Give what can be done with the rows."""
        return ()

    def say(self, about: str) -> None:
        """Say what the list is, under its heading."""
        self._about.setText(about)
        self._about.setVisible(bool(about))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; an empty list hides itself."""
        self.rows.show(rows)
        self.table.setFixedHeight(min(self.table.all_shown_height(), px(_MOST_HIGH)))
        self.setVisible(bool(rows))


class Alike(Listed):
    """Rows that may be somebody who is on file or stands further up; one decides for each.

    Signals:
        left_out: A row comes in or not (its place, bool).
    """

    left_out = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(_("May be the same person"), alike_columns(()))
        self._out: frozenset[Place] = frozenset()
        self.say(_("Nobody is ever made one with somebody else. Choose which rows come in."))
        self.table.opened.connect(self._turn)
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._name())

    def _tools(self) -> tuple[QWidget, ...]:
        self._one = button(_("Leave this row out"))
        self._one.clicked.connect(lambda: self._turn(self.table.chosen()))
        none, every = button(_("Leave all of these out")), button(_("Let all come in"))
        none.clicked.connect(lambda: self._turn_all(out=True))
        every.clicked.connect(lambda: self._turn_all(out=False))
        return (flow(self._one, none, every),)

    def show_left_out(self, left_out: frozenset[Place]) -> None:
        """Show which rows stay out; the keys stay on their row."""
        self._out = left_out
        at = self.table.currentIndex().row()
        self.rows.describe(alike_columns(left_out))
        if self.rows.rows:
            self.table.choose(max(at, 0))
        self._name()

    def _turn(self, row: object) -> None:
        if isinstance(row, AlikeLine):
            self.left_out.emit(row.place, row.place not in self._out)

    def _turn_all(self, *, out: bool) -> None:
        for row in self.rows.rows:
            if (row.place in self._out) is not out:
                self.left_out.emit(row.place, out)

    def _name(self) -> None:
        row = self.table.chosen()
        is_out = isinstance(row, AlikeLine) and row.place in self._out
        self._one.setText(_("Let this row come in") if is_out else _("Leave this row out"))
        self._one.setAccessibleName(self._one.text())
