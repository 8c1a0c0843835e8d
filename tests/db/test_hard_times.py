"""Crashes, damaged bytes, a full disk, a second process: nothing acknowledged is ever lost."""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.people.entering import correct_person, register_person
from coordinator.db.checking import check_store
from coordinator.db.copies import page_faults
from coordinator.db.engine import Access, connect, make_engine
from coordinator.db.store import Store
from coordinator.domain.errors import (
    CipherMissingError,
    StoreBusyError,
    StoreError,
    StoreFullError,
    StoreReadOnlyError,
)
from coordinator.domain.roles import Right
from tests.stores import keyspec

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is of POSIX systems")
def test_two_hundred_kills_lose_no_acknowledged_act_and_leave_no_half(
    template: Path, tmp_path: Path
) -> None:
    database = tmp_path / "panel.db"
    shutil.copy(template, database)
    done = subprocess.run(
        [sys.executable, "-m", "tests.db.kill_rounds", str(database), "200", "7"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert found["acked"] > 200
    assert found["lost"] == 0
    assert found["half"] == 0
    assert found["people"] == found["registered"]
    assert found["faults"] == []


@pytest.mark.slow
def test_three_hundred_flipped_bits_are_all_reported(desk: Desk, tmp_path: Path) -> None:
    for number in range(40):
        person = register_person(desk, given_name=f"Made {number}").result
        correct_person(desk, person, seen=1, usual_places="the harbour wall " * 20)
    desk.store.close()
    whole = desk.store.path.read_bytes()
    chance = random.Random(11)
    damaged = tmp_path / "damaged.db"
    unnoticed = []
    for _ in range(300):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        altered = bytearray(whole)
        altered[place] ^= 1 << bit
        damaged.write_bytes(altered)
        if not _is_reported(damaged):
            unnoticed.append((place, bit))
    assert unnoticed == []


def _is_reported(path: Path) -> bool:
    try:
        return bool(page_faults(Access(path, keyspec)))
    except StoreError:
        return True
    finally:
        for end in ("-wal", "-shm"):
            path.with_name(path.name + end).unlink(missing_ok=True)


def test_another_sqlite_in_the_process_would_write_in_clear_and_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from coordinator.db import engine

    class Plain:
        Connection = sqlite3.Connection
        connect = staticmethod(sqlite3.connect)
        Error = sqlite3.Error

    monkeypatch.setattr(engine, "driver", Plain)
    path = tmp_path / "new.db"
    with pytest.raises(CipherMissingError):
        connect(Access(path, keyspec, create=True))
    assert not path.exists() or path.read_bytes() == b""


def test_a_second_process_that_writes_is_told_to_wait_and_then_that_it_is_busy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coordinator.db import engine

    monkeypatch.setattr(engine, "_BUSY_S", 0.1)
    other = make_engine(Access(desk.store.path, keyspec))
    with other.begin(), pytest.raises(StoreBusyError):
        register_person(desk, given_name="Tomos")
    other.dispose()
    register_person(desk, given_name="Tomos")


def test_a_full_disk_refuses_the_act_and_keeps_what_was_there(desk: Desk) -> None:
    register_person(desk, given_name="Tomos")
    with desk.store.reading() as look:
        pages = look.session.connection().exec_driver_sql("PRAGMA page_count").scalar()
    with desk.store.transaction(desk.stamp()) as tx:
        tx.session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        tx.is_local()
    with pytest.raises(StoreFullError):
        register_person(desk, given_name="Anna", address="by the slipway " * 20_000)
    with desk.store.transaction(desk.stamp()) as tx:
        tx.session.connection().exec_driver_sql("PRAGMA max_page_count = 1000000")
        tx.is_local()
    with desk.read() as look:
        assert look.people.count() == 1
    assert check_store(desk.store).is_whole


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_read_only_folder_is_told(desk: Desk) -> None:
    desk.store.close()
    desk.store.path.chmod(0o400)
    desk.store.path.parent.chmod(0o500)
    try:
        with pytest.raises(StoreReadOnlyError):
            register_person(Desk(Store(desk.store.path, keyspec), desk.sitter), given_name="Tomos")
    finally:
        desk.store.path.parent.chmod(0o700)


def test_an_act_inside_an_act_is_refused_at_once_and_nothing_of_it_stays(desk: Desk) -> None:
    def work() -> None:
        with desk.act(Right.REFER) as tx:
            assert tx.people.count() == 0
            register_person(desk, given_name="Tomos")

    with pytest.raises(RuntimeError, match="act inside an act"):
        work()
    register_person(desk, given_name="Anna")
    with desk.read() as look:
        assert look.people.count() == 1


def test_a_look_inside_a_look_is_of_the_same_moment_and_an_act_beside_it_is_not_held_up(
    desk: Desk,
) -> None:
    with desk.read() as look:
        assert look.people.count() == 0
        register_person(desk, given_name="Tomos")
        with desk.read() as again:
            assert again.people.count() == 0
    with desk.read() as look:
        assert look.people.count() == 1


def test_a_desk_is_not_shared_between_threads(desk: Desk) -> None:
    from threading import Thread

    register_person(desk, given_name="Tomos")
    told: list[str] = []

    def work() -> None:
        try:
            register_person(desk, given_name="Anna")
        except RuntimeError as error:
            told.append(str(error))

    other = Thread(target=work)
    other.start()
    other.join()
    assert told == ["a connection of the store was touched from another thread"]
    assert check_store(desk.store).is_whole
