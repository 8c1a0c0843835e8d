"""The widgets of setting out: our card, the panel's, the first pack; one beneath the other."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordinator.domain.exchange.contacts import ContactRead, ContactState, OwnCard, SettingOut
from coordinator.ui.kit.boxes import Head, card, column, fill, flow, holder, page, refill, ruled
from coordinator.ui.kit.boxes import wide as widened
from coordinator.ui.kit.buttons import button
from coordinator.ui.kit.chips import Chip, Mark
from coordinator.ui.kit.folders import ask_file, ask_folder
from coordinator.ui.kit.labels import heading, label
from coordinator.ui.kit.sheet import Sheets
from coordinator.ui.kit.six_words import spoken
from coordinator.ui.kit.theme import px
from coordinator.ui.kit.tokens import L, Tone
from coordinator.wording.contact_cards import state_words
from coordinator.wording.translation import _


class SettingOutView(QWidget):
    """Setting out.

    Signals:
        deed_asked: Our card is to be made.
        words_heard: Somebody's words were read (ContactRead).
        card_saved: Our card is to be saved into a folder (Path).
        brought: A card or a pack is to be taken in (Path).
    """

    deed_asked = Signal()
    words_heard = Signal(object)
    card_saved = Signal(object)
    brought = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Setting out"))
        self.sheets = Sheets(self)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(L))
        lead = _(
            "Three steps, once. Then what the panel gives you is here, and you work on it as at"
            " the panel."
        )
        head = column(
            heading(_("Work away from a panel"), "title"), label(lead, "quiet", wraps=True), gap=2
        )
        self.sheet = page(head, self._body, None)
        fill(self, self.sheet)

    def show_page(self, shown: SettingOut) -> None:
        """Show our card, the cards that were brought in, and the way on."""
        refill(self._body, [self._ours(shown.own), self._theirs(shown), self._first_pack(shown)])

    def _ours(self, own: OwnCard | None) -> QWidget:
        title = heading(_("1. Send the panel your card"))
        if own is None:
            make = button(_("Make my card"), "primary")
            make.clicked.connect(self.deed_asked)
            return card(Head(title, make))
        who = own.card.identity
        save = button(_("Save my card as a file"), "", "save")
        save.clicked.connect(self._ask_folder)
        told = _(
            "{name}, {agency}. Send the file to the panel's coordinator, by e-mail or on a"
            " stick: it is no secret. Then read them these words, face to face or by telephone."
        )
        return card(
            Head(title, save),
            label(told.format(name=who.name, agency=who.agency), wraps=True),
            label(_("Your six words, to be read aloud"), "strong"),
            spoken(own.words, _("Your six words")),
        )

    def _theirs(self, shown: SettingOut) -> QWidget:
        bring = button(_("Bring in their card…"), "", "plus")
        bring.clicked.connect(self._ask_card)
        told = _(
            "The coordinator sends you theirs, a small file. Bring it in here or drop it on the"
            " window. Then have them read their six words to you, face to face or on a number"
            " you knew before."
        )
        return card(
            Head(heading(_("2. Check the panel's card")), bring),
            label(told, wraps=True),
            *(self._one(read, shown.now) for read in shown.cards),
        )

    def _one(self, read: ContactRead, now: datetime) -> QWidget:
        contact = read.contact
        name = _("{name}, {agency}", name=contact.name, agency=contact.agency)
        parts: list[QWidget] = [
            label(name, "strong", wraps=True),
            flow(Chip(_mark(contact.state(now), state_words(contact, now)))),
            spoken(read.words, _("The six words of {name}", name=contact.name)),
            *(flow(heard) for heard in self._hearing(read)),
        ]
        return ruled(widened(holder(column(*parts, gap=4))))

    def _hearing(self, read: ContactRead) -> Iterator[QWidget]:
        if read.contact.checked is None and read.contact.revoked is None:
            words = _("They read these words")
            heard = button(words, "primary", name=f"{words}: {read.contact.name}")
            heard.clicked.connect(partial(self._hear, read))
            yield heard

    def _first_pack(self, shown: SettingOut) -> QWidget:
        is_ready = any(one.contact.may_receive for one in shown.cards)
        take = button(_("Open the first pack…"), "primary" if is_ready else "")
        take.clicked.connect(self._ask_pack)
        told = _(
            "When both of you read your words, the coordinator sends you a pack, such as"
            " panel-3f9a01cc.plan. Open it here or drop it on the window within thirty days."
            " Only this store can open it."
        )
        return card(Head(heading(_("3. Open what they send you")), take), label(told, wraps=True))

    def _hear(self, read: ContactRead, _checked: object = None) -> None:
        self.words_heard.emit(read)

    def _ask_folder(self) -> None:
        if (folder := ask_folder(self, _("Where your card goes"))) is not None:
            self.card_saved.emit(folder)

    def _ask_card(self) -> None:
        kinds = _("Contact cards (*.txt);;All files (*)")
        if (file := ask_file(self, _("The card they sent"), kinds)) is not None:
            self.brought.emit(file)

    def _ask_pack(self) -> None:
        kinds = _("Packs (*.plan);;All files (*)")
        if (file := ask_file(self, _("The pack they sent"), kinds)) is not None:
            self.brought.emit(file)


def _mark(state: ContactState, words: str) -> Mark:
    if state is ContactState.REVOKED:
        return Mark(words, Tone.URGENT, "user-round-x")
    if state is ContactState.UNCHECKED:
        return Mark(words, Tone.CAREFUL, "triangle-alert")
    return Mark(words, Tone.GOOD, "circle-check")
