"""The demo of two stores: what stands in both, and the file that waits to be brought in."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coordinator.casework.away.away_pages import read_away_page
from coordinator.casework.desk import Desk
from coordinator.casework.records.disagreements import read_disagreements
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import DEMO_PASSPHRASE, Office, open_store
from coordinator.cli import demo_away
from coordinator.cli.demo_away import Beside, make_two_stores, send_a_lead_away
from coordinator.cli.program import app
from coordinator.db.checking import check_store
from coordinator.demo.making import make_filled
from coordinator.demo.volume import Volume
from coordinator.domain.errors import StoreExistsError, StoreFullError
from coordinator.domain.exchange.away_pages import OwnAway, PanelAway
from coordinator.exchange.away import review_pack
from coordinator.vault.costs import TEST_COST

FEW = Volume(people=30, actions=150, contacts=200, years=2)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Office]:
    made = make_filled(tmp_path / "panel", FEW, seed=3, today=date(2026, 11, 16), cost=TEST_COST)
    yield made
    made.close(back_up=False)


def beside(hub: Office, folder: Path) -> Beside:
    return send_a_lead_away(hub, folder, Founding(DEMO_PASSPHRASE, TEST_COST, is_demo=True))


def test_both_have_worked_one_text_says_two_things_and_a_pack_waits(
    hub: Office, tmp_path: Path
) -> None:
    made = beside(hub, tmp_path)
    (row,) = read_disagreements(hub.desk).rows
    assert len(row.values) == 2

    page = read_away_page(hub.desk)
    assert isinstance(page, PanelAway)
    (holder,) = page.holders
    assert holder.name == made.name
    assert holder.people
    assert holder.accepted

    assert list((tmp_path / "files").iterdir()) == [made.hand_back]
    review = review_pack(hub.desk, made.hand_back)
    assert review.rows
    assert not review.held
    assert check_store(hub.desk.store).faults == ()

    away = open_store(made.store, DEMO_PASSPHRASE)
    own = read_away_page(away.desk)
    assert away.is_demo
    assert isinstance(own, OwnAway)
    assert own.changes
    assert check_store(away.desk.store).faults == ()
    away.close(back_up=False)


def test_a_folder_with_something_in_it_gets_neither_store(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    found = CliRunner().invoke(app, ["demo", str(tmp_path), "--with-lead"])
    assert isinstance(found.exception, StoreExistsError)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_two_stores_are_made_whole_or_nothing_of_them_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, there = tmp_path / "demo", tmp_path / "there"
    there.mkdir()

    def panel(path: Path) -> Office:
        few = Volume(people=8, actions=30, contacts=40, years=1)
        return make_filled(path, few, seed=3, today=date(2026, 11, 16), cost=TEST_COST)

    def no_room(_desk: Desk, _folder: Path) -> None:
        raise StoreFullError

    founding = Founding(DEMO_PASSPHRASE, TEST_COST, is_demo=True)
    with monkeypatch.context() as broken:
        broken.setattr(demo_away, "make_hand_back", no_room)  # both stores stand by then
        with pytest.raises(StoreFullError):
            make_two_stores(place, panel, founding)
        with pytest.raises(StoreFullError):
            make_two_stores(there, panel, founding)
    assert not place.exists()
    assert list(there.iterdir()) == []

    paths = make_two_stores(there, panel, founding)
    assert sorted(one.name for one in there.iterdir()) == ["files", "lead", "panel"]
    for path in paths[:2]:
        office = open_store(path, DEMO_PASSPHRASE)
        assert check_store(office.desk.store).faults == ()
        office.close(back_up=False)
    assert paths[2].is_file()
    with pytest.raises(StoreExistsError):
        make_two_stores(there, panel, founding)
    assert paths[2].is_file()
