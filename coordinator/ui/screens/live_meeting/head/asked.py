"""What was asked of somebody with more authority, and what came back, as the room reads it."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QWidget

from coordinator.domain.escalations.views import AskedLine
from coordinator.domain.states import EscalationStatus
from coordinator.ui.kit.boxes import flow
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.tokens import Tone
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.stuck import standing
from coordinator.wording.translation import _


def asked_parts(asked: AskedLine, today: date) -> Iterator[QWidget]:
    """Build the lines: the ask and of whom, then the answer, or that none came."""
    yield flow(*map(Chip, _marks(asked, today)))
    who = ", ".join(filter(None, (asked.receiver, asked.receiver_role)))
    level = standing(asked.track, asked.level)
    about = _("{number}, {level}. Asked of {who}", number=asked.number, level=level, who=who)
    yield label(about, "quiet", wraps=True)
    yield label(_("Asked: {words}", words=asked.ask), wraps=True)
    if asked.answer:
        yield label(_("Answer: {words}", words=asked.answer), "strong", wraps=True)
        said_by = _("{who}, {day}", who=asked.answered_by, day=dates.day(asked.answered_on, today))
        yield label(said_by, "quiet", wraps=True)
    if asked.conditions:
        yield label(_("On condition: {words}", words=asked.conditions), wraps=True)


def _marks(asked: AskedLine, today: date) -> Iterator[Mark]:
    if asked.outcome is not None and asked.answer:
        yield Mark(words_for(asked.outcome), Tone.GOOD, "circle-check")
    elif asked.status is not EscalationStatus.CLOSED:
        by = dates.day(asked.respond_by, today)
        yield Mark(_("No answer yet; asked by {day}", day=by), Tone.URGENT, "triangle-alert")
    else:
        yield Mark(words_for(asked.status), Tone.NEUTRAL, "check")
