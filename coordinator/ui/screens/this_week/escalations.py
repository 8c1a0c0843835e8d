"""What came of asking people with more authority, on the first screen: three counts at most."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.escalations.views import NOTHING_AWAITED, Awaited
from coordinator.ui.kit.boxes import card, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.wording.translation import _, ngettext

Open = Callable[[str], object]


def has_any(awaited: Awaited) -> bool:
    """Whether there is anything to show."""
    return awaited != NOTHING_AWAITED


def escalations_card(awaited: Awaited, open_what: Open) -> QFrame:
    """Show answers to take to the panel, answers that are overdue, and drafts."""
    lines: list[QFrame] = []
    if awaited.answered:
        told = ngettext(
            "{count} answer has come. The next agenda has it.",
            "{count} answers have come. The next agenda has them.",
            awaited.answered,
        )
        lines.append(
            _line(told, _("Show the escalations that were answered"), "answers", open_what)
        )
    if awaited.overdue:
        told = ngettext(
            "{count} answer is overdue. Chase it, or ask the next level.",
            "{count} answers are overdue. Chase them, or ask the next level.",
            awaited.overdue,
        )
        name = _("Show the escalations whose answer is overdue")
        lines.append(_line(told, name, "late_answers", open_what))
    if awaited.drafts:
        told = ngettext(
            "{count} is drafted and not sent.",
            "{count} are drafted and not sent.",
            awaited.drafts,
        )
        lines.append(_line(told, _("Show the escalations that are drafts"), "answers", open_what))
    return card(_head(awaited), *lines)


def _head(awaited: Awaited) -> QWidget:
    title = heading(_("Escalations"))
    if not awaited.overdue:
        return holder(row(title, None))
    late = ngettext("{count} overdue", "{count} overdue", awaited.overdue)
    return holder(row(widened(title), Chip(Mark(late, Tone.CAREFUL, "clock"))))


def _line(told: str, name: str, what: str, open_what: Open) -> QFrame:
    shown = button(_("Show"), "link", name=name)
    shown.clicked.connect(lambda: open_what(what))
    return ruled(widened(label(told, wraps=True)), shown)
