"""A lead professional's first hour: a store of their own, cards, words, the first pack, work."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

from coordinator.casework.away.contacts import add_contact, find_contacts, record_words_read
from coordinator.casework.away.starting import start_away_store
from coordinator.casework.desk import Desk
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.domain.exchange.cards import parse_card
from coordinator.domain.exchange.contacts import CheckedHow
from coordinator.exchange import setting_out
from coordinator.exchange.away import make_hand_back, make_take_away, open_take_away
from coordinator.exchange.card_files import save_own_card
from coordinator.runtime.settings import Settings
from coordinator.ui.kit.chips import Chip
from coordinator.ui.kit.sheet import Sheet
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.places.every import PeoplePlace
from coordinator.ui.shell.finder import Finder
from coordinator.ui.shell.first_away import FirstAwayPage
from coordinator.ui.shell.recovery import RecoveryPage
from coordinator.ui.shell.unlock import UnlockPage
from coordinator.ui.shell.welcome import WelcomePage
from coordinator.ui.shell.window import MainWindow
from coordinator.ui.shell.workplace import Workplace
from coordinator.vault.costs import TEST_COST
from tests.exchange.away_stores import PASSPHRASE, Both, both_stores
from tests.journeys.live_player import doors_at
from tests.stores import WORKER, Clock
from tests.ui.desktops import PATIENCE, Desktop, caseload, do, fill, here, press, says
from tests.ui.test_returns_journey import drop

READY = "They read these words"
FIRST = "Open the first pack…"


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    """A panel, and another lead professional's own store."""
    made = both_stores(tmp_path / "stores", clock)
    yield made
    made.close()


@pytest.fixture
def folder(
    desktop: Desktop, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Where files are saved; the window is on the panel's day, and its keys are made quickly."""

    def start(path: Path, founding: Founding, *, source: Source | None) -> tuple[Office, str]:
        assert source is None
        cheap = replace(founding, cost=TEST_COST)
        return start_away_store(path, cheap, source=Source(now=clock))

    monkeypatch.setattr(setting_out, "start_away_store", start)
    desktop.doors = doors_at(clock)
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(out))
    return out


def begin(desktop: Desktop, window: MainWindow, store: Path) -> Workplace:
    """Make a store of one's own in the window."""
    press(desktop.page(window, WelcomePage), "I work away from a panel")
    page = desktop.page(window, FirstAwayPage)
    fill(page, {"Your name": "Rhys Roskilly", "Your agency": "Kerrow Homes"})
    fill(page, {"Passphrase": PASSPHRASE, "The passphrase again": PASSPHRASE})
    fill(page, {"Folder of the store": str(store)})
    press(page, "Make my store")
    code = desktop.page(window, RecoveryPage)
    fill(code, {"Third group of the code": code._box._code.split("-")[2]})
    press(code, "I have it: go on")
    work = desktop.page(window, Workplace)
    sees(desktop, work, "Your six words")
    return work


def sees(desktop: Desktop, page: QWidget, words: str) -> None:
    desktop.qtbot.waitUntil(lambda: words in says(page), timeout=PATIENCE)


def buttons(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]


def is_checked(work: Workplace) -> bool:
    chips = [one.accessibleName() for one in work.findChildren(Chip) if one.isVisible()]
    return any(one.startswith("Checked by Rhys Roskilly") for one in chips)


def swap(desktop: Desktop, window: MainWindow, work: Workplace, hub: Desk, out: Path) -> str:
    """Swap cards with a panel and read all twelve words; gives who the lead is to it."""
    sees(desktop, work, "Your six words")
    press(work, "Save my card as a file")
    desktop.qtbot.waitUntil(lambda: bool(list(out.glob("*.txt"))), timeout=PATIENCE)
    (ours,) = out.glob("contact-*.txt")
    card = parse_card(ours.read_bytes())
    assert (card.identity.name, card.identity.agency) == ("Rhys Roskilly", "Kerrow Homes")
    lead = add_contact(hub, ours.read_bytes()).result[0]
    record_words_read(hub, lead, how=CheckedHow.IN_PERSON, professional=WORKER)

    assert READY not in buttons(work)
    drop(window, save_own_card(hub, out / "theirs").result[0])
    desktop.qtbot.waitUntil(lambda: READY in buttons(work), timeout=PATIENCE)
    press(work, READY)
    desktop.qtbot.waitUntil(lambda: work.findChild(Sheet) is not None, timeout=PATIENCE)
    press(work, "Record it")
    desktop.qtbot.waitUntil(lambda: is_checked(work), timeout=PATIENCE)
    return lead


