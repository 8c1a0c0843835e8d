"""The widgets of contacts and words: our card, the list, and one contact with their words."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coordinator.domain.exchange.contacts import (
    Contact,
    ContactRead,
    ContactsPage,
    ContactState,
    OwnCard,
)
from coordinator.ui.kit.boxes import Columns, Head, card, column, fill, flow, holder, page, refill
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.empty import Empty
from coordinator.ui.kit.folders import ask_file, ask_folder
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.six_words import spoken
from coordinator.ui.kit.tables import Column, Rows, Table
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import Tone
from coordinator.ui.screens.contacts.presenter import Deed
from coordinator.wording import dates
from coordinator.wording.contact_cards import state_words
from coordinator.wording.labels import label as words_for
from coordinator.wording.translation import N_, _

_LEAST = 200
_BESIDE = 900  # from this width on one contact stands beside the list
_WORDS = {
    Deed.WORDS: N_("Words were read"),
    Deed.REVOKE: N_("Revoke"),
    Deed.TAKE_BACK: N_("Take the revoking back"),
}
_MARKS = {
    ContactState.UNCHECKED: (Tone.CAREFUL, "triangle-alert"),
    ContactState.CHECKED: (Tone.GOOD, "circle-check"),
    ContactState.KEY_OLD: (Tone.CAREFUL, "clock"),
    ContactState.REVOKED: (Tone.URGENT, "user-round-x"),
}


class ContactsView(QWidget):
    """Contacts and words.

    Signals:
        deed_asked: Something is to be done (Deed).
        chosen: Another contact is looked at (their identity).
        card_saved: Our card is to be saved into a folder (Path).
        card_brought: A card is to be brought in (Path).
    """

    deed_asked = Signal(object)
    chosen = Signal(str)
    card_saved = Signal(object)
    card_brought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Contacts and words"))
        self.sheets = Sheets(self)
        self._own, self._one = QVBoxLayout(), QVBoxLayout()
        self._rows: Rows[Contact] = Rows(_columns(None), self)
        self.table = Table(self._rows, _("Contacts"))
        self.table.setMinimumHeight(px(_LEAST))
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _was: self._choose())
        self._empty = Empty(_("No contact card is on file yet. Send yours, and ask for theirs."))
        self._bring = button(_("Bring in a card"), "primary", "plus")
        self._bring.clicked.connect(self._ask_card)
        self._list = Columns(
            _BESIDE,
            (self.table, 3),
            (holder(column(self._one, None)), 2),
        )
        self._is_showing = False
        lead = label(
            _(
                "Work packs are sealed for a contact and signed by one. Whose card it is, only"
                " six words read aloud can tell: face to face, or on a number you knew before."
            ),
            "quiet",
            wraps=True,
        )
        head = Head(
            holder(column(heading(_("Contacts and words"), "title"), lead, gap=2)), self._bring
        )
        self.sheet = page(head, self._own, self._empty, self._list, grows=self._list)
        fill(self, self.sheet)

    def show_page(self, shown: ContactsPage, chosen: str) -> None:
        """Show our card and the contacts; `chosen` is the one the keys go to, if any."""
        self._is_showing = True
        refill(self._own, [self._own_card(shown)])
        self._bring.setVisible(shown.may_keep)
        self._rows.describe(_columns(shown.now))
        self._rows.show(shown.contacts)
        keys = [one.id for one in shown.contacts]
        self.table.setVisible(bool(keys))
        self._empty.setVisible(shown.may_check and not keys)
        if chosen in keys:
            self.table.choose(keys.index(chosen))
        else:
            refill(self._one, [])
        self._is_showing = False

    def show_contact(self, read: ContactRead, shown: ContactsPage) -> None:
        """Show one contact with the words that are read aloud."""
        contact = read.contact
        parts: list[QWidget] = [
            heading(contact.name),
            label(contact.agency, "quiet", wraps=True),
            _state(contact, shown.now),
            label(_("Their six words"), "strong"),
            spoken(read.words, _("The six words of {name}", name=contact.name)),
        ]
        parts += [label(words, wraps=True) for words in _told(read, shown)]
        parts.append(flow(*(self._deed(deed, contact) for deed in _open_to(contact, shown))))
        refill(self._one, [card(*parts)])

    def _own_card(self, shown: ContactsPage) -> QWidget:
        if shown.own is None:
            make = button(_("Make our card"), name=_("Make our contact card"))
            make.clicked.connect(lambda: self.deed_asked.emit(Deed.MAKE))
            make.setVisible(shown.may_keep)
            none = label(_("There is no contact card of ours yet."), wraps=True)
            return card(Head(holder(column(heading(_("Our card")), none, gap=2)), make))
        own = shown.own
        who = _("{name}, {agency}", name=own.card.identity.name, agency=own.card.identity.agency)
        said = column(heading(_("Our card")), label(who, "quiet", wraps=True), gap=2)
        parts: list[QWidget] = [Head(holder(said), *self._own_deeds(shown))]
        if own.is_key_old:
            old = Mark(_("Our key is over a year old: change it"), Tone.CAREFUL, "clock")
            parts.append(flow(Chip(old)))
        parts += [
            label(_("Our six words, to be read aloud"), "strong"),
            spoken(own.words, _("Our six words")),
            label(_key_words(own, shown.now), "quiet", wraps=True),
        ]
        return card(*parts)

    def _own_deeds(self, shown: ContactsPage) -> list[QPushButton]:
        if not shown.may_keep:
            return []
        change = button(_("Change our key"))
        change.clicked.connect(lambda: self.deed_asked.emit(Deed.NEW_KEY))
        save = button(_("Save our card as a file"), "", "save")
        save.clicked.connect(self._ask_folder)
        return [change, save]

    def _deed(self, deed: Deed, contact: Contact) -> QPushButton:
        words = _(_WORDS[deed])
        made = button(words, name=_("{what}: {name}", what=words, name=contact.name))
        made.clicked.connect(lambda: self.deed_asked.emit(deed))
        return made

    def _choose(self) -> None:
        row = self.table.chosen() if self._rows.rows else None
        if isinstance(row, Contact) and not self._is_showing:
            self.chosen.emit(row.id)

    def _ask_folder(self) -> None:
        if (folder := ask_folder(self, _("Where our card goes"))) is not None:
            self.card_saved.emit(folder)

    def _ask_card(self) -> None:
        kinds = _("Contact cards (*.txt);;All files (*)")
        if (file := ask_file(self, _("The card they sent"), kinds)) is not None:
            self.card_brought.emit(file)


def _open_to(contact: Contact, shown: ContactsPage) -> tuple[Deed, ...]:
    if contact.revoked is not None:
        return (Deed.TAKE_BACK,) if shown.may_keep else ()
    return (Deed.WORDS, Deed.REVOKE)


def _state(contact: Contact, now: datetime) -> QWidget:
    return flow(Chip(_mark(contact, now)))


def _mark(contact: Contact, now: datetime) -> Mark:
    state = contact.state(now)
    tone, icon = _MARKS[state]
    return Mark(words_for(state), tone, icon)


def _told(read: ContactRead, shown: ContactsPage) -> list[str]:
    contact = read.contact
    told = [state_words(contact, shown.now)] if contact.checked or contact.revoked else []
    if contact.revoked is not None and contact.revoked.why:
        told.append(_("Why: {reason}", reason=contact.revoked.why))
    who = dict(shown.in_post).get(contact.professional_id) if contact.professional_id else None
    if who:
        told.append(_("In the directory: {who}", who=who))
    if read.namesakes:
        told.append(
            _("Another card of the same name is on file. Revoke the one that is not theirs.")
        )
    return told


def _key_words(own: OwnCard, now: datetime) -> str:
    since = dates.day(own.card.sealing.since.date(), now.date())
    return _("Key since {day}. The words stay the same when it is changed.", day=since)


def _columns(now: datetime | None) -> tuple[Column[Contact], ...]:
    return (
        Column(_("Name"), text=lambda one: one.name, share=2, width=150),
        Column(_("Agency"), text=lambda one: one.agency, share=2, width=150, keep=1),
        Column(
            _("Words"),
            text=lambda one: state_words(one, now) if now else "",
            mark=lambda one: _mark(one, now) if now else None,
            share=2,
            width=200,
        ),
    )
