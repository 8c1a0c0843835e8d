"""The widgets of the clock: a quiet bar, a word and a shape when something takes longer."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QProgressBar, QWidget

from coordinator.ui.kit.boxes import card, column, fill, flow, holder, row, wide
from coordinator.ui.kit.buttons import button, button_for
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tokens import XS, S
from coordinator.ui.screens.live_meeting.clock.face import Face
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.told import Told
from coordinator.wording.translation import _

_TICK_MS = 1_000


class ClockPart(QWidget):
    """The time of the item and of the meeting.

    Signals:
        ticked: A second has passed, about.
        toggled: Stop, or go on.
        counted: What is asked about counts.
    """

    ticked = Signal()
    toggled = Signal()
    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._item = label("", "strong", wraps=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 100)
        self._bar.setAccessibleName(_("Time of this item that is used"))
        self._item_over, self._meeting_over = Told(), Told()
        self._meeting, self._to_come = label("", wraps=True), label("", "quiet", wraps=True)
        self._toggle = action(_("Stop the clock"), Key.LIVE_CLOCK, self.toggled.emit)
        self._count = action(_("Count it"), Key.LIVE_COUNT_IT, self.counted.emit)
        self._button = button_for(self._toggle, "link")
        fill(
            self,
            card(
                row(wide(heading(_("Time"))), self._button),
                holder(column(self._item, self._bar, self._item_over, gap=XS)),
                self._missing_box(),
                holder(column(self._meeting, self._meeting_over, self._to_come, gap=XS)),
                gap=S,
            ),
        )
        self.show_face(Face())
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()

    def show_face(self, face: Face) -> None:
        """Show what the clock says."""
        self._item.setText(_("{time}, stopped", time=face.item) if face.is_paused else face.item)
        self._item.setVisible(bool(face.item))
        self._bar.setVisible(bool(face.item))
        self._bar.setValue(face.share)
        self._item_over.say(face.item_over)
        self._meeting.setText(face.meeting)
        self._meeting_over.say(face.meeting_over)
        self._to_come.setText(face.to_come)
        self._to_come.setVisible(bool(face.to_come))
        self._ask(face.missing)
        words = _("Let the clock go on") if face.is_paused else _("Stop the clock")
        self._toggle.setText(words)
        self._toggle.setEnabled(face.runs)
        self._button.setText(words)
        self._button.setAccessibleName(words)
        self._button.setVisible(face.runs and not face.missing)

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._toggle, self._count)

    def _missing_box(self) -> QWidget:
        self._missing = label("", wraps=True)
        leave = button(_("Leave it out"), "link")
        leave.setToolTip(str(Key.LIVE_CLOCK))
        leave.setAccessibleDescription(str(Key.LIVE_CLOCK))
        leave.clicked.connect(self.toggled)
        buttons = flow(button_for(self._count), leave)
        self._missing_box_shown = holder(column(self._missing, buttons, gap=XS))
        return self._missing_box_shown

    def _ask(self, words: str) -> None:
        if words and self._missing.text() != words:
            announce(self, words)
        self._missing.setText(words)
        self._missing_box_shown.setVisible(bool(words))
        self._count.setEnabled(bool(words))
