"""What the page of contacts and words does. No Qt."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from coordinator.casework.away.contact_pages import read_contacts_page
from coordinator.casework.away.contacts import (
    read_contact,
    record_words_read,
    revoke_contact,
    take_back_revoking,
)
from coordinator.casework.away.identity import (
    change_sealing_key,
    ensure_own_card,
    give_up_sealing_keys,
)
from coordinator.casework.desk import Desk
from coordinator.domain.exchange.contacts import Added, ContactRead, ContactsPage, OwnCard
from coordinator.domain.outcomes import Changes, Done
from coordinator.exchange.card_files import bring_in_card, save_own_card
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.screens.contacts import questions
from coordinator.ui.shared.asking import Act, Asking, Values
from coordinator.wording.contact_cards import added_words
from coordinator.wording.refusals.notices import Notice
from coordinator.wording.translation import _

Toast = Callable[[str, Callable[[], object] | None], None]


class Deed(Enum):
    """One thing that can be done with cards."""

    MAKE = "make"
    NEW_KEY = "new_key"
    WORDS = "words"
    REVOKE = "revoke"
    TAKE_BACK = "take_back"


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_page(self, page: ContactsPage, chosen: str) -> None:
        """Show our card and the contacts; `chosen` is the one the keys go to, if any."""

    def show_contact(self, read: ContactRead, page: ContactsPage) -> None:
        """Show one contact with the words that are read aloud."""


class ContactsPresenter:
    """Our own card and everybody's whose card is on file.

    None of this is a record whose change is told: the page is read again after each act of its
    own.
    """

    def __init__(
        self, jobs: Jobs, view: View, asking: Asking, notify: Notify, toast: Toast
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._notify, self._toast = notify, toast
        self._page: ContactsPage | None = None
        self._chosen = ""
        self._read: ContactRead | None = None

    def begin(self, card: Path | None = None) -> None:
        """Destroy our keys whose time is over, then read; bring a card in that was handed over."""
        self._jobs.command(give_up_sealing_keys, then=lambda _gone: self.load())
        if card is not None:
            self.bring_in(card)

    def load(self) -> None:
        """Read the page."""
        self._jobs.query(read_contacts_page, self._show, replaces="contacts")

    def look_again(self, changes: Changes) -> None:
        """Read again: a pack that was taken may have revoked somebody."""
        if changes.kinds:
            self.load()

    def choose(self, identity: str) -> None:
        """Look at one contact; their words take a moment to be worked out."""
        self._chosen = identity
        if self._read is not None and self._read.contact.id != identity:
            self._read = None
        read = partial(read_contact, identity=identity)
        self._jobs.query(read, self._show_one, replaces="contact")

    def save_card(self, folder: Path) -> None:
        """Save our own card into a folder."""
        self._jobs.command(partial(save_own_card, folder=folder), then=self._saved)

    def bring_in(self, file: Path) -> None:
        """Bring in a card somebody sent."""
        self._jobs.command(partial(bring_in_card, path=file), then=self._brought)

    def do(self, deed: Deed) -> None:
        """Ask for what an act needs, then do it."""
        if deed is Deed.MAKE:
            self._jobs.command(ensure_own_card, then=self._again)
        elif deed is Deed.NEW_KEY:
            self._asking.put(
                questions.another_key(),
                lambda _values, _seen: change_sealing_key,
                then=self._changed,
            )
        elif self._read is not None and self._page is not None:
            self._do_with(deed, self._read, self._page)

    def _do_with(self, deed: Deed, read: ContactRead, page: ContactsPage) -> None:
        identity = read.contact.id
        if deed is Deed.WORDS:
            question = questions.words_read(read, page.in_post)
            self._put(question, partial(_with, record_words_read, identity))
        elif deed is Deed.REVOKE:
            question = questions.revoking(read, page.now.date())
            self._put(question, partial(_with, revoke_contact, identity))
        elif deed is Deed.TAKE_BACK:
            question = questions.taking_back(read)
            self._put(question, partial(_with, take_back_revoking, identity))

    def _put(self, question: Question, act: Act) -> None:
        self._asking.put(question, act, then=self._again)

    def _show(self, page: ContactsPage) -> None:
        self._page = page
        known = [one.id for one in page.contacts]
        if self._chosen not in known:
            self._chosen = known[0] if known else ""
            self._read = None
        self._view.show_page(page, self._chosen)
        if self._chosen:
            self.choose(self._chosen)

    def _show_one(self, read: ContactRead) -> None:
        if self._page is not None and read.contact.id == self._chosen:
            self._read = read
            self._view.show_contact(read, self._page)

    def _again(self, _result: object) -> None:
        self.load()

    def _changed(self, _own: OwnCard) -> None:
        self.load()
        self._notify(
            Notice(
                _("Our key was changed."), _("Save the new card, and send it to your contacts.")
            )
        )

    def _saved(self, made: tuple[Path, OwnCard]) -> None:
        self.load()
        self._toast(_("Saved: {file}. Send it as it is.", file=made[0].name), None)

    def _brought(self, brought: tuple[str, Added]) -> None:
        self._chosen, added = brought
        self.load()
        self._toast(added_words(added), None)


def _with(act: Any, identity: str, values: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
    return partial(act, identity=identity, **values)
