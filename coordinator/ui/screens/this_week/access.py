"""The card of those who asked to see what is held: how long there is to answer each."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.access.rules import SOON, AccessRow
from coordinator.ui.kit.boxes import card, column, flow, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.wording import dates
from coordinator.wording.access import left_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext

_MOST = 4


def access_card(found: Sequence[AccessRow], today: date, show: Callable[[], object]) -> QFrame:
    """Show who waits for what is held, the soonest due first; `show` leads to all of them."""
    shown = button(_("Show"), "link", name=_("Show the access requests"))
    shown.clicked.connect(show)
    head = row(widened(heading(_("Asked to see what is held"))), shown)
    lines: list[QWidget] = [_line(one, today) for one in found[:_MOST]]
    if more := len(found) - len(lines):
        lines.append(label(ngettext("and {count} more", "and {count} more", more), "quiet"))
    return card(holder(head), *lines)


def _line(one: AccessRow, today: date) -> QFrame:
    about = _(
        "{status}; answer by {day}",
        status=words_for(one.status),
        day=dates.day(one.due_on, today),
    )
    words = column(
        label(one.reference, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0
    )
    return ruled(widened(holder(words)), flow(Chip(_mark(one))))


def _mark(one: AccessRow) -> Mark:
    if one.still_since is not None:
        return Mark(left_words(one), Tone.NEUTRAL, "pause")
    left = one.left or 0
    tone = Tone.URGENT if left < 0 else Tone.CAREFUL if left <= SOON else Tone.NEUTRAL
    return Mark(left_words(one), tone, "triangle-alert" if left < 0 else "clock")
