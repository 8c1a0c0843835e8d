"""The widgets of the head: the name, who leads, what to know first, what matters today."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.meetings.live_views import LiveItem, LiveLine
from coordinator.domain.meetings.views import AgendaEntry
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.states import ItemStatus, Sensitivity
from coordinator.ui.kit.boxes import card, column, fill, flow, holder, refill, row, wide
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label, sign
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.screens.live_meeting.head.asked import asked_parts
from coordinator.ui.screens.live_meeting.words import seen, title
from coordinator.wording import dates
from coordinator.wording.children import children_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.sharing import forum_words
from coordinator.wording.translation import _
from coordinator.wording.voice import alone_words, comms_words


class HeadPart(QWidget):
    """Whom the open line is about."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QVBoxLayout()
        self._inside.setContentsMargins(0, 0, 0, 0)
        fill(self, holder(self._inside))

    def show_line(self, line: LiveLine | None, today: date, *, hidden: bool = False) -> None:
        """Show what is known before the item itself is read."""
        is_told = line is None or line.entry.kind is AgendaKind.ACTION_CHECK
        parts = [] if is_told or line is None else [_names(line.entry, today, hidden=hidden)]
        refill(self._inside, [card(*parts)] if parts else [])

    def show_item(
        self,
        item: LiveItem,
        today: date,
        *,
        hidden: bool = False,
        comms: CommsRow | None = None,
    ) -> None:
        """Show the whole head; while names are hidden only what others may read.

        Args:
            item: What is open.
            today: The day of the meeting.
            hidden: Whether others may be looking.
            comms: What may be said outside about the meeting itself.
        """
        if hidden:
            refill(self._inside, [card(*_for_others(item, today))])
            return
        entry = item.record.entry
        parts: list[QWidget] = [_names(entry, today)]
        if marks := _marks(item):
            parts.append(flow(*[Chip(one) for one in marks]))
        if entry.escalation is not None:
            parts += asked_parts(entry.escalation, today)
        for warning in item.warnings:
            about = _(
                "From {source}. To be looked at again {day}",
                source=warning.source,
                day=dates.day(warning.review_on, today),
            )
            words = column(label(warning.text, "strong", wraps=True), label(about, "quiet"), gap=0)
            parts.append(holder(row(sign("shield-alert"), wide(holder(words)))))
        if affected := children_words(item.children):
            parts.append(label(affected, "quiet", wraps=True))
        parts += [label(words, "quiet", wraps=True) for words in _elsewhere(entry, today)]
        if item.matters:
            parts.append(label(_("What matters: {words}", words=item.matters), wraps=True))
        if entry.outcome_sought:
            parts.append(label(_("Sought today: {words}", words=entry.outcome_sought), wraps=True))
        said = (item.comms, comms)
        parts += [label(comms_words(one), "quiet", wraps=True) for one in said if one is not None]
        is_told_below = entry.kind is AgendaKind.ACTION_CHECK and len(parts) == 1
        refill(self._inside, [] if is_told_below else [card(*parts)])


def _for_others(item: LiveItem, today: date) -> list[QWidget]:
    """Give what may be read by whoever looks on: no words somebody typed, nobody's exclusion."""
    entry = item.record.entry
    parts = [_names(entry, today, hidden=True)]
    parts += [flow(Chip(one)) for one in _aside(entry)]
    if entry.urgent_reason:
        parts.append(flow(Chip(Mark(_("Urgent"), Tone.URGENT, "triangle-alert"))))
    note = _("Warnings and what matters are not shown while names are hidden.")
    return [*parts, label(note, "quiet", wraps=True)]


def _names(entry: AgendaEntry, today: date, *, hidden: bool = False) -> QWidget:
    name, about = title(entry, hidden=hidden), seen(entry, today)
    words: list[QWidget] = [heading(name, "title")]
    if about and about != name:
        words.append(label(about, "quiet", wraps=True))
    return holder(column(*words, gap=2))


def _marks(item: LiveItem) -> list[Mark]:
    entry = item.record.entry
    marks = _aside(entry)
    if item.died_on is not None:
        marks.append(Mark(_("Died {day}", day=dates.plain_day(item.died_on))))
    if entry.urgent_reason:
        words = _("Urgent: {why}", why=entry.urgent_reason)
        marks.append(Mark(words, Tone.URGENT, "triangle-alert"))
    if entry.person is not None and not entry.person.lead_id:
        marks.append(Mark(_("Lead to agree"), Tone.CAREFUL, "user-round-x"))
    if entry.person is not None and not entry.person.show_detail:
        marks.append(_without_basis(is_withdrawn=entry.person.is_withdrawn))
    if entry.person is not None and (alone := alone_words(item.balance)):
        marks.append(Mark(alone, Tone.CAREFUL, "circle-alert"))
    if entry.person is not None:
        marks += [_not_told(agency) for agency in entry.person.must_not_hear]
    return marks


def _without_basis(*, is_withdrawn: bool) -> Mark:
    if is_withdrawn:
        words = _("Basis withdrawn: initials only")
    else:
        words = _("Basis not recorded: initials only")
    return Mark(words, Tone.CAREFUL, "circle-alert")


def _elsewhere(entry: AgendaEntry, today: date) -> Iterator[str]:
    """Say where else they are dealt with; what is for few is told apart, not to be read out."""
    said: list[str] = []
    kept: list[str] = []
    for one in entry.forums:
        is_open = one.sensitivity in {None, Sensitivity.STANDARD}
        (said if is_open else kept).append(forum_words(one, today))
    if said:
        yield _("Other forums: {forums}", forums="; ".join(said))
    if kept:
        yield _("Other forums, not to be read out: {forums}", forums="; ".join(kept))


def _aside(entry: AgendaEntry) -> list[Mark]:
    """Say that the line was set aside: by whoever, perhaps while it is open here."""
    if entry.status not in {ItemStatus.DEFERRED, ItemStatus.WITHDRAWN}:
        return []
    return [Mark(words_for(entry.status), Tone.CAREFUL, "circle-alert")]


def _not_told(agency: str) -> Mark:
    return Mark(_("Not to be told: {agency}", agency=agency), Tone.CAREFUL, "link-2-off")
