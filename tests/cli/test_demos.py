"""`coordinator demo`: what it refuses; what it makes is tested with the demos themselves."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from coordinator.cli.program import app
from coordinator.domain.errors import InvalidFieldsError, StoreExistsError


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


@pytest.mark.parametrize("wrong", [["--size", "enormous"], ["--seed", "many"]])
def test_a_size_or_seed_nobody_knows_is_wrong_use(tmp_path: Path, wrong: list[str]) -> None:
    found = CliRunner().invoke(app, ["demo", str(tmp_path / "demo"), *wrong])
    assert found.exit_code == 2
    assert not (tmp_path / "demo").exists()