def test_a_lead_makes_a_store_swaps_cards_takes_a_pack_and_works(
    desktop: Desktop, both: Both, folder: Path, tmp_path: Path
) -> None:
    store, window = tmp_path / "mine", desktop.start()
    work = begin(desktop, window, store)
    assert "People" not in buttons(work)
    assert "Settings" not in buttons(work)
    lead = swap(desktop, window, work, both.hub.desk, folder)

    pack = make_take_away(both.hub.desk, lead, folder).result.path
    drop(window, pack)
    desktop.qtbot.waitUntil(lambda: here(window) == PeoplePlace(), timeout=PATIENCE)
    working = desktop.page(window, Workplace)
    table = caseload(working)
    desktop.qtbot.waitUntil(lambda: len(table.rows.rows) == 1, timeout=PATIENCE)
    assert "1 person is with you." in says(working)
    rail = [one.accessibleName() for one in working.findChildren(QPushButton) if one.isVisible()]
    assert "Away and back" in rail
    assert "Kerrow Complex Needs Panel" in says(working)
    assert "Rhys Roskilly" in says(working)
    assert window.history is not None
    assert not window.history.can_go_back

    do(window, "Lock")
    again = desktop.unlock(window, PASSPHRASE)
    desktop.qtbot.waitUntil(lambda: len(caseload(again).rows.rows) == 1, timeout=PATIENCE)
    window.close()
    office = open_store(store, PASSPHRASE)
    assert office.desk.sitter.professional == WORKER
    assert find_contacts(office.desk)[0].checked is not None
    office.close(back_up=False)


def test_a_store_with_nothing_in_it_opens_to_that_page_alone(
    desktop: Desktop, both: Both, folder: Path, tmp_path: Path
) -> None:
    window = desktop.start()
    begin(desktop, window, tmp_path / "mine")
    do(window, "Lock")
    desktop.unlock(window, PASSPHRASE)
    work = desktop.page(window, Workplace)
    sees(desktop, work, "Your six words")
    for command in ("People", "This week", "Settings", "Contacts and words"):
        do(window, command)  # its key does nothing either: it is switched off
    sees(desktop, work, "Your six words")
    do(window, "Read this page again")
    sees(desktop, work, "Your six words")
    do(window, "Find a person, an action or a command")
    finder = window.findChild(Finder)
    assert finder is not None
    line = finder.findChild(QLineEdit)
    assert line is not None
    desktop.qtbot.keyClicks(line, "petroc")
    desktop.qtbot.waitUntil(lambda: finder._targets.rowCount() == 0, timeout=PATIENCE)
    finder.reject()
    assert "Something went wrong" not in says(window)


def test_what_cannot_be_taken_in_is_refused_in_one_sentence(
    desktop: Desktop, both: Both, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    """A wrong file, a pack before any card, somebody else's, one of another kind, an old one."""
    window = desktop.start()
    work = begin(desktop, window, tmp_path / "mine")
    for_another = make_take_away(both.hub.desk, both.lead, folder).result.path
    both.away, _done = open_take_away(both.away, for_another)
    back = make_hand_back(both.away.desk, folder).result.path

    drop(window, for_another)
    sees(desktop, work, "was not made for you")
    lead = swap(desktop, window, work, both.hub.desk, folder)
    for file, words in (
        (written(folder / "card.txt", b"coordinator-contact 1\nno\n"), "or is none"),
        (written(folder / "photo.jpg", b"\xff\xd8\x00\x01" * 50), "cannot be read"),
        (written(folder / "actions.csv", b"Action,Owner\nRing,Rhys\n"), "Nothing was taken away"),
        (back, "was not made for you"),
        (for_another, "was not made for you"),
    ):
        drop(window, file)
        sees(desktop, work, words)
        assert isinstance(here(window), AwayPlace)

    good = make_take_away(both.hub.desk, lead, folder).result.path
    drop(window, written(folder / "cut.plan", good.read_bytes()[:-40]))
    sees(desktop, work, "damaged")
    clock.move(days=31)
    drop(window, good)
    sees(desktop, work, "past its date")
    drop(window, make_take_away(both.hub.desk, lead, folder).result.path)
    desktop.qtbot.waitUntil(lambda: here(window) == PeoplePlace(), timeout=PATIENCE)


def written(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file


def test_what_is_missing_is_said_and_nothing_is_made(
    desktop: Desktop, folder: Path, tmp_path: Path
) -> None:
    window = desktop.start()
    press(desktop.page(window, WelcomePage), "I work away from a panel")
    page = desktop.page(window, FirstAwayPage)
    fill(page, {"Passphrase": PASSPHRASE, "The passphrase again": PASSPHRASE + "s"})
    fill(page, {"Folder of the store": str(tmp_path / "mine")})
    press(page, "Make my store")
    for words in ("Type your name.", "Type the name of your agency.", "not the same as above"):
        assert words in says(page)
    assert not (tmp_path / "mine").exists()
    press(page, "Back")
    desktop.page(window, WelcomePage)


def test_the_program_is_started_by_opening_the_pack(
    desktop: Desktop, both: Both, folder: Path, tmp_path: Path
) -> None:
    pack = make_take_away(both.hub.desk, both.lead, folder).result.path
    store = both.away.folder.path
    both.away.close(back_up=False)
    window = desktop.start(settings=Settings(theme="light").with_store(store), file=pack)
    assert pack.name in says(desktop.page(window, UnlockPage))
    desktop.unlock(window, PASSPHRASE)
    desktop.qtbot.waitUntil(
        lambda: window.history is not None and here(window) == PeoplePlace(), timeout=PATIENCE
    )
    assert "1 person is with you." in says(desktop.page(window, Workplace))


def test_a_pack_without_any_store_waits_for_one(
    desktop: Desktop, both: Both, folder: Path, tmp_path: Path
) -> None:
    pack = make_take_away(both.hub.desk, both.lead, folder).result.path
    window = desktop.start(file=pack)
    assert pack.name in says(desktop.page(window, WelcomePage))
    work = begin(desktop, window, tmp_path / "mine")
    sees(desktop, work, "was not made for you")
