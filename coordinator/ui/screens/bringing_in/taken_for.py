"""What each column is taken for: one sentence, and on asking a list to choose from for each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLabel, QVBoxLayout, QWidget

from coordinator.sheets.columns import Column, fields_of
from coordinator.sheets.understanding import Understood
from coordinator.ui.kit.boxes import column, fill, holder, refill, row, ruled, wide
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import choose, picker, value_of
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import XS, L, M
from coordinator.wording.refusals.sheet_faults import FAULTS
from coordinator.wording.sheet_fields import reading_line, sheet_field
from coordinator.wording.translation import _

_MOST = 80  # columns offered; sheets beyond that are reports and want a mapping file
_LONGEST = 60


class TakenFor(QFrame):
    """The columns of the sheet that is looked at.

    Signals:
        named: A column is to be taken for something, or for nothing (its heading, field or None).
        headings_chosen: Whether the first row holds the names of the columns (bool).
    """

    named = Signal(str, object)
    headings_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._read, self._unread = label("", wraps=True), label("", "quiet", wraps=True)
        self._fault = label("", "fault", wraps=True)
        self._headings = QCheckBox(_("The first row holds the names of the columns"))
        self._headings.setAccessibleName(self._headings.text())
        self._headings.toggled.connect(self.headings_chosen)
        self._more = button(_("Change how the columns are read"), "link")
        self._more.clicked.connect(self._turn)
        self._boxes: dict[str, QComboBox] = {}
        self._lines = QVBoxLayout()
        self._lists = holder(column(self._headings, self._lines, gap=M))
        self._lists.hide()
        words = column(heading(_("Columns")), self._fault, self._read, self._unread, gap=XS)
        fill(self, holder(words), row(self._more, None), self._lists, gap=M, margin=L)

    @property
    def first(self) -> QWidget:
        """Where the keys go: to the first column."""
        return next(iter(self._boxes.values()), self._more)

    def show_columns(self, told: Understood) -> None:
        """Show what the columns are taken for; the lists stand open when that is not enough."""
        used = [(one.heading, one.field) for one in told.columns if one.field]
        unused = [one.heading for one in told.columns if one.heading and not one.field]
        read, unread = reading_line(used, unused)
        self._say(self._read, read)
        self._say(self._unread, unread)
        self._show_fault(told)
        self._headings.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self._headings.setChecked(told.has_headings)
        self._headings.blockSignals(False)  # noqa: FBT003 - Qt takes no names
        by_name = {one.heading: one for one in reversed(told.columns) if one.heading}
        shown = [one for one in told.columns if by_name.get(one.heading) is one][:_MOST]
        if list(self._boxes) != [one.heading for one in shown]:
            self._boxes.clear()
            refill(self._lines, [self._line(one, told) for one in shown])
        for one in shown:
            choose(self._boxes[one.heading], one.field)
        if told.fault:
            self._show_lists(on=True)

    def fold(self) -> None:
        """Put the lists away: another sheet is looked at."""
        self._show_lists(on=False)

    def _show_fault(self, told: Understood) -> None:
        what, _then = FAULTS.get(told.fault, ("", ""))
        words = _("{what} Say below which column it is.", what=_(what)) if what else ""
        self._say(self._fault, words)

    def _say(self, part: QLabel, words: str) -> None:
        part.setText(words)
        part.setVisible(bool(words))

    def _turn(self) -> None:
        self._show_lists(on=self._lists.isHidden())

    def _show_lists(self, *, on: bool) -> None:
        self._lists.setVisible(on)
        self._more.setText(
            _("Hide how the columns are read") if on else _("Change how the columns are read")
        )
        self._more.setAccessibleName(self._more.text())

    def _line(self, one: Column, told: Understood) -> QWidget:
        fields = sorted((sheet_field(name), name) for name in fields_of(told.target))
        box = picker([(_("Not read"), None), *fields])
        box.setAccessibleName(_("Column {name} is read as", name=one.heading))
        box.activated.connect(partial(self._tell, one.heading, box))
        self._boxes[one.heading] = box
        sample = "; ".join(told.samples[one.place])[:_LONGEST]
        words = column(label(one.heading, "strong", wraps=True), gap=0)
        words.addWidget(label(sample or _("Empty"), "quiet", wraps=True))
        return ruled(wide(holder(words)), box)

    def _tell(self, heading_: str, box: QComboBox, _at: int) -> None:
        chosen = value_of(box)
        self.named.emit(heading_, chosen)
