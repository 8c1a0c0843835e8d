"""A hand-back that waits: what it changes, person by person, and the two things to do with it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from coordinator.domain.exchange.away_pages import HeldEntry, Return, ReturnRow
from coordinator.ui.kit.boxes import Columns, Head, card, column, fill, flow, holder, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button, tell_keys
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.screens.away.presenter import Deed
from coordinator.wording import dates
from coordinator.wording.away_pages import (
    about_words,
    after_words,
    aside_lines,
    before_words,
    entry_words,
    field_words,
    held_lines,
    held_reasons,
    is_told,
    return_lines,
    warnings,
)
from coordinator.wording.translation import _

_AT_ONCE = 60  # entries shown before somebody asks for more: each is several widgets
_NARROW = 620


class CameBack(QFrame):
    """One hand-back, looked at and not taken over."""

    def __init__(self, found: Return, do: Callable[[Deed], object]) -> None:
        super().__init__()
        self.setObjectName("lead")
        self._found, self._do = found, do
        self._entries = found.entries
        self._shown = 0
        self._list = QVBoxLayout()
        self._list.setSpacing(px(M))
        self._more = button(_("Show more"), "link")
        self._more.clicked.connect(self._show_more)
        fill(self, self._head(), *self._told(), self._list, self._more, *self._held(), margin=L)
        self._show_more()

    def _head(self) -> QWidget:
        found = self._found
        sent = _("Made {moment}", moment=dates.moment(found.sent))
        said = column(
            heading(_("What {name} hands back", name=found.sender)), label(sent, "quiet"), gap=2
        )
        leave = button(_("Leave it"), name=_("Leave it: nothing is taken over"))
        leave.clicked.connect(lambda: self._do(Deed.LEAVE))
        tell_keys(leave, Key.KEEP_MINE)
        take = button(_("Take it over"), "primary")
        take.clicked.connect(lambda: self._do(Deed.TAKE_OVER))
        tell_keys(take, Key.TAKE_THEIRS)
        return Head(holder(said), leave, take)

    def _told(self) -> Iterator[QWidget]:
        found = self._found
        if found.is_revoked:
            yield flow(Chip(Mark(_("Its sender was revoked"), Tone.URGENT, "user-round-x")))
        for words in warnings(found):
            yield label(words, "fault", wraps=True)
        yield label(" ".join(return_lines(found)), wraps=True)

    def _show_more(self) -> None:
        some = self._entries[self._shown : self._shown + _AT_ONCE]
        for person, entries in groupby(some, key=lambda rows: rows[0].person):
            who = heading(about_words(person, self._found.spoken))
            self._list.addWidget(card(who, *(self._entry(rows) for rows in entries)))
        self._shown += len(some)
        left = len(self._entries) - self._shown
        self._more.setText(_("Show more: {count} are not shown yet", count=left))
        self._more.setVisible(left > 0)

    def _entry(self, rows: Sequence[ReturnRow]) -> QWidget:
        first = rows[0]
        what = entry_words(first.kind, first.record, first.person, self._found.spoken)
        marks = []
        if first.is_new:
            marks.append(Mark(_("New"), Tone.GOOD, "plus"))
        if any(row.disagrees for row in rows):
            marks.append(Mark(_("Will say two things"), Tone.CAREFUL, "triangle-alert"))
        newest = max(row.made for row in rows)
        by = _("{name}, {moment}", name=self._found.sender, moment=dates.moment(newest))
        parts: list[QWidget] = [label(what, "strong", wraps=True)]
        if marks:
            parts.append(flow(*(Chip(mark) for mark in marks)))
        parts += [self._row(row) for row in rows if is_told(row)]
        beside = [one for one in self._found.held if one.record == first.record]
        told = aside_lines(beside, self._found.spoken)
        parts += [label(words, "quiet", wraps=True) for words in (*told, by)]
        return ruled(widened(holder(column(*parts, gap=4))))

    def _row(self, row: ReturnRow) -> QWidget:
        spoken = self._found.spoken
        name, after = field_words(row.kind, row.column), after_words(row, spoken)
        if row.is_new:
            words = _("{field}: {now}", field=name, now=after) if name else after
            return label(words, wraps=True)
        sides = Columns(
            _NARROW,
            (_side(_("Here now"), before_words(row, spoken)), 1),
            (_side(_("As it comes back"), after), 1),
        )
        return holder(column(*([label(name)] if name else []), sides, gap=2))

    def _held(self) -> Iterator[QWidget]:
        changed = {row.record for row in self._found.rows}
        besides = [one for one in self._found.held if one.record not in changed]
        if not besides:
            return
        told = _("This is not taken over with the rest. It waits below until somebody decides.")
        rows = [self._aside(one) for one in besides]
        yield card(heading(_("Would be kept aside")), label(told, "quiet", wraps=True), *rows)

    def _aside(self, one: HeldEntry) -> QWidget:
        spoken = self._found.spoken
        about = about_words(one.person, spoken) if one.person else ""
        what = entry_words(one.kind, one.record, one.person, spoken)
        title = label(": ".join(filter(None, (about, what))), "strong", wraps=True)
        lines = [label(words, wraps=True) for words in held_lines(one, spoken)]
        why = label(held_reasons(one), "quiet", wraps=True)
        return ruled(widened(holder(column(title, *lines, why, gap=2))))


def _side(title: str, words: str) -> QWidget:
    return holder(column(label(title, "quiet"), label(words, wraps=True), None, gap=2))
