"""The widgets that end the meeting: when it ended, and the button that does it."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QFrame

from coordinator.ui.kit.boxes import Head, column, fill, holder, row
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.controls import clock, value_of
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.notices import announce
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, S
from coordinator.wording.translation import _


class EndCard(QFrame):
    """Ends the meeting, now unless another time is given.

    Signals:
        ended: The meeting is over; when, or nothing for now (time).
    """

    ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lead")
        self._is_other = self._is_filling = False
        self._at = clock(time(0, 0))
        self._at.setProperty("field", "live.closing.time")
        self._at.lineEdit().setTextMargins(px(S), 0, 0, 0)  # the style's padding does not reach it
        self._at.timeChanged.connect(self._changed)
        self._at.setAccessibleName(_("It ends at"))
        when = label(_("It ends at"))
        when.setBuddy(self._at)
        self.end = button(_("End the meeting"), "primary")
        self.end.setToolTip(str(Key.DO_IT))
        self.end.setAccessibleDescription(str(Key.DO_IT))
        self.end.clicked.connect(self.give)
        self._next = label("", "quiet", wraps=True)
        self._told = label(_("It can be ended whatever is left open."), "quiet", wraps=True)
        self._fault = label("", "fault", wraps=True)
        self._fault.hide()
        words = column(heading(_("End of the meeting")), self._next, self._told, gap=2)
        head = Head(holder(words), holder(row(when, self._at)), self.end)
        fill(self, head, self._fault, gap=M, margin=L)

    @property
    def fault(self) -> str:
        """Why it was not ended, if it was not."""
        return self._fault.text()

    def say_wrong(self, sentence: str) -> None:
        """Say why it was not ended, or, with nothing, that all is well."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)
            self._at.setFocus()

    def show_ending(self, now: time, next_meeting: str, *, is_all_done: bool) -> None:
        """Show the time it is, unless another was given."""
        if not self._is_other:
            self._is_filling = True
            self._at.setTime(QTime(now.hour, now.minute))
            self._is_filling = False
        self._next.setText(next_meeting)
        self._told.setVisible(not is_all_done)

    def give(self) -> None:
        """End it."""
        self.ended.emit(value_of(self._at) if self._is_other else None)

    def _changed(self, _at: QTime) -> None:
        if not self._is_filling:
            self._is_other = True
