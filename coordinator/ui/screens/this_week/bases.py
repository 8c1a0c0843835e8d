"""The card of bases, warnings, risks and needs to look at again; each line leads there."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QFrame, QWidget

from coordinator.domain.outcomes import RecordKind
from coordinator.domain.people.reviews import ConditionDue, ReviewDue, ReviewsWaiting, UrgentDue
from coordinator.ui.kit.boxes import card, column, holder, row, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.kit.words import letters, listed
from coordinator.ui.screens.this_week.seen import TellSeen, joined
from coordinator.wording import dates
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import _, ngettext

Open = Callable[[object], object]


def reviews_card(
    waiting: ReviewsWaiting,
    today: date,
    open_person: Open,
    show_missing: Callable[[], object],
    seen: TellSeen,
) -> QFrame:
    """Show urgent work without a complete basis first, then what is to be looked at again."""
    count = ngettext("{count} waits", "{count} wait", waiting.total)
    mark = Mark(count, Tone.CAREFUL, "clock")
    head = holder(row(widened(heading(_("To complete and to look at again"))), Chip(mark)))
    parts: list[QWidget] = [head]
    parts += [_urgent(one, today, open_person, seen) for one in waiting.urgent]
    parts += _more(waiting.urgent_count - len(waiting.urgent))
    parts += [_lacking(one, today, open_person, seen) for one in waiting.lacking]
    parts += _more(waiting.lacking_count - len(waiting.lacking))
    parts += [_due(together, today, open_person, seen) for together in _by_person(waiting.due)]
    if sum(waiting.counts.values()) > len(waiting.due):
        told = _("In all: {counts}", counts=", ".join(_counts(waiting.counts)))
        parts.append(ruled(label(told, "quiet", wraps=True)))
    if waiting.unasked:
        parts.append(_unasked(waiting.unasked, show_missing))
    return card(*parts)


def _unasked(people: int, show_missing: Callable[[], object]) -> QFrame:
    told = ngettext(
        "Needs of {count} person: not asked about in 90 days",
        "Needs of {count} people: not asked about in 90 days",
        people,
    )
    shown = button(_("Show"), "link", name=_("Show whose needs were not asked about"))
    shown.clicked.connect(show_missing)
    return ruled(widened(label(told, wraps=True)), shown)


def _more(count: int) -> Iterator[QWidget]:
    if count:
        words = ngettext("and {count} more person", "and {count} more people", count)
        yield ruled(label(words, "quiet"))


def _counts(counts: Mapping[RecordKind, int]) -> Iterator[str]:
    if found := counts.get(RecordKind.BASIS, 0):
        yield ngettext("{count} information basis", "{count} information bases", found)
    if found := counts.get(RecordKind.WARNING, 0):
        yield ngettext("{count} warning", "{count} warnings", found)
    if found := counts.get(RecordKind.RISK, 0):
        yield ngettext("{count} risk", "{count} risks", found)


def _urgent(one: UrgentDue, today: date, open_person: Open, seen: TellSeen) -> QFrame:
    day = dates.day(one.complete_by, today)
    if one.is_over:
        told, mark = _("Was to be complete by {day}; work stops", day=day), _("Over")
    else:
        told, mark = _("Urgent work; complete the basis by {day}", day=day), _("Urgent")
    name = letters(one.name, one.reference)
    chip = Mark(mark, Tone.URGENT, "triangle-alert")
    about = joined(one.reference, told, seen(one.person))
    return _line(name, about, chip, lambda: open_person(one.person))


def _by_person(due: Iterable[ReviewDue]) -> Iterator[list[ReviewDue]]:
    """Put what is due of one person together, where the most urgent of it stands."""
    found: dict[UUID, list[ReviewDue]] = {}
    for one in due:
        found.setdefault(one.person, []).append(one)
    yield from found.values()


def _lacking(one: ConditionDue, today: date, open_person: Open, seen: TellSeen) -> QFrame:
    day = dates.day(one.until, today)
    told = _("The basis lacks a condition; without it, it stands until {day}", day=day)
    name = listed(one.name, one.reference, initials_only=False)
    about = joined(one.reference, told, seen(one.person))
    return _line(name, about, None, lambda: open_person(one.person))


def _due(together: list[ReviewDue], today: date, open_person: Open, seen: TellSeen) -> QFrame:
    one = together[0]
    name = listed(one.name, one.reference, initials_only=one.initials_only)
    day = dates.day(one.review_on, today)
    if len(together) == 1:
        told = _("{what}: look at it again {day}", what=words_for(one.kind), day=day)
    else:
        what = ", ".join(_counts(Counter(other.kind for other in together)))
        told = _("{what}: look at them again, the first {day}", what=what, day=day)
    about = joined(one.reference, told, seen(one.person))
    words = _("{time} late", time=dates.span(one.days_late))
    late = Mark(words, Tone.CAREFUL, "clock") if one.days_late else None
    return _line(name, about, late, lambda: open_person(one.person))


def _line(name: str, about: str, mark: Mark | None, do: Callable[[], object]) -> QFrame:
    opener = button(_("Open"), "link", name=_("Open {what}", what=f"{name}: {about}"))
    opener.clicked.connect(do)
    words = column(label(name, "strong", wraps=True), label(about, "quiet", wraps=True), gap=0)
    return ruled(widened(holder(words)), *([Chip(mark)] if mark else []), opener)
