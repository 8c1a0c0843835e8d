"""What is to become of a decision of today: other words, another in its place, or none. No Qt."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from coordinator.domain.meetings.views import DecisionRow
from coordinator.ui.screens.live_meeting.questions import Asked, Choice, Flow, Leave, Step
from coordinator.wording.translation import _


class Mode(Enum):
    """What the lines are about to do to a decision; kept with what is typed, never renamed."""

    CORRECT = "correct"
    REPLACE = "replace"
    REVERSE = "reverse"

    @property
    def told(self) -> str:
        """Say it over the lines."""
        return {
            Mode.CORRECT: _("Correcting the words of a decision"),
            Mode.REPLACE: _("A new decision takes the place of the earlier one"),
            Mode.REVERSE: _("Withdrawing a decision: say why"),
        }[self]


class ChangeFlow(Flow):
    """Asks which of the three it is."""

    name = "change"

    def __init__(self, row: DecisionRow, begin: Callable[[Mode, DecisionRow], object]) -> None:
        self._row, self._begin = row, begin

    def asked(self) -> Asked:
        """Tell what is asked."""
        return Asked(
            _("What is to become of this decision?"),
            told=self._row.text,
            choices=(
                Choice("C", _("Correct its words"), Mode.CORRECT),
                Choice("R", _("Replace it by another"), Mode.REPLACE),
                Choice("W", _("Withdraw it"), Mode.REVERSE),
            ),
        )

    def choose(self, value: object) -> Step:
        """Begin what was chosen."""
        return Leave(partial(self._begin, Mode(value), self._row))
