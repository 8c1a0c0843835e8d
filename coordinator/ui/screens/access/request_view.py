"""The widgets of one request: how it stands, the entries to decide, one of them in full."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coordinator.domain.access.entries import AccessFile, HeldEntry, JudgedEntry
from coordinator.domain.access.rules import AccessRow
from coordinator.domain.lists.sharing import AccessChoice
from coordinator.ui.kit.boxes import (
    Columns,
    card,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    said,
)
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.tokens import M, Tone
from coordinator.ui.screens.access.list_view import left_mark, who
from coordinator.ui.screens.access.working import Deed
from coordinator.wording import dates
from coordinator.wording.access import entry_lines, entry_title, left_words, rest_words, whys
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _, ngettext

_BESIDE = 900  # from this width on one entry stands beside the list
_NEXT = frozenset({Deed.IDENTITY, Deed.OFFICER, Deed.PAPER})
"""What brings a request on: the one of them that comes next is the page's own button."""
_WORDS = {
    Deed.IDENTITY: N_("It was checked who asks"),
    Deed.OFFICER: N_("Hand it to the officer"),
    Deed.PAPER: N_("Make the paper"),
    Deed.SENT: N_("The answer went"),
    Deed.LIST: N_("List for the officer"),
    Deed.SCHEDULE: N_("Disclosure schedule"),
    Deed.ASKED: N_("They were asked what they want"),
    Deed.CLARIFIED: N_("They said what they want"),
    Deed.EXTEND: N_("Take more time"),
    Deed.WITHDRAWN: N_("They take it back"),
    Deed.REFUSED: N_("Refuse it as a whole"),
    Deed.PERSON: N_("Open the person"),
}
_CHOICES = {
    AccessChoice.GIVE: Key.FIRST,
    AccessChoice.GIVE_IN_PART: Key.SECOND,
    AccessChoice.WITHHOLD: Key.THIRD,
    AccessChoice.WITHHOLD_ALL: Key.FOURTH,
}
_TONES = {
    AccessChoice.GIVE: (Tone.GOOD, "circle-check"),
    AccessChoice.GIVE_IN_PART: (Tone.NEUTRAL, "pen-line"),
    AccessChoice.WITHHOLD: (Tone.NEUTRAL, "lock"),
    AccessChoice.WITHHOLD_ALL: (Tone.NEUTRAL, "lock"),
}


