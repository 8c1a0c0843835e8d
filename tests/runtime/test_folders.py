"""What lies where in a store's folder."""

import os
from pathlib import Path

import pytest

from coordinator.domain.errors import StoreFullError, StoreReadOnlyError
from coordinator.runtime.folders import StoreFolder, check_room, check_writable, free_bytes


def test_a_made_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path / "deep" / "store")
    folder.make()
    folder.make()
    assert folder.backups.is_dir()
    if os.name != "nt":
        assert folder.path.stat().st_mode & 0o777 == 0o700
        assert folder.backups.stat().st_mode & 0o777 == 0o700


def test_a_folder_made_too_open_is_closed(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path / "store")
    folder.path.mkdir(mode=0o755)
    folder.make()
    if os.name != "nt":
        assert folder.path.stat().st_mode & 0o777 == 0o700


def test_only_nothing_or_an_empty_folder_is_fresh(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path / "store")
    assert folder.is_fresh()
    folder.path.mkdir()
    assert folder.is_fresh()
    (folder.path / "store.lock.owner.x7k2.part").touch()
    assert folder.is_fresh()
    (folder.path / "letter.x7k2.part").touch()
    assert not folder.is_fresh()
    (folder.path / "letter.x7k2.part").rename(folder.path / "anything")
    assert not folder.is_fresh()
    assert not StoreFolder(folder.path / "anything").is_fresh()


def test_a_folder_where_a_file_stands_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store").touch()
    with pytest.raises(StoreReadOnlyError):
        StoreFolder(tmp_path / "store").make()


def test_every_place_has_its_own_name(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    places = [
        folder.keys,
        folder.spare_keys,
        folder.backups,
        folder.lock,
        folder.lock_owner,
        folder.database("x.db"),
    ]
    assert len({place.name for place in places}) == len(places)
    assert {place.parent for place in places} == {tmp_path}


def test_databases_are_found_by_their_ending(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    for name in ("b.db", "a.db", "a.db-wal", "keys.json"):
        (tmp_path / name).touch()
    assert [path.name for path in folder.databases()] == ["a.db", "b.db"]


@pytest.mark.skipif(os.name == "nt", reason="needs plain permissions")
def test_a_folder_without_the_right_to_write_is_refused(tmp_path: Path) -> None:
    check_writable(tmp_path)
    tmp_path.chmod(0o500)
    if os.access(tmp_path, os.W_OK):
        pytest.skip("root may write everywhere")
    try:
        with pytest.raises(StoreReadOnlyError):
            check_writable(tmp_path)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/proc").exists(), reason="needs a file system nobody writes to")
def test_a_missing_folder_is_refused_and_a_usual_one_is_not(tmp_path: Path) -> None:
    check_writable(tmp_path)
    with pytest.raises(StoreReadOnlyError):
        check_writable(tmp_path / "gone")


def test_what_does_not_fit_is_refused_before_it_begins(tmp_path: Path) -> None:
    check_room(tmp_path, 1)
    with pytest.raises(StoreFullError):
        check_room(tmp_path, free_bytes(tmp_path) * 2 + 1)
