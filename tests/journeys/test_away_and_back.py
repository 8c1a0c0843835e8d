"""Two real windows, each on its own store: away with the work, back with it, and who is right."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from coordinator.casework.away.starting import start_away_store
from coordinator.casework.cases.caseload import read_caseload
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.people.contacts import find_contacts
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.db.checking import check_store
from coordinator.exchange import setting_out
from coordinator.ui.kit.shortcuts import Key
from coordinator.vault.costs import TEST_COST
from tests.casework.need_to_know.test_sharing import COMPLETE
from tests.exchange.away_stores import PASSPHRASE, panel_store
from tests.journeys.hands import Hands
from tests.journeys.live_player import Player, WallClock, doors_at
from tests.offices import WORDS
from tests.stores import Clock
from tests.ui.away.test_setting_out import begin
from tests.ui.desktops import Desktop
from tests.ui.test_returns_journey import drop

FIELD = "How to work with me"
AWAY, HERE = "Outside, with the dog", "Before noon only"
NOTE = "Met by the quay, and had tea"


@pytest.fixture
def folder(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where both windows save; keys are made without their long derivation."""

    def start(path: Path, founding: Founding, *, source: Source | None) -> tuple[Office, str]:
        assert source is None
        cheap = Founding(founding.passphrase, TEST_COST)
        return start_away_store(path, cheap, source=Source(now=clock))

    monkeypatch.setattr(setting_out, "start_away_store", start)
    out = tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(out))
    return out


@pytest.fixture
def panel(tmp_path: Path, clock: Clock) -> Path:
    """A closed panel's store: one person whom Rhys Roskilly leads, and others."""
    hub, kept = panel_store(tmp_path / "panel", clock)
    record_basis(hub.desk, kept.kezia, **COMPLETE)
    hub.close(back_up=False)
    return hub.folder.path


@pytest.fixture
def other(desktop: Desktop) -> Iterator[Desktop]:
    """The lead's computer beside the coordinator's."""
    made = Desktop(desktop.qtbot, desktop.doors)
    yield made
    for window in made.windows:
        window.close()
        window.deleteLater()
    QApplication.processEvents()


@pytest.mark.slow
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_work_goes_away_comes_back_and_somebody_settles_what_both_wrote(
    desktop: Desktop, other: Desktop, panel: Path, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    here = Hands.at(desktop, panel, clock.at)
    away = set_out(other, tmp_path / "mine", clock)
    swap_cards(here, away, folder)
    take(away, give(here, folder))

    write_away(away)
    write_in_plan(here, HERE)
    bring_back(here, hand_back(away, folder))
    settle(here)

    newer = give(here, folder)
    drop(other.windows[-1], newer)
    away.answer("Take it in")
    away.sees("The panel has everything you wrote.")
    assert "Nothing waits" in away.says()
    away.leave()
    here.leave()
    assert ends_well(panel, WORDS) == ends_well(tmp_path / "mine", PASSPHRASE)


def set_out(other: Desktop, store: Path, clock: Clock) -> Hands:
    """Make a lead's own store in the window."""
    other.doors = doors_at(clock)
    window = other.start()
    work = begin(other, window, store)
    return Hands(other, work, Player(window, WallClock(clock.at)))


def swap_cards(here: Hands, away: Hands, folder: Path) -> None:
    """Bring each card in at the other's, and read all twelve words."""
    away.press("Save my card as a file")
    (lead,) = saved(folder, "*.txt")
    here.find("Contacts and words")
    here.press("Make our card")
    here.press("Save our card as a file")
    (panel,) = set(saved(folder, "*.txt")) - {lead}
    drop(here.desktop.windows[-1], lead)
    here.press("Words were read")
    here.answer("Record it")
    here.sees("In the directory: Rhys Roskilly")
    drop(away.desktop.windows[-1], panel)
    away.press("They read these words")
    away.answer("Record it")


def give(here: Hands, folder: Path) -> Path:
    """Give the lead their people; gives the pack."""
    known = set(saved(folder, "*.plan"))
    here.find("Away and back")
    here.press("Take away…")
    here.go_to("Who takes it away")
    here.say("Rhys Roskilly")
    here.press("Show what goes")
    here.sees("Kezia")
    here.answer("Save the pack")
    here.sees("Send it as it is.")
    (pack,) = set(saved(folder, "*.plan")) - known
    return pack


def take(away: Hands, pack: Path) -> None:
    """Take the first pack, and go on with the people in it."""
    window = away.desktop.windows[-1]
    drop(window, pack)
    away.sees("1 person is with you.")
    assert window.workplace is not None
    away.work = window.workplace
    away.player.rest()


def write_away(away: Hands) -> None:
    """Do an action, note a contact and write in the plan, by keys alone."""
    away.keys(Key.ACTIONS)
    away.choose("Actions", "Ring the hostel")
    away.keys(Key.ACTION_DONE)
    away.sees(": Done.")
    away.find("Kezia")
    away.keys(Key.CONTACT)
    said = "What they said, or what you saw"
    away.answer("Keep it", {"What came of it": "Met", "How": "On the street", said: NOTE})
    away.sees(NOTE)
    write_in_plan(away, AWAY)


def write_in_plan(hands: Hands, words: str) -> None:
    """Open somebody's plan and type into it."""
    hands.find("Kezia")
    hands.keys(Key.PLAN)
    hands.go_to(FIELD)
    hands.type(words)
    hands.keys(Key.BACK)


def hand_back(away: Hands, folder: Path) -> Path:
    """Write the file that goes back."""
    known = set(saved(folder, "*.plan"))
    away.find("Away and back")
    away.sees("Not with the panel yet")
    away.press("Hand back…")
    away.sees("Send it as it is.")
    (file,) = set(saved(folder, "*.plan")) - known
    return file


def bring_back(here: Hands, file: Path) -> None:
    """Look at what came back, then take it over."""
    drop(here.desktop.windows[-1], file)
    here.sees("What Rhys Roskilly hands back")
    for words in (NOTE, HERE, AWAY, "1 field will say two things"):
        assert words in here.says()
    here.press("Take it over")
    here.sees("1 entry says two things.")


def settle(here: Hands) -> None:
    """See both texts in the list and on the person; let one of them hold by its key."""
    here.find("Kezia")
    here.sees("An entry says two things.")
    here.keys(Key.PLAN)
    here.sees("Plan of Kezia")
    assert "There is no live plan" not in here.says()
    here.find("Entries that say two things")
    here.sees(AWAY)
    assert HERE in here.says()
    here.keys(Key.FIRST)
    here.sees("Everybody says the same")


def saved(folder: Path, kind: str) -> list[Path]:
    return sorted(folder.glob(kind))


def ends_well(store: Path, words: str) -> str:
    """A store is whole, and what was written away stands in it; gives the text that holds."""
    office = open_store(store, words)
    (person,) = [
        row.person for row in read_caseload(office.desk).rows if row.reference == "KP-0001"
    ]
    assert NOTE in [one.words for one in find_contacts(office.desk, person).rows]
    text = read_plan(office.desk, person).text["how_to_work"]
    assert text in {AWAY, HERE}
    assert check_store(office.desk.store).faults == ()
    office.close(back_up=False)
    return text
