"""What of the tracker is told: whose, about whom, only past their date."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from coordinator.domain.actions.rows import TrackerFilter
from coordinator.ui.kit.boxes import fill, flow
from coordinator.ui.kit.buttons import choice
from coordinator.ui.kit.controls import offer, picker, value_of
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import M
from coordinator.ui.screens.papers.narrowed import Narrowing
from coordinator.wording.translation import _


class NarrowingRow(QWidget):
    """The filters of the tracker.

    Signals:
        chosen: It is to be narrowed to this (TrackerFilter).
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._owner, self._person = _list(_("Owner")), _list(_("About whom"))
        self._overdue = choice(_("Past their date"), name=_("Only: past their date"))
        for one in (self._owner, self._person):
            one.activated.connect(lambda _at: self._tell())
        self._overdue.toggled.connect(lambda _on: self._tell())
        fill(self, flow(self._owner, self._person, self._overdue, gap=M))
        self.hide()  # until there is a tracker

    def show_narrowing(self, can: Narrowing, now: TrackerFilter) -> None:
        """Show what can be chosen, and what is."""
        offer(self._owner, [(_("Every owner"), None), *can.owners], now.owner_id)
        offer(self._person, [(_("About everybody"), None), *can.people], now.person_id)
        self._overdue.blockSignals(True)  # noqa: FBT003 - Qt takes no names
        self._overdue.setChecked(now.overdue)
        self._overdue.blockSignals(False)  # noqa: FBT003 - Qt takes no names

    def _tell(self) -> None:
        wanted = TrackerFilter(
            value_of(self._owner), value_of(self._person), overdue=self._overdue.isChecked()
        )
        self.chosen.emit(wanted)


def _list(name: str) -> QComboBox:
    made = picker([])
    made.setAccessibleName(name)
    made.setMaximumWidth(px(260))
    return made
