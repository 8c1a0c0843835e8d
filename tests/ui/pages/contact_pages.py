"""Contacts and their words, for pictures: some read, one not yet, one revoked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QMainWindow

from coordinator.domain.exchange.cards import SealingKey
from coordinator.domain.exchange.contacts import (
    Checked,
    CheckedHow,
    Contact,
    ContactRead,
    ContactsPage,
    OwnCard,
    Revoked,
)
from coordinator.ui.places.away import ContactsPlace
from coordinator.ui.screens.contacts.view import ContactsView
from coordinator.vault.spoken import six_words
from tests.exchange.keyholders import Keyholder
from tests.stores import COORDINATOR
from tests.ui.driving import Shown, at_place, shown_widget
from tests.ui.panels import MadeUp

OURS = Keyholder("Kerrow Complex Needs Panel", "Kerrow Council", signing=bytes(32))


def every_page_of_contacts(panel: MadeUp) -> Iterator[Shown]:
    """Give the page of contacts: of a panel with some, and of one that begins."""
    yield Shown("contacts", partial(contacts, panel))
    yield Shown("contacts-none", partial(at_place, panel, ContactsPlace()))


def contacts(panel: MadeUp) -> QMainWindow:
    """Show a page with contacts in every state."""
    window = at_place(panel, ContactsPlace())
    view = shown_widget(window)
    assert isinstance(view, ContactsView)
    now = panel.sitting.writing.now()
    page = page_at(now)
    view.show_page(page, page.contacts[1].id)
    read = page.contacts[1]
    view.show_contact(ContactRead(read, six_words(read.id), (page.contacts[2].id,)), page)
    return window


def page_at(now: datetime, *, may: bool = True) -> ContactsPage:
    """Give our card, a key of which is old, and a contact in each state."""
    checked = Checked(now, COORDINATOR, CheckedHow.IN_PERSON, "Aled Hâf")
    heard = Checked(now, COORDINATOR, CheckedHow.TELEPHONE, "Morwenna Tregear")
    lost = Revoked(now.date(), "Laptop left on a train", "Aled Hâf")
    own = replace(OWN_CARD, sealing=replace(OWN_CARD.sealing, since=now - timedelta(days=400)))
    return ContactsPage(
        own=OwnCard(own, six_words(own.identity.id), is_key_old=True),
        contacts=(
            _contact("Rhys Roskilly", "Kerrow Homes", now, 1, checked=checked),
            _contact("Kasia Dębska", "Kerrow Mental Health", now, 2, checked=heard),
            _contact("Kasia Dębska", "Kerrow Mental Health", now, 3),
            _contact("Dylan Ashdown", "Kerrow Police", now - timedelta(days=400), 4, checked),
            _contact("Wenna Nance", "Harbour Trust", now, 5, checked, lost),
        ),
        in_post=((COORDINATOR, "Aled Hâf, Kerrow Council"),),
        may_keep=may,
        may_check=may,
        now=now,
    )


OWN_CARD = OURS.card


def _contact(
    name: str,
    agency: str,
    since: datetime,
    at: int,
    checked: Checked | None = None,
    revoked: Revoked | None = None,
) -> Contact:
    return Contact(
        id=f"{at:064x}",
        name=name,
        agency=agency,
        signing=bytes(32),
        sealing=SealingKey(OWN_CARD.sealing.recipient, 1, since),
        professional_id=COORDINATOR if checked else None,
        added_at=since,
        checked=checked,
        revoked=revoked,
    )
