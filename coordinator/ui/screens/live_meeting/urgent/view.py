"""The widgets of an urgent item: a question above the person, hidden until it is asked."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction

from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.question_row import QuestionRow
from coordinator.wording.translation import _


class UrgentPart(QuestionRow):
    """Where something urgent is raised.

    Signals:
        raised: Somebody is urgent.
    """

    raised = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._raise = action(_("Urgent item"), Key.LIVE_URGENT, self.raised.emit)

    @property
    def actions_here(self) -> tuple[QAction, ...]:
        """What can be done here from anywhere on the screen."""
        return (self._raise,)
