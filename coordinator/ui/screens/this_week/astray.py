"""The card of what was told to somebody who must not be told: until it is dealt with."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.disclosing.log import DisclosureRow
from coordinator.ui.kit.boxes import card, holder, row
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.wording.disclosures import astray_line, astray_words
from coordinator.wording.translation import _, ngettext

_MOST = 4


def astray_card(found: Sequence[DisclosureRow], today: date, show: Callable[[], object]) -> QFrame:
    """Show who heard what they must not, by reference; `show` leads to where it is dealt with."""
    shown = button(_("Show"), "link", name=_("Show what was told to who must not be told"))
    shown.clicked.connect(show)
    head = row(widened(heading(astray_words(len(found)))), shown)
    lines: list[QWidget] = [label(astray_line(one, today), wraps=True) for one in found[:_MOST]]
    if more := len(found) - len(lines):
        lines.append(label(ngettext("and {count} more", "and {count} more", more), "quiet"))
    return card(holder(head), *lines)
