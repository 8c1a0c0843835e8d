"""The card of steps that fall due, before anybody lets go of somebody."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.cases.protocols import StepDue
from coordinator.ui.kit.boxes import card, column, flow, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import listed
from coordinator.ui.screens.this_week.seen import TellSeen, joined
from coordinator.wording.holding import step_words
from coordinator.wording.translation import _, ngettext

_MOST = 6
Open = Callable[[object], object]


def steps_card(
    due: Sequence[StepDue],
    today: date,
    open_person: Open,
    more: Callable[[], object],
    seen: TellSeen,
) -> QFrame:
    """Show whose steps fall due by the next meeting, and the way to who holds everybody."""
    count = ngettext("{count} step", "{count} steps", len(due))
    tonight = button(_("Who holds tonight"), "link")
    tonight.clicked.connect(more)
    head = holder(
        row(
            widened(heading(_("Before anybody lets go"))),
            Chip(Mark(count, Tone.NEUTRAL, "list-checks")),
        )
    )
    lines: list[QWidget] = [_line(one, today, open_person, seen) for one in due[:_MOST]]
    if len(due) > _MOST:
        rest = ngettext("and {count} more step", "and {count} more steps", len(due) - _MOST)
        lines.append(ruled(label(rest, "quiet")))
    return card(head, *lines, flow(tonight))


def _line(one: StepDue, today: date, open_person: Open, seen: TellSeen) -> QFrame:
    name = listed(one.name, one.reference, initials_only=one.initials_only)
    opener = button(
        _("Open"), "link", name=_("Open {name}: {step}", name=name, step=one.step.text)
    )
    opener.clicked.connect(lambda: open_person(one.person_id))
    words = column(
        label(name, "strong", wraps=True),
        label(one.step.text, wraps=True),
        label(joined(seen(one.person_id), step_words(one.step, today)), "quiet", wraps=True),
        gap=0,
    )
    late = [Chip(Mark(_("Not done yet"), Tone.CAREFUL, "clock"))] if one.days_late else []
    return ruled(widened(holder(words)), *late, opener)
