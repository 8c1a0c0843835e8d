"""The card of who is missing, and about whom it is to be asked; each leads to the person."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from coordinator.domain.people.missing import MaybeMissing, MissingList, MissingRow
from coordinator.domain.states import Answer
from coordinator.ui.kit.boxes import card, column, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import chosen
from coordinator.ui.screens.this_week.seen import TellSeen, joined
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext

_MOST = 4
Open = Callable[[object], object]


def missing_card(
    found: MissingList,
    today: date,
    open_person: Open,
    outreach: Callable[[], object],
    seen: TellSeen,
) -> QFrame:
    """Show who is missing, the longest first, then whom nobody has seen for as long."""
    count = ngettext("{count} missing", "{count} missing", len(found.missing))
    head = [Chip(Mark(count, Tone.CAREFUL, "eye"))] if found.missing else []
    lines: list[QWidget] = [
        _missing(one, today, open_person, seen) for one in found.missing[:_MOST]
    ]
    lines += [_maybe(one, open_person, seen) for one in found.maybe[: _MOST - len(lines)]]
    more = len(found.missing) + len(found.maybe) - len(lines)
    go = button(_("Outreach today"), "link", name=_("Go to outreach today"))
    go.clicked.connect(outreach)
    rest = ngettext("and {count} more", "and {count} more", more) if more else ""
    foot = holder(row(label(rest, "quiet"), None, go))
    return card(holder(row(widened(heading(_("Missing?"))), *head)), *lines, foot)


def is_any(found: MissingList | None) -> bool:
    """Whether there is anybody to show."""
    return found is not None and bool(found.missing or found.maybe)


def _missing(one: MissingRow, today: date, open_person: Open, seen: TellSeen) -> QFrame:
    told = _("Police told") if one.known.police_told is Answer.YES else _("Police not told")
    day = dates.day(one.noted_on, today)
    noted = _("Missing, noted {day}. {told}", day=day, told=told)
    about = joined(noted, seen(one.person))
    if one.seen_since is not None:
        about = _("Seen {day}: found?", day=dates.day(one.seen_since, today))
    return _line(chosen(one.name, one.reference), about, lambda: open_person(one.person))


def _maybe(one: MaybeMissing, open_person: Open, seen: TellSeen) -> QFrame:
    about = joined(seen(one.person), _("Missing?"))
    return _line(chosen(one.name, one.reference), about, lambda: open_person(one.person))


def _line(name: str, about: str, do: Callable[[], object]) -> QFrame:
    what = _("Open {name}, {about}", name=name, about=about)
    opener: QPushButton = button(_("Open"), "link", name=what)
    opener.clicked.connect(do)
    words = column(label(name, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0)
    return ruled(widened(holder(words)), opener)
