"""`coordinator demo`: what it refuses; what it makes is tested with the demos themselves."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from coordinator.casework.stores.opening import DEMO_PASSPHRASE, Office, open_store
from coordinator.cli import demos
from coordinator.cli.program import app
from coordinator.db.checking import check_store
from coordinator.demo.making import make_filled, make_whole_demo
from coordinator.demo.volume import Volume
from coordinator.domain.errors import CancelledError, InvalidFieldsError, StoreExistsError
from coordinator.vault.costs import TEST_COST


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    found = CliRunner().invoke(app, ["demo", str(tmp_path)])
    assert isinstance(found.exception, StoreExistsError)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_passphrase_file_makes_no_store(tmp_path: Path) -> None:
    empty = tmp_path / "passphrase"
    empty.touch()
    place = tmp_path / "demo"
    found = CliRunner().invoke(app, ["demo", str(place), "--passphrase-file", str(empty)])
    assert isinstance(found.exception, InvalidFieldsError)
    assert not place.exists()


def few_people(path: Path) -> Office:
    few = Volume(people=8, actions=30, contacts=40, years=1)
    return make_filled(path, few, seed=3, today=date(2026, 11, 16), cost=TEST_COST)


@pytest.mark.parametrize("wrong", [["--size", "enormous"], ["--seed", "many"]])
def test_a_size_or_seed_nobody_knows_is_wrong_use(tmp_path: Path, wrong: list[str]) -> None:
    found = CliRunner().invoke(app, ["demo", str(tmp_path / "demo"), *wrong])
    assert found.exit_code == 2
    assert not (tmp_path / "demo").exists()


def test_a_demo_that_was_broken_off_is_none(tmp_path: Path) -> None:
    """Stopped in the middle, nothing stays; killed there, the next one takes its place."""
    place = tmp_path / "demo"

    def stopped(path: Path) -> Office:
        office = few_people(path)
        office.close(back_up=False)
        raise CancelledError

    with pytest.raises(CancelledError):
        make_whole_demo(place, stopped)
    assert not place.exists()

    killed = place / ".x2j4k8.part"
    killed.mkdir(parents=True)
    (killed / "keys.json").touch()
    make_whole_demo(place, few_people)
    office = open_store(place, DEMO_PASSPHRASE)
    assert check_store(office.desk.store).faults == ()
    office.close(back_up=False)
    assert not killed.exists()


def test_the_command_breaks_off_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path, **_said: object) -> Office:
        few_people(path).close(back_up=False)
        raise CancelledError

    monkeypatch.setattr(demos, "make_demo", broken)
    found = CliRunner().invoke(app, ["demo", str(tmp_path / "demo")])
    assert isinstance(found.exception, CancelledError)
    assert not (tmp_path / "demo").exists()