class AccessRequestView(QWidget):
    """One request.

    Signals:
        deed_asked: Something is to be done (Deed).
        choice_asked: An entry is decided (JudgedEntry, AccessChoice).
    """

    deed_asked = Signal(object)
    choice_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Access request"))
        self.sheets = Sheets(self)
        self._file: AccessFile | None = None
        self._head, self._one = QVBoxLayout(), QVBoxLayout()
        self._rows: Rows[JudgedEntry] = Rows(_columns(), self)
        self.table = Table(self._rows, _("Entries to decide"))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show_one())
        self._choices = {choice: self._choice(choice) for choice in _CHOICES}
        self._deciding = flow(*self._choices.values())
        self.actions_here = tuple(self._actions())
        self._below = holder(column(self._deciding, self._one, None, gap=M))
        self._fill()

    def show_file(self, file: AccessFile, today: date, deeds: tuple[Deed, ...]) -> None:
        """Show the request; the entry the keys are on stays, a decided one gives way."""
        before = self._chosen()
        self._file = file
        refill(self._head, list(self._top(file, today, deeds)))
        rows = file.to_decide
        self._rows.show(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.table.choose(_next(rows, before))
        self._show_one()

    def _fill(self) -> None:
        told = _("No entry has to be decided: everything is given as it stands.")
        blank = QWidget()
        fill(blank, Empty(told), None)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(blank)
        beside = Columns(_BESIDE, (self._stack, 3), (self._below, 2))
        fill(self, page(self._head, beside, grows=beside))

    def _top(self, file: AccessFile, today: date, deeds: tuple[Deed, ...]) -> Iterator[QWidget]:
        row = file.request
        title = _("What is held on {who}", who=who(row))
        yield heading(title, "title")
        yield label(" ".join(_facts(file, today)), "quiet", wraps=True)
        marks = [left_mark(row) or Mark(left_words(row), Tone.NEUTRAL, "clock")]
        if file.undecided:
            words = ngettext("{count} to decide", "{count} to decide", file.undecided)
            marks.append(Mark(words, Tone.CAREFUL, "circle-alert"))
        yield flow(*map(Chip, marks))
        few = deeds.index(Deed.LIST) + 1 if Deed.LIST in deeds else len(deeds)
        front = [self._deed(one, is_first=not at) for at, one in enumerate(deeds[:few])]
        yield flow(*front, *self._more(deeds[few:]))

    def _deed(self, deed: Deed, *, is_first: bool) -> QPushButton:
        is_next = is_first and deed in _NEXT
        made = button(_(_WORDS[deed]), "primary" if is_next else "")
        made.clicked.connect(partial(self._ask, deed))
        return made

    def _more(self, deeds: tuple[Deed, ...]) -> list[QPushButton]:
        if not deeds:
            return []
        made = button(_("More"), name=_("More that can be done"))
        menu = QMenu(made)
        menu.setAccessibleName(_("More that can be done"))
        for deed in deeds:
            menu.addAction(_(_WORDS[deed])).triggered.connect(partial(self._ask, deed))
        made.setMenu(menu)
        return [made]

    def _ask(self, deed: Deed, _checked: object = None) -> None:
        self.deed_asked.emit(deed)

    def _choice(self, choice: AccessChoice) -> QPushButton:
        words = words_for(choice)
        made = button(f"{_CHOICES[choice]} {words}", name=words)
        made.clicked.connect(partial(self._decide, choice))
        return made

    def _decide(self, choice: AccessChoice, _checked: object = None) -> None:
        if (one := self._chosen()) is not None:
            self.choice_asked.emit(one, choice)

    def _actions(self) -> Iterator[QAction]:
        for choice, key in _CHOICES.items():
            action = QAction(words_for(choice), self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(self._choices[choice].click)
            self.table.addAction(action)
            yield action

    def _chosen(self) -> JudgedEntry | None:
        row = self.table.chosen() if self._rows.rows else None
        return row if isinstance(row, JudgedEntry) else None

    def _show_one(self) -> None:
        one, file = self._chosen(), self._file
        self._below.setVisible(one is not None)
        self._deciding.setVisible(file is not None and file.request.is_open)
        for choice, made in self._choices.items():
            is_chosen = one is not None and one.decided is not None
            is_offered = choice is not AccessChoice.WITHHOLD_ALL or _has_more(one)
            made.setEnabled(one is not None and is_offered)
            made.setVisible(is_offered)
            made.setAccessibleDescription(
                _("Decided so") if is_chosen and one and _is(one, choice) else ""
            )
        parts = [card(*_in_full(one, file))] if one is not None and file is not None else []
        refill(self._one, parts)


def _has_more(one: JudgedEntry | None) -> bool:
    """Whether only a part of it waits, and the rest can be kept back too."""
    return one is not None and one.rest is not None


def _is(one: JudgedEntry, choice: AccessChoice) -> bool:
    return one.decided is not None and one.decided.choice is choice


def _next(rows: tuple[JudgedEntry, ...], before: JudgedEntry | None) -> int:
    """Say where the keys go: where they were, and on to the next that waits once it is decided."""
    keys = [one.entry.key for one in rows]
    at = keys.index(before.entry.key) if before and before.entry.key in keys else 0
    if before is None or not (before.is_undecided and not rows[at].is_undecided):
        return at
    waiting = [n for n, one in enumerate(rows) if one.is_undecided]
    return next((n for n in waiting if n > at), waiting[0] if waiting else at)


def _facts(file: AccessFile, today: date) -> Iterator[str]:
    row = file.request
    asked = dates.day(row.received_on, today)
    yield _("Asked {day}: {who}.", day=asked, who=row.asked_by)
    if row.identity_checked_on is None:
        yield _("It has not been checked who asks.")
    else:
        day = dates.day(row.identity_checked_on, today)
        yield _("Checked who asks {day}: {how}.", day=day, how=row.identity_checked_how)
    if row.officer:
        yield _("{officer} decides.", officer=row.officer)
    if row.is_open:
        yield _("The answer is owed {day}.", day=dates.day(row.due_on, today))
    yield from _clock_facts(row, today)
    if row.close_note:
        yield _("Closed: {why}.", why=row.close_note.rstrip("."))
    count = ngettext("{count} entry is held.", "{count} entries are held.", len(file.entries))
    yield count


def _clock_facts(row: AccessRow, today: date) -> Iterator[str]:
    if row.still_since is not None:
        since = dates.day(row.still_since, today)
        yield _("They were asked {day} what they want; the clock stands still.", day=since)
    elif row.clarify_asked_on is not None and row.clarify_came_on is not None:
        asked, came = (dates.day(on, today) for on in (row.clarify_asked_on, row.clarify_came_on))
        yield _("They were asked {day} what they want and said it {came}.", day=asked, came=came)
    if row.extended_to is not None:
        yield _("More time was taken: {why}.", why=row.extended_reason.rstrip("."))
    if row.extension_told_on is not None:
        yield _("They were told of it {day}.", day=dates.day(row.extension_told_on, today))


def _in_full(one: JudgedEntry, file: AccessFile) -> list[QWidget]:
    parts: list[QWidget] = [heading(entry_title(one.entry)), label(whys(one), "quiet", wraps=True)]
    parts += _told(one.to_look_at, file)
    if one.rest is not None and not one.decided_about_all:
        parts += [label(rest_words(), "quiet", wraps=True), *_told(one.rest, file)]
    if (decided := one.decided) is not None:
        parts.append(flow(Chip(_decision_mark(one))))
        told = _("{why} {who}", why=decided.reason, who=decided.by)
        parts.append(label(told, wraps=True))
        if decided.words:
            gets = column(
                label(_("What the person gets instead"), "quiet"),
                label(decided.words, wraps=True),
                gap=0,
            )
            parts.append(holder(gets))
    return parts


def _told(entry: HeldEntry, file: AccessFile) -> Iterator[QWidget]:
    for name, words in entry_lines(entry, file.names):
        yield said(name, words)


def _columns() -> tuple[Column[JudgedEntry], ...]:
    return (
        Column(_("Entry"), text=lambda one: entry_title(one.entry), share=3, width=190),
        Column(_("Why"), text=whys, share=2, width=150, keep=1),
        Column(_("Decision"), text=_decision, mark=_decision_mark, width=150),
    )


def _decision(one: JudgedEntry) -> str:
    return words_for(one.decided.choice) if one.decided else _("To decide")


def _decision_mark(one: JudgedEntry) -> Mark:
    if one.decided is None:
        return Mark(_("To decide"), Tone.CAREFUL, "circle-alert")
    tone, icon = _TONES[one.decided.choice]
    return Mark(words_for(one.decided.choice), tone, icon)
