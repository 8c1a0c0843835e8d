"""The widgets of the list of entries that say two things."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from coordinator.domain.merging.changes import REMOVED, Value
from coordinator.domain.records.history import Standing
from coordinator.domain.records.settling import DisagreementRow, DisagreementsView
from coordinator.ui.kit.boxes import (
    Columns,
    column,
    fill,
    flow,
    holder,
    page,
    refill,
    row,
)
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, S
from coordinator.ui.kit.words import listed
from coordinator.wording import dates
from coordinator.wording.moves import column_words, kind_words, value_words
from coordinator.wording.translation import _, ngettext

GONE, KEPT = True, False
_KEYS = (Key.FIRST, Key.SECOND, Key.THIRD)


class DisagreementsPage(QWidget):
    """Fields that say two things, one card each.

    Signals:
        chosen: One value is to hold (DisagreementRow, the value).
        write_asked: Something else is to be written (DisagreementRow).
        person_asked: Somebody is to be opened (UUID).
    """

    chosen = Signal(object, object)
    write_asked = Signal(object)
    person_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Entries that say two things"))
        self.sheets = Sheets(self)
        self._count = label("", "quiet", wraps=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(px(L))
        head = column(heading(_("Entries that say two things"), "title"), self._count, gap=2)
        self.sheet = page(head, self._cards, None)
        fill(self, self.sheet)

    def show_disagreements(self, found: DisagreementsView) -> None:
        """Show what waits to be settled; the keys go to the first of them."""
        count = len(found.rows)
        self._count.setText(
            ngettext(
                "One entry waits. Choose what holds; what else was said stays in the history.",
                "{count} entries wait. Choose what holds; what else was said stays in the"
                " history.",
                count,
            )
            if count
            else ""
        )
        held = self.window().focusWidget()
        is_here = held is self.sheet or (isinstance(held, QPushButton) and self.isAncestorOf(held))
        cards: list[QWidget] = [_Card(one, found, self) for one in found.rows]
        refill(self._cards, cards or [Empty(_("Everybody says the same: nothing waits here."))])
        first = self.findChild(QPushButton, "choose")
        if is_here and first is not None:
            QTimer.singleShot(0, first, first.setFocus)  # Qt shows new parts later


class _Card(QFrame):
    """One field: what it is of, each value with who said it and when, and what can be done."""

    def __init__(
        self, one: DisagreementRow, found: DisagreementsView, page_: DisagreementsPage
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._one, self._found, self._page = one, found, page_
        self._title = _title(one, found)
        columns = Columns(620, *[(part, 1) for part in self._columns()])
        parts: list[QWidget] = [holder(row(widened(heading(self._title)), *self._opening()))]
        parts += [*self._against(), columns]
        if one.is_text:
            parts.append(flow(self._writing()))
        fill(self, *parts, gap=S, margin=L)

    def _columns(self) -> Iterable[QWidget]:
        if self._one.field == REMOVED:
            taken = self._one.values
            yield self._value(0, GONE, _("Taken off"), taken, _("Let it be taken off"))
            standing = tuple(one.standing for one in self._one.against)
            yield self._value(1, KEPT, _("Still there"), standing, _("Keep it"))
            return
        for at, one in enumerate(self._one.values):
            words = value_words(self._one.kind, self._one.field, one.value, self._found.said)
            yield self._value(at, one.value, words or _("(nothing)"), (one,), _("Let this hold"))

    def _value(
        self, at: int, value: Value, words: str, said: Iterable[Standing], act: str
    ) -> QWidget:
        who = [label(self._who(one), "quiet", wraps=True) for one in said]
        take = self._button(act, _KEYS[at] if at < len(_KEYS) else None, words)
        take.setObjectName("choose")
        take.clicked.connect(partial(self._choose, value))
        return holder(column(label(words, "strong", wraps=True), *who, flow(take), None, gap=4))

    def _who(self, one: Standing) -> str:
        name = self._found.names.get(one.by, _("somebody not on file here"))
        return _("{name}, {moment}", name=name, moment=dates.moment(one.at))

    def _against(self) -> Iterable[QWidget]:
        for one in self._one.against:
            name = column_words(self._one.kind, one.field)
            said = value_words(self._one.kind, one.field, one.standing.value, self._found.said)
            words = _("{field}: {now}", field=name, now=said or _("(nothing)"))
            yield label(words, wraps=True)

    def _opening(self) -> Iterable[QWidget]:
        if (person := self._one.person) is not None:
            made = button(_("Open"), "link", name=_("Open: {what}", what=self._title))
            made.clicked.connect(lambda: self._page.person_asked.emit(person))
            yield made

    def _writing(self) -> QPushButton:
        made = self._button(_("Write something else"), Key.WRITE, "")
        made.clicked.connect(lambda: self._page.write_asked.emit(self._one))
        return made

    def _choose(self, value: Value, _checked: object = None) -> None:
        self._page.chosen.emit(self._one, value)

    def _button(self, act: str, key: Key | None, words: str) -> QPushButton:
        text = _("{key} {what}", key=key.value, what=act) if key else act
        name = _("{title}: {what}", title=self._title, what=act)
        made = button(text, name=", ".join(filter(None, (name, words))))
        if key is not None:
            action = QAction(act, self)
            action.setShortcut(QKeySequence(key))
            # Only for the entry that has the keys: a figure elsewhere is a figure.
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(made.click)
            self.addAction(action)
        return made


def _title(one: DisagreementRow, found: DisagreementsView) -> str:
    kind = ", ".join(filter(None, (kind_words(one.kind), found.said.get(one.record.hex, ""))))
    field = "" if one.field == REMOVED else column_words(one.kind, one.field)
    if one.person is None:
        return ": ".join(filter(None, (kind, field)))
    is_self = one.record == one.person
    return ": ".join(filter(None, (_who(one.person, found), "" if is_self else kind, field)))


def _who(person: UUID, found: DisagreementsView) -> str:
    listed_ = found.people.get(person)
    reference = found.said.get(person.hex, "")
    if listed_ is None:
        return reference
    name = listed(listed_.name, reference, initials_only=listed_.initials_only)
    return ", ".join(dict.fromkeys(filter(None, (name, reference))))
