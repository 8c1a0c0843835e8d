"""The card of accepted risks whose day to look again has come; each leads to the person."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.week.this_week import DueRisk
from coordinator.ui.kit.boxes import card, column, holder, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.screens.this_week.seen import TellSeen, joined
from coordinator.wording import dates
from coordinator.wording.barriers import category_words
from coordinator.wording.translation import _, ngettext

_MOST = 4
Open = Callable[[object], object]


def risks_card(found: Sequence[DueRisk], today: date, open_person: Open, seen: TellSeen) -> QFrame:
    """Show what was left as it was, by whom, and since when it should be looked at again."""
    lines: list[QWidget] = [_line(one, today, open_person, seen) for one in found[:_MOST]]
    if more := len(found) - len(lines):
        words = ngettext("and {count} more", "and {count} more", more)
        lines.append(label(words, "quiet"))
    return card(heading(_("Accepted risks to look at again")), *lines)


def _line(one: DueRisk, today: date, open_person: Open, seen: TellSeen) -> QFrame:
    what = category_words(one.barrier.category, one.barrier.own)
    title = _("{who}: {what}", who=one.reference or _("The panel"), what=what)
    about = _(
        "Accepted by {name}; to be looked at again {day}",
        name=one.barrier.accepted_by,
        day=dates.day(one.barrier.review_on, today),
    )
    about = joined(seen(one.barrier.person_id), about)
    words = column(label(title, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0)
    parts: list[QWidget] = [widened(holder(words))]
    if (person := one.barrier.person_id) is not None:
        opens = button(_("Open"), "link", name=_("Open {what}", what=title))
        opens.clicked.connect(lambda: open_person(person))
        parts.append(opens)
    return ruled(*parts)
