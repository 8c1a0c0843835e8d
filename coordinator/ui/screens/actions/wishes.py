"""What people asked for and nobody has answered, on the page of who owes what: list and card."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from coordinator.domain.people.contacts import SinceSeen
from coordinator.domain.people.wishes import WishRow
from coordinator.ui.kit.boxes import column, fill, tall
from coordinator.ui.kit.chips import Mark
from coordinator.ui.kit.labels import label
from coordinator.ui.kit.numbered import Numbered
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, M, Tone
from coordinator.ui.kit.words import listed
from coordinator.ui.screens.actions.wish_deeds import Deed
from coordinator.ui.shared.seen_column import seen_column
from coordinator.wording import dates
from coordinator.wording.seeing import told_seen
from coordinator.wording.translation import N_, _
from coordinator.wording.voice import asked_words, owner_words, stands_words

_LEAST = 210
Seen = Mapping[UUID, SinceSeen]


_WORDS = {
    Deed.ANSWER: N_("Answer"),
    Deed.GIVE: N_("Somebody else answers"),
    Deed.PERSON: N_("Open the person"),
}


class WishList(QWidget):
    """Who waits for an answer, from whom, by when.

    Signals:
        asked: Something is to be done with one (Deed, WishRow).
    """

    asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self._seen: Seen = {}
        self._rows: Rows[WishRow] = Rows(_columns(self._today, self._seen), self)
        self.table = Table(self._rows, _("Wishes without an answer"))
        self.table.setMinimumHeight(px(_LEAST))
        tall(self.table)
        self.table.opened.connect(lambda row: self.asked.emit(Deed.ANSWER, row))
        self.table.selectionModel().currentChanged.connect(self._look)
        self._card, self._words, self._about, self._offered = self._build_card()
        for action in self._offered.actions_here:
            self.table.addAction(action)
        fill(self, self.table, self._card, gap=M)
        tall(self)

    def show_wishes(self, rows: Sequence[WishRow], today: date, seen: Seen) -> None:
        """Show these; the keys stay on the wish they are on."""
        self._today, self._seen = today, seen
        stood, at = self.table.chosen(), self.table.currentIndex().row()
        self._rows.describe(_columns(today, seen))
        self._rows.show(rows)
        ids = [one.id for one in rows]
        key = getattr(stood, "id", None)
        if ids:
            self.table.choose(ids.index(key) if key in ids else min(max(at, 0), len(ids) - 1))
        self._show(rows[self.table.currentIndex().row()] if rows else None)

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        self._show(self._rows.row_at(index))

    def _show(self, wish: WishRow | None) -> None:
        self._card.setVisible(wish is not None)
        if wish is None:
            self._offered.offer(())
            return
        self._words.setText(_("“{words}”", words=wish.words))
        seen = told_seen(self._seen.get(wish.person_id), self._today)
        whom = ", ".join(filter(None, (_who(wish), seen[:1].lower() + seen[1:])))
        told = (asked_words(wish, self._today), stands_words(wish, self._today))
        self._about.setText(f"{whom}. {told[0]} {told[1]}")
        self._offered.offer([(deed, _(words)) for deed, words in _WORDS.items()])

    def _do(self, deed: Deed) -> None:
        found = self.table.chosen()
        if isinstance(found, WishRow):
            self.asked.emit(deed, found)

    def _build_card(self) -> tuple[QFrame, QLabel, QLabel, Numbered]:
        card = QFrame()
        card.setObjectName("card")
        words, about = label("", "strong", wraps=True), label("", "quiet", wraps=True)
        offered = Numbered(len(Deed))
        offered.asked.connect(self._do)
        box = column(words, about, offered, gap=6)
        box.setContentsMargins(px(L), px(M), px(L), px(M))
        card.setLayout(box)
        return card, words, about, offered


def _columns(today: date, seen: Seen) -> tuple[Column[WishRow], ...]:
    return (
        Column(
            _("Answer by"),
            text=lambda one: _by(one, today),
            mark=lambda one: _late_mark(one, today),
            sort=lambda one: one.answer_by or date.max,
            width=172,
        ),
        Column(_("What they asked"), text=lambda one: one.words, share=4, width=200),
        Column(_("Who asked"), text=_who, share=1, width=130, keep=4),
        seen_column(lambda one: seen.get(one.person_id), today, keep=3),
        Column(_("Asked"), text=lambda one: dates.ago(one.asked_on, today), width=112, keep=2),
        Column(_("Who answers"), text=_owner, mark=_owner_mark, share=2, width=150),
        Column(_("Agency"), text=lambda one: one.owner.agency, share=1, width=150, keep=1),
    )


def _by(wish: WishRow, today: date) -> str:
    return _("No day") if wish.answer_by is None else dates.day(wish.answer_by, today)


def _late_mark(wish: WishRow, today: date) -> Mark | None:
    if not wish.late:
        return None
    words = _("Promised {day}", day=dates.day(wish.answer_by, today))
    return Mark(words, Tone.CAREFUL, "clock")


def _who(wish: WishRow) -> str:
    if wish.name is None:
        return wish.reference
    return listed(wish.name, wish.reference, initials_only=wish.initials_only)


def _owner(wish: WishRow) -> str:
    return (
        _("To be named") if wish.owner.needs_owner else wish.owner.name or owner_words(wish.owner)
    )


def _owner_mark(wish: WishRow) -> Mark | None:
    if not wish.owner.needs_owner:
        return None
    return Mark(_owner(wish), Tone.CAREFUL, "user-round-x")
