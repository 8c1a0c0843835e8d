"""Contacts and words on a real store: our card, theirs, the words, revoking; and what is shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from coordinator.casework.away.contacts import find_contacts
from coordinator.casework.away.identity import read_own_card
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.stores.opening import Office, sit
from coordinator.domain.errors import CardRefusedError
from coordinator.domain.exchange.cards import parse_card
from coordinator.domain.exchange.contacts import (
    CheckedHow,
    ContactRead,
    ContactsPage,
    ContactState,
    OwnCard,
)
from coordinator.domain.roles import Role
from coordinator.ui.kit import theme
from coordinator.ui.places.away import ContactsPlace
from coordinator.ui.screens.contacts.presenter import ContactsPresenter, Deed
from coordinator.ui.screens.contacts.view import ContactsView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shell.dropping import place_of
from coordinator.ui.shell.offered import is_offered
from coordinator.vault.spoken import six_words
from tests.exchange.keyholders import Keyholder
from tests.offices import WORKER
from tests.stores import CHAIR, HOUSING, NOON, TODAY, Clock
from tests.ui.desks import Forms, Told
from tests.ui.driving import settle
from tests.ui.immediate import ImmediateJobs
from tests.ui.pages.contact_pages import page_at

RHYS = Keyholder("Rhys Roskilly", "Kerrow Homes")


class Page:
    """The page as it would be shown."""

    def __init__(self, desk: Desk, dropped: Path | None = None) -> None:
        self.chosen = ""
        self._shown: ContactsPage | None = None
        self._read: ContactRead | None = None
        self.forms, self.jobs, self.told = Forms(), ImmediateJobs(desk), Told()
        self.toasts: list[str] = []
        self.presenter = ContactsPresenter(
            self.jobs,
            self,
            Asking(self.jobs, self.forms),
            self.told.tell,
            lambda words, _undo: self.toasts.append(words),
        )
        self.presenter.begin(dropped)

    def show_page(self, page: ContactsPage, chosen: str) -> None:
        self._shown, self.chosen = page, chosen

    def show_contact(self, read: ContactRead, _page: ContactsPage) -> None:
        self._read = read

    @property
    def shown(self) -> ContactsPage:
        assert self._shown is not None
        return self._shown

    @property
    def read(self) -> ContactRead:
        assert self._read is not None
        return self._read

    def own(self) -> OwnCard:
        assert self.shown.own is not None
        return self.shown.own

    def state(self) -> ContactState:
        """Where the only contact stands."""
        (contact,) = self.shown.contacts
        return contact.state(self.shown.now)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "card.txt"
    path.write_bytes(RHYS.card.file_bytes)
    return path


def test_our_card_is_made_shown_and_saved(office: Office, tmp_path: Path) -> None:
    page = Page(office.desk)
    assert page.shown.own is None
    page.presenter.do(Deed.MAKE)
    assert page.own() == read_own_card(office.desk)
    page.presenter.save_card(tmp_path / "out")
    (file,) = (tmp_path / "out").iterdir()
    assert parse_card(file.read_bytes()) == page.own().card
    assert file.name in page.toasts[-1]


def test_a_card_is_brought_in_its_words_read_and_one_day_it_is_revoked(
    office: Office, sent: Path
) -> None:
    page = Page(office.desk)
    page.presenter.bring_in(sent)
    assert page.state() is ContactState.UNCHECKED
    assert page.read.words == six_words(RHYS.card.identity.id)

    page.presenter.do(Deed.WORDS)
    assert page.forms.question is not None
    assert " · ".join(page.read.words) in page.forms.question.about
    page.forms.answer(how=CheckedHow.TELEPHONE)
    assert page.state() is ContactState.CHECKED
    (contact,) = find_contacts(office.desk)
    assert contact.professional_id == WORKER  # of the same name and agency, so it was suggested
    assert contact.checked is not None
    assert contact.checked.how is CheckedHow.TELEPHONE

    page.presenter.do(Deed.REVOKE)
    page.forms.answer(reason=" ")
    assert page.forms.is_open()
    assert page.state() is ContactState.CHECKED
    page.forms.answer(reason="Left on a train")
    assert page.state() is ContactState.REVOKED
    page.presenter.do(Deed.TAKE_BACK)
    page.forms.answer(reason="It was found again the same hour")
    assert page.state() is ContactState.UNCHECKED


def test_a_card_that_is_dropped_is_brought_in_each_time_it_is(office: Office, sent: Path) -> None:
    place = place_of(sent)
    assert isinstance(place, ContactsPlace)
    assert place.file == sent
    assert place_of(sent) != place  # dropped again, it is brought in again
    page = Page(office.desk, sent)
    assert page.state() is ContactState.UNCHECKED
    assert page.chosen == RHYS.card.identity.id


def test_our_key_is_changed_once_somebody_confirms_it(office: Office, clock: Clock) -> None:
    page = Page(office.desk)
    page.presenter.do(Deed.MAKE)
    clock.move(days=400)
    page.presenter.load()
    assert page.own().is_key_old
    page.presenter.do(Deed.NEW_KEY)
    page.forms.answer()
    assert page.own().card.sealing.number == 2
    assert not page.own().is_key_old
    assert len(page.told.notices) == 1


def test_old_keys_are_destroyed_when_the_page_is_opened(office: Office, clock: Clock) -> None:
    page = Page(office.desk)
    page.presenter.do(Deed.MAKE)
    page.presenter.do(Deed.NEW_KEY)
    page.forms.answer()
    clock.move(days=31)
    Page(office.desk)
    with office.desk.read() as look:
        assert [bool(key.secret) for key in look.cards.sealing_keys()] == [True, False]


def test_what_is_no_card_changes_nothing(office: Office, tmp_path: Path) -> None:
    page = Page(office.desk)
    (tmp_path / "other.txt").write_text("Dear all")
    page.presenter.bring_in(tmp_path / "other.txt")
    assert [type(one) for one in page.jobs.failures] == [CardRefusedError]
    assert find_contacts(office.desk) == ()


def test_each_role_sees_and_is_offered_what_it_may_do(office: Office, sent: Path) -> None:
    Page(office.desk).presenter.bring_in(sent)
    chair = Page(sit(office, Sitter(CHAIR, Role.CHAIR)).desk).shown
    lead = Page(sit(office, Sitter(WORKER, Role.LEAD_PROFESSIONAL, HOUSING)).desk).shown
    assert (len(chair.contacts), chair.may_keep, chair.may_check) == (1, False, True)
    assert (lead.contacts, lead.in_post, lead.may_keep, lead.may_check) == ((), (), False, False)
    offered = {role for role in Role if is_offered(role, ContactsPlace())}
    assert offered == set(Role) - {Role.AUDITOR}


def test_words_are_heard_and_states_are_said(look: theme.Look, qtbot: QtBot) -> None:
    view = shown(qtbot)
    page = page_at(NOON)
    view.show_page(page, page.contacts[2].id)
    words = six_words(page.contacts[2].id)
    view.show_contact(ContactRead(page.contacts[2], words), page)
    heard = [one.accessibleName() for one in view.findChildren(QLabel)]
    assert f"The six words of Kasia Dębska: {', '.join(words)}" in heard
    assert buttons(view) >= {"Words were read", "Revoke", "Change our key", "Bring in a card"}
    assert page.contacts[4].revoked is not None
    assert page.contacts[4].revoked.on == TODAY
    view.show_contact(ContactRead(page.contacts[4], words), page)
    assert "Words were read" not in buttons(view)
    assert "Take the revoking back" in buttons(view)


def test_whoever_may_only_look_is_shown_no_way_to_act(look: theme.Look, qtbot: QtBot) -> None:
    view = shown(qtbot)
    page = page_at(NOON, may=False)
    view.show_page(page, "")
    assert buttons(view) == set()


def test_another_row_is_another_contact(look: theme.Look, qtbot: QtBot) -> None:
    view = shown(qtbot)
    page = page_at(NOON)
    heard: list[str] = []
    view.chosen.connect(heard.append)
    view.show_page(page, page.contacts[0].id)
    assert heard == []  # shown, not chosen by anybody
    view.table.choose(3)
    assert heard == [page.contacts[3].id]


def shown(qtbot: QtBot) -> ContactsView:
    view = ContactsView()
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    return view


def buttons(view: ContactsView) -> set[str]:
    settle()  # Qt shows new parts later
    return {one.text() for one in view.findChildren(QPushButton) if one.isVisible()}
