"""Steps that are cut short: making a store, users, master keys, restoring, backups."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.people.entering import register_person
from coordinator.casework.stores import users
from coordinator.casework.stores.founding import make_store
from coordinator.casework.stores.opening import Office, Source, open_store
from coordinator.casework.stores.restoring import check_office, restore_backup
from coordinator.db.backups import list_backups
from coordinator.db.store import Store
from coordinator.domain.errors import (
    BackupError,
    KeyFileForeignError,
    LastKeyError,
    StoreBusyError,
    StoreError,
    WrongSecretError,
)
from coordinator.domain.roles import Role
from coordinator.domain.stores.checking import StoreFaultKind
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.writing import PART
from coordinator.vault.costs import TEST_COST
from tests.crashes import crash_at
from tests.offices import NEW, OFFICER, WORDS, WORKER
from tests.stores import Clock

OTHER_WORDS = "lantern gorse pilchard slate"


class CutShortError(Exception):
    """Stands for a program that ends here."""


@contextmanager
def no_act_gets_through(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """End the step before what it writes into the store."""

    def refuse(_store: Store, _stamp: object) -> None:
        raise CutShortError

    with monkeypatch.context() as patch:
        patch.setattr(Store, "transaction", refuse)
        with suppress(CutShortError):
            yield


def reopened(office: Office, words: str = WORDS) -> Office:
    office.close(back_up=False)
    return open_store(office.folder.path, words)


def user_of(office: Office, professional: UUID) -> users.UserRow:
    return next(u for u in users.read_users(office.desk) if u.professional == professional)


def test_adding_a_user_can_be_done_again_after_it_was_cut_short(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with no_act_gets_through(monkeypatch):
        users.add_user(office, OFFICER, Role.CHAIR, OTHER_WORDS)
    assert [one.kind for one in check_office(office).faults] == [StoreFaultKind.SLOT_WITHOUT_USER]

    users.add_user(office, OFFICER, Role.CHAIR, OTHER_WORDS)

    assert check_office(office).is_whole
    reopened(office, OTHER_WORDS).close(back_up=False)


def test_a_passphrase_that_became_nobodys_opens_nothing_and_goes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with no_act_gets_through(monkeypatch):
        users.add_user(office, OFFICER, Role.CHAIR, OTHER_WORDS)
    office.close(back_up=False)
    with pytest.raises(WrongSecretError):
        open_store(office.folder.path, OTHER_WORDS)

    again = open_store(office.folder.path, WORDS)

    assert check_office(again).is_whole
    again.close(back_up=False)


def test_removing_a_user_can_be_done_again_after_it_was_cut_short(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = users.add_user(office, OFFICER, Role.CHAIR, OTHER_WORDS)
    with no_act_gets_through(monkeypatch):
        users.remove_user(office, gone)
    again = reopened(office)
    assert check_office(again).is_whole
    assert not user_of(again, OFFICER).has_way_in

    users.remove_user(again, gone)

    assert [one.professional for one in users.read_users(again.desk)] != [OFFICER]
    assert check_office(again).is_whole
    again.close(back_up=False)


def test_a_new_master_key_whose_note_was_cut_short_is_put_right(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut_out = users.add_user(office, OFFICER, Role.CHAIR, OTHER_WORDS)
    mine = user_of(office, office.desk.sitter.professional)
    with no_act_gets_through(monkeypatch):
        users.change_master_key(office, {mine.id: WORDS})
    again = reopened(office)
    assert check_office(again).is_whole
    assert not user_of(again, OFFICER).has_way_in
    users.give_passphrase(again, shut_out, OTHER_WORDS)
    reopened(again, OTHER_WORDS).close(back_up=False)


def test_a_new_master_key_that_found_no_room_can_be_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = user_of(office, office.desk.sitter.professional)
    with monkeypatch.context() as patch, suppress(CutShortError):
        patch.setattr("coordinator.vault.keyring.write_key_file", _refuse_to_write)
        patch.setattr(Office, "back_up", lambda *_args: None)
        users.change_master_key(office, {mine.id: WORDS})
    register_person(office.desk, given_name="Tomos")

    users.change_master_key(office, {mine.id: WORDS})

    assert check_office(office).is_whole


def _refuse_to_write(*_args: object) -> None:
    raise CutShortError


def test_whoever_is_left_can_let_others_in(office: Office) -> None:
    users.add_user(office, WORKER, Role.LEAD_PROFESSIONAL, OTHER_WORDS)
    mine = user_of(office, office.desk.sitter.professional)
    with pytest.raises(LastKeyError):
        users.remove_user(office, mine.id)
    with pytest.raises(LastKeyError):
        users.change_master_key(office, {user_of(office, WORKER).id: OTHER_WORDS})
    assert len(users.read_users(office.desk)) == 2


def test_a_database_that_is_not_the_stores_is_left_alone(office: Office) -> None:
    mine = office.folder.path / "outreach.db"
    office.close(back_up=False)
    mine.write_bytes(b"somebody's own")
    open_store(office.folder.path, WORDS).close(back_up=False)
    assert mine.read_bytes() == b"somebody's own"


def test_an_older_store_put_back_does_not_remove_the_newer_one(
    office: Office, tmp_path: Path
) -> None:
    """Key file and database of before a new master key, copied over: the spare copy tells."""
    register_person(office.desk, given_name="Tomos")
    office.desk.store.close()
    old = {file.name: file.read_bytes() for file in office.folder.path.glob("*.db")}
    keys = office.folder.keys.read_bytes()
    mine = user_of(office, office.desk.sitter.professional)
    users.change_master_key(office, {mine.id: WORDS})
    newer = office.desk.store.path
    office.close(back_up=False)
    for name, content in old.items():
        (office.folder.path / name).write_bytes(content)
    office.folder.keys.write_bytes(keys)

    with pytest.raises(KeyFileForeignError):
        open_store(office.folder.path, WORDS)

    assert newer.exists()
    shutil.copy(office.folder.spare_keys, office.folder.keys)
    open_store(office.folder.path, WORDS).close(back_up=False)


def test_a_store_that_could_not_be_made_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "store"
    with no_act_gets_through(monkeypatch):
        make_store(place, NEW, cost=TEST_COST)
    assert not list(place.glob("*.db*"))
    made, _code = make_store(place, NEW, cost=TEST_COST)
    assert check_office(made).is_whole
    made.close(back_up=False)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is of POSIX systems")
def test_work_that_is_killed_is_done_anew_or_was_done(office: Office, tmp_path: Path) -> None:
    """Making a store and restoring one, ended at more and more steps."""
    backup = office.back_up("asked")
    place = tmp_path / "place"

    def make() -> Office:
        return make_store(place, NEW, cost=TEST_COST)[0]

    def restore() -> Office:
        return restore_backup(backup.path, place, WORDS)

    for work in (make, restore):
        step, is_done = 40, False
        while not is_done:
            is_done = crash_at(work, step)
            done = open_store(place, WORDS) if (place / "keys.json").exists() else work()
            assert check_office(done).is_whole
            with done.desk.read() as look, office.desk.read() as there:
                assert look.info.install_id != there.info.install_id
            done.close(back_up=False)
            shutil.rmtree(place)
            step = step * 8 // 5


def test_a_restore_cut_short_never_opens_as_the_install_it_copies(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = office.back_up("asked")
    office.close(back_up=False)
    target = tmp_path / "restored"
    with no_act_gets_through(monkeypatch):
        restore_backup(backup.path, target, WORDS)
    assert not (target / "keys.json").exists()

    restored = restore_backup(backup.path, target, WORDS)

    assert check_office(restored).is_whole
    restored.close(back_up=False)


def test_a_damaged_backup_is_refused_and_the_folder_can_be_used_again(
    office: Office, tmp_path: Path
) -> None:
    register_person(office.desk, given_name="Tomos", usual_places="the slipway " * 2_000)
    good, bad = office.back_up("asked"), office.back_up("asked")
    office.close(back_up=False)
    (database,) = bad.path.glob("*.db")
    altered = bytearray(database.read_bytes())
    altered[len(altered) // 2] ^= 4
    database.write_bytes(altered)
    target = tmp_path / "restored"
    with pytest.raises((StoreError, BackupError)):
        restore_backup(bad.path, target, WORDS)

    restore_backup(good.path, target, WORDS).close(back_up=False)


def test_a_backup_needs_no_shared_memory_and_restores_from_where_nothing_can_be_written(
    office: Office, tmp_path: Path
) -> None:
    """As on a network drive; and as on a disk that is set to read only."""
    from coordinator.db.copies import copy_database
    from coordinator.db.engine import Access

    store = office.desk.store
    target = tmp_path / "copy.db"
    (tmp_path / "copy.db-shm").mkdir()  # the file SQLite would map cannot be made
    copy_database(Access(store.path, store.keyspec), Access(target, store.keyspec))
    assert target.exists()

    backup = office.back_up("asked")
    (database,) = backup.path.glob("*.db")
    database.with_name(database.name + "-shm").mkdir()
    restore_backup(backup.path, tmp_path / "restored", WORDS).close(back_up=False)


def test_a_backup_stays_though_the_clock_went_back(office: Office, clock: Clock) -> None:
    for _day in range(30):
        clock.move(days=1)
        register_person(office.desk, given_name="Tomos")
        office.back_up("closing")
    clock.at -= timedelta(days=4_000)

    made = office.back_up("closing")

    assert made.path in {one.path for one in list_backups(office.folder.backups)}
    assert len(list_backups(office.folder.backups)) < 15


def test_a_store_being_made_is_not_made_twice(tmp_path: Path) -> None:
    from coordinator.casework.stores.founding import in_the_making
    from coordinator.runtime.folders import StoreFolder

    folder = StoreFolder(tmp_path / "store")
    with in_the_making(folder) as lock:
        with pytest.raises(StoreBusyError):
            make_store(folder.path, NEW, cost=TEST_COST)
        assert folder.unfinished.exists()
    lock.release()


def test_the_source_of_a_restored_store_is_the_one_given(
    office: Office, tmp_path: Path, clock: Clock
) -> None:
    backup = office.back_up("asked")
    office.close(back_up=False)
    clock.move(days=3)
    restored = restore_backup(backup.path, tmp_path / "new", WORDS, source=Source(now=clock))
    with restored.desk.read() as look:
        last = look.history.acts(limit=1)[0]
    assert (last.name, last.at) == ("store.restored", clock.at)
    restored.close(back_up=False)


def test_a_store_can_be_made_where_the_last_try_died_while_taking_the_lock(tmp_path: Path) -> None:
    place = StoreFolder(tmp_path / "store")
    place.make()
    (place.path / f"{place.lock_owner.name}.x7k2{PART}").touch()  # as `write_atomically` begins

    made, _code = make_store(place.path, NEW, cost=TEST_COST)
    made.close(back_up=False)
