"""How an escalation's clock looks, wherever one is shown: word, shape and colour."""

from datetime import date

from coordinator.domain.escalations.clock import ClockState
from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.states import EscalationStatus
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import chosen
from coordinator.wording.stuck import clock_words, short_clock
from coordinator.wording.translation import _

_OF_CLOCK = {
    ClockState.OVERDUE: (Tone.URGENT, "triangle-alert"),
    ClockState.TODAY: (Tone.CAREFUL, "clock"),
    ClockState.RUNNING: (Tone.NEUTRAL, "clock"),
    ClockState.NOT_STARTED: (Tone.CAREFUL, "pen-line"),
    ClockState.STOPPED: (Tone.NEUTRAL, "check"),
}


def clock_mark(row: EscalationRow, today: date, *, short: bool = False) -> Mark:
    """Give the chip of the clock."""
    tone, sign = _OF_CLOCK[row.clock.state]
    if row.status is EscalationStatus.ANSWERED:
        tone, sign = Tone.GOOD, "circle-check"
    return Mark((short_clock if short else clock_words)(row, today), tone, sign)


def about_whom(row: EscalationRow) -> str:
    """Say whom an escalation is about."""
    return _("The panel") if row.name is None else chosen(row.name, row.reference)
