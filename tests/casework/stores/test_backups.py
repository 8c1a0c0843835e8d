"""Backups elsewhere, checked and brought back; drives that are full, locked or pulled out."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coordinator.casework.people.entering import register_person
from coordinator.casework.stores import passphrases, users
from coordinator.casework.stores.backups import (
    back_up_elsewhere,
    bring_back,
    check_backup,
    read_backups,
)
from coordinator.casework.stores.opening import Office, open_store
from coordinator.domain.errors import (
    BackupError,
    KeyFileMissingError,
    StoreExistsError,
    StorePlaceError,
    WrongSecretError,
)
from coordinator.domain.progress import Unwatched
from tests.offices import WORDS

NEWER = "bramble copper tideway lute"
as_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0 or shutil.which("mount") is None,
    reason="only root can mount a small drive",
)


class AtFirstStep:
    """Does something to the drive as soon as the copy has begun."""

    def __init__(self, do: Callable[[], object]) -> None:
        self._do: Callable[[], object] | None = do

    def step(self, done: int, total: int) -> None:
        do, self._do = self._do, None
        if do is not None:
            do()


@contextmanager
def drive(point: Path, size_kb: int) -> Iterator[Path]:
    point.mkdir()
    options = f"size={size_kb}k"
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(point)], check=False
    )
    if made.returncode:
        pytest.skip("this system lets nobody mount a drive")
    try:
        yield point
    finally:
        subprocess.run(["umount", "-l", str(point)], check=False)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def left_in(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()] if folder.is_dir() else []


def size_of(office: Office) -> int:
    return office.desk.store.path.stat().st_size


def test_a_backup_elsewhere_is_listed_with_its_size_and_why(office: Office, stick: Path) -> None:
    made = back_up_elsewhere(office, stick)
    (row,) = read_backups(stick)
    assert (row.path, row.reason) == (made.path, "asked")
    assert row.size >= size_of(office)
    assert read_backups(office.folder.backups) == []


def test_no_folder_lists_no_backups(tmp_path: Path) -> None:
    assert read_backups(tmp_path / "pulled out") == []


def test_a_backup_is_checked_with_the_present_key(office: Office, stick: Path) -> None:
    made = back_up_elsewhere(office, stick)
    before = {one: one.stat().st_mtime_ns for one in stick.rglob("*")}
    check_backup(office, made.path)
    assert {one: one.stat().st_mtime_ns for one in stick.rglob("*")} == before


def test_a_backup_of_an_older_passphrase_is_checked_with_the_present_key_or_that_one(
    office: Office, stick: Path
) -> None:
    made = back_up_elsewhere(office, stick)
    passphrases.change_own_passphrase(office, WORDS, NEWER)
    check_backup(office, made.path)
    check_backup(office, made.path, WORDS)
    with pytest.raises(WrongSecretError):
        check_backup(office, made.path, NEWER)


def test_a_backup_from_before_a_new_master_key_wants_the_passphrase_of_its_day(
    office: Office, stick: Path
) -> None:
    made = back_up_elsewhere(office, stick)
    me = users.read_users(office.desk)[0].id
    passphrases.change_master(office, {me: WORDS}, passphrases.draft_code(), Unwatched())
    with pytest.raises(WrongSecretError):
        check_backup(office, made.path)
    check_backup(office, made.path, WORDS)


def test_a_backup_that_was_altered_does_not_check_out(office: Office, stick: Path) -> None:
    made = back_up_elsewhere(office, stick)
    (database,) = made.path.glob("*.db")
    body = bytearray(database.read_bytes())
    body[-2000] ^= 1
    database.write_bytes(body)
    with pytest.raises(BackupError):
        check_backup(office, made.path)


def test_a_folder_that_is_no_backup_is_told(office: Office, stick: Path) -> None:
    with pytest.raises(KeyFileMissingError):
        check_backup(office, stick)


def test_a_restored_store_has_the_people(office: Office, stick: Path, tmp_path: Path) -> None:
    register_person(office.desk, given_name="Tomos")
    made = back_up_elsewhere(office, stick)
    register_person(office.desk, given_name="Anna")
    target = bring_back(made.path, tmp_path / "again", WORDS)
    restored = open_store(target, WORDS)
    with restored.desk.read() as look:
        assert look.people.count() == 1
    restored.close(back_up=False)


@pytest.mark.parametrize("name", ["Dropbox", "full"])
def test_a_backup_is_not_brought_back_where_no_store_may_lie(
    office: Office, stick: Path, tmp_path: Path, name: str
) -> None:
    made = back_up_elsewhere(office, stick)
    target = tmp_path / name
    target.mkdir()
    if name == "full":
        (target / "mine.txt").write_text("mine")
    with pytest.raises((StorePlaceError, StoreExistsError)):
        bring_back(made.path, target, WORDS)


def test_a_backup_that_went_away_cannot_be_brought_back(
    office: Office, stick: Path, tmp_path: Path
) -> None:
    made = back_up_elsewhere(office, stick)
    next(made.path.glob("*.db")).unlink()
    with pytest.raises(BackupError) as refused:
        bring_back(made.path, tmp_path / "again", WORDS)
    assert refused.value.fault == "unreadable"
    assert not list((tmp_path / "again").glob("*.db"))


def test_a_drive_that_is_not_there_is_said_and_no_folder_made(office: Office, stick: Path) -> None:
    stick.rmdir()
    with pytest.raises(BackupError) as refused:
        back_up_elsewhere(office, stick)
    assert refused.value.fault == "missing"
    assert not stick.exists()


def test_a_drive_pulled_out_half_way_leaves_nothing_and_the_store_works(
    office: Office, stick: Path
) -> None:
    with pytest.raises(BackupError) as refused:
        back_up_elsewhere(office, stick, AtFirstStep(lambda: shutil.rmtree(stick)))
    assert refused.value.fault == "missing"
    assert not stick.exists()
    register_person(office.desk, given_name="Tomos")


@as_root
def test_a_drive_without_room_is_said_before_anything_is_written(
    office: Office, tmp_path: Path
) -> None:
    with drive(tmp_path / "small", 64) as small:
        with pytest.raises(BackupError) as refused:
            back_up_elsewhere(office, small)
        assert refused.value.fault == "room"
        assert left_in(small) == []


@as_root
def test_a_drive_that_fills_up_half_way_keeps_nothing_of_the_backup(
    office: Office, tmp_path: Path
) -> None:
    room_kb = size_of(office) * 2 // 1024
    with drive(tmp_path / "small", room_kb) as small:

        def fill_up() -> None:
            with pytest.raises(OSError, match="No space"):
                (small / "others.bin").write_bytes(bytes(room_kb * 1024))

        with pytest.raises(BackupError) as refused:
            back_up_elsewhere(office, small, AtFirstStep(fill_up))
        assert refused.value.fault == "room"
        assert left_in(small) == ["others.bin"]
    register_person(office.desk, given_name="Tomos")


@as_root
def test_a_drive_that_may_not_be_written_is_said(office: Office, tmp_path: Path) -> None:
    with drive(tmp_path / "locked", 8_000) as locked:
        subprocess.run(["mount", "-o", "remount,ro", str(locked)], check=True)
        with pytest.raises(BackupError) as refused:
            back_up_elsewhere(office, locked)
        assert refused.value.fault == "read-only"
        assert left_in(locked) == []
