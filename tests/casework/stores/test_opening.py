"""Making, opening, closing, backing up, restoring and checking a store; who may open it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.people.entering import register_person
from coordinator.casework.stores import users
from coordinator.casework.stores.founding import NewStore, make_store
from coordinator.casework.stores.opening import Office, Source, open_store, open_with_code
from coordinator.casework.stores.restoring import check_office, restore_backup
from coordinator.db.backups import list_backups
from coordinator.db.models import Professional
from coordinator.db.schema import SCHEMA_NUMBER
from coordinator.domain.errors import (
    KeyFileForeignError,
    KeyFileMissingError,
    LastKeyError,
    RecoveryCodeError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreExistsError,
    StoreMissingError,
    StoreNewerError,
    WeakPassphraseError,
    WrongKeyError,
    WrongSecretError,
)
from coordinator.domain.roles import Right, Role
from coordinator.domain.stores.checking import StoreFaultKind
from coordinator.vault.costs import TEST_COST
from tests.stores import Clock

WORDS = "kestrel harbour violin ember"
OTHER_WORDS = "lantern gorse pilchard slate"
NEW = NewStore(
    panel="Kerrow Complex Needs Panel",
    prefix="kp",
    agency="Kerrow Council",
    person="Aled Hâf",
    passphrase=WORDS,
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def source(clock: Clock) -> Source:
    return Source(now=clock)


@pytest.fixture
def office(place: Path, source: Source) -> Iterator[Office]:
    made, _code = make_store(place, NEW, source=source, cost=TEST_COST)
    yield made
    if made.lock.is_held:
        made.close(back_up=False)


def a_second_person(office: Office) -> object:
    desk = office.desk
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        chair = tx.add(
            Professional(
                id=desk.new_id(),
                name="Morwenna Tregear",
                agency_id=desk.sitter.agency,
                role=Role.CHAIR,
            )
        )
        tx.journal("professional.added", record=chair.id)
    return chair.id


def test_a_store_opens_for_whoever_it_was_made_by(office: Office, place: Path) -> None:
    me = office.desk.sitter
    register_person(office.desk, given_name="Tomos")
    office.close()

    again = open_store(place, WORDS)

    assert again.desk.sitter == me
    with again.desk.read() as look:
        assert look.people.count() == 1
    again.close()


def test_a_wrong_passphrase_opens_nothing(office: Office, place: Path) -> None:
    office.close()
    with pytest.raises(WrongSecretError):
        open_store(place, "not the words at all")


def test_a_store_is_open_once_at_a_time(office: Office, place: Path) -> None:
    with pytest.raises(StoreBusyError):
        open_store(place, WORDS)


def test_a_store_is_never_made_over_something(place: Path) -> None:
    place.mkdir()
    (place / "notes.txt").write_text("mine")
    with pytest.raises(StoreExistsError):
        make_store(place, NEW, cost=TEST_COST)
    assert [file.name for file in place.iterdir()] == ["notes.txt"]


def test_a_weak_passphrase_makes_no_store(place: Path) -> None:
    from dataclasses import replace

    with pytest.raises(WeakPassphraseError):
        make_store(place, replace(NEW, passphrase="short"), cost=TEST_COST)
    assert not place.exists()


def test_the_recovery_code_opens_and_says_so_in_the_journal(place: Path, source: Source) -> None:
    made, code = make_store(place, NEW, source=source, cost=TEST_COST)
    made.close()
    slip = code.replace(code[3], "7" if code[3] != "7" else "8", 1)
    with pytest.raises(RecoveryCodeError):
        open_with_code(place, slip)

    office = open_with_code(place, code.lower(), source=source)

    with office.desk.read() as look:
        assert look.history.acts(limit=1)[0].name == "store.opened_with_code"
    user = users.read_users(office.desk)[0]
    users.give_passphrase(office, user.id, OTHER_WORDS)
    office.close()
    open_store(place, OTHER_WORDS).close(back_up=False)


def test_a_user_is_added_and_sits_down_as_themselves(
    office: Office, place: Path, clock: Clock
) -> None:
    chair = a_second_person(office)
    clock.move(minutes=1)
    users.add_user(office, chair, Role.CHAIR, OTHER_WORDS)  # type: ignore[arg-type]
    assert [user.name for user in users.read_users(office.desk)] == [
        "Aled Hâf",
        "Morwenna Tregear",
    ]
    office.close()

    again = open_store(place, OTHER_WORDS)

    assert (again.desk.sitter.professional, again.desk.sitter.role) == (chair, Role.CHAIR)
    again.close(back_up=False)


def test_a_removed_user_gets_in_no_more_and_the_last_stays(office: Office, place: Path) -> None:
    chair = a_second_person(office)
    user = users.add_user(office, chair, Role.CHAIR, OTHER_WORDS)  # type: ignore[arg-type]
    users.remove_user(office, user, reason="left the council")
    with pytest.raises(LastKeyError):
        users.remove_user(office, users.read_users(office.desk)[0].id)
    office.close()

    with pytest.raises(WrongSecretError):
        open_store(place, OTHER_WORDS)
    open_store(place, WORDS).close(back_up=False)


def test_an_older_key_file_put_back_is_noticed(office: Office, place: Path) -> None:
    old = (place / "keys.json").read_bytes()
    chair = a_second_person(office)
    user = users.add_user(office, chair, Role.CHAIR, OTHER_WORDS)  # type: ignore[arg-type]
    users.remove_user(office, user)
    office.close()
    (place / "keys.json").write_bytes(old)

    with pytest.raises(KeyFileForeignError):
        open_store(place, WORDS)


def test_a_new_master_key_shuts_out_who_was_not_in_the_room(office: Office, place: Path) -> None:
    chair = a_second_person(office)
    users.add_user(office, chair, Role.CHAIR, OTHER_WORDS)  # type: ignore[arg-type]
    mine = users.read_users(office.desk)[0]
    register_person(office.desk, given_name="Tomos")
    before = office.desk.store.path

    done = users.change_master_key(office, {mine.id: WORDS})

    assert not before.exists()
    assert done.without_way_in == (users.read_users(office.desk)[1].id,)
    assert check_office(office).is_whole
    office.close()
    with pytest.raises(WrongSecretError):
        open_store(place, OTHER_WORDS)
    again = open_store(place, WORDS)
    with again.desk.read() as look:
        assert look.people.count() == 1
    users.give_passphrase(again, done.without_way_in[0], OTHER_WORDS)
    again.close()
    open_store(place, OTHER_WORDS).close(back_up=False)


def test_closing_backs_up_what_is_new_and_nothing_twice(office: Office, place: Path) -> None:
    register_person(office.desk, given_name="Tomos")
    office.close()
    assert [b.reason for b in list_backups(place / "backups")] == ["closing"]

    open_store(place, WORDS).close()

    assert len(list_backups(place / "backups")) == 1


def test_a_backup_comes_back_as_a_new_install(office: Office, place: Path, tmp_path: Path) -> None:
    person = register_person(office.desk, given_name="Tomos").result
    backup = office.back_up("asked")
    register_person(office.desk, given_name="Anna")
    with office.desk.read() as look:
        install = look.info.install_id
    office.close(back_up=False)

    restored = restore_backup(backup.path, tmp_path / "restored", WORDS)

    with restored.desk.read() as look:
        assert look.people.count() == 1
        assert look.people.by_reference("KP-0001").id == person
        assert look.info.install_id != install
    assert check_office(restored).is_whole
    restored.close(back_up=False)


def test_a_restore_never_writes_over_anything(office: Office, place: Path) -> None:
    backup = office.back_up("asked")
    office.close(back_up=False)
    with pytest.raises(StoreExistsError):
        restore_backup(backup.path, place, WORDS)


def test_a_fresh_store_is_whole(office: Office) -> None:
    register_person(office.desk, given_name="Tomos")
    report = check_office(office)
    assert report.is_whole
    assert report.acts == 2


def test_a_row_changed_past_the_log_is_found(office: Office) -> None:
    register_person(office.desk, given_name="Tomos")
    _run_sql(office, "UPDATE person SET phone = '01632 960001'")
    found = [fault.kind for fault in check_office(office).faults]
    assert found == [StoreFaultKind.ROW_UNLIKE_LOG]


def test_a_change_taken_out_of_the_log_is_found(office: Office) -> None:
    register_person(office.desk, given_name="Tomos")
    _run_sql(office, "DROP TRIGGER change_is_kept")
    _run_sql(
        office,
        "DELETE FROM change_row WHERE name_key IN"
        " (SELECT key FROM field_name WHERE field = 'given_name')",
    )
    found = {fault.kind for fault in check_office(office).faults}
    assert found == {StoreFaultKind.CHANGE_MISSING, StoreFaultKind.ROW_UNLIKE_LOG}


def test_a_change_whose_author_was_altered_is_found(office: Office) -> None:
    register_person(office.desk, given_name="Tomos")
    _run_sql(office, "DROP TRIGGER change_is_final")
    _run_sql(office, "UPDATE change_row SET number = number + 100")
    found = {fault.kind for fault in check_office(office).faults}
    assert found == {StoreFaultKind.CHANGE_ALTERED}


def test_an_entry_of_the_journal_that_was_altered_is_found(office: Office) -> None:
    register_person(office.desk, given_name="Tomos")
    _run_sql(office, "DROP TRIGGER act_is_final")
    _run_sql(office, "UPDATE act SET name = 'person.corrected' WHERE number = 2")
    found = {fault.kind for fault in check_office(office).faults}
    assert found == {StoreFaultKind.CHAIN}


def _run_sql(office: Office, statement: str) -> None:
    from coordinator.db.engine import Access, connect

    store = office.desk.store
    connection = connect(Access(store.path, store.keyspec))
    connection.execute(statement)
    connection.close()


def test_what_is_no_store_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(KeyFileMissingError):
        open_store(tmp_path, WORDS)


@pytest.mark.parametrize("content", [b"", b"x", b"SQLite format 3\x00" + bytes(4096)])
def test_a_database_that_was_emptied_or_is_plain_is_refused(
    office: Office, place: Path, content: bytes
) -> None:
    database = office.desk.store.path
    office.close(back_up=False)
    database.write_bytes(content)
    with pytest.raises((StoreDamagedError, WrongKeyError)):
        open_store(place, WORDS)


def test_a_missing_database_is_told(office: Office, place: Path) -> None:
    database = office.desk.store.path
    office.close(back_up=False)
    database.unlink()
    with pytest.raises(StoreMissingError):
        open_store(place, WORDS)


def test_another_stores_key_file_is_told(office: Office, place: Path, tmp_path: Path) -> None:
    office.close(back_up=False)
    other, _ = make_store(tmp_path / "other", NEW, cost=TEST_COST)
    other.close(back_up=False)
    shutil.copy(tmp_path / "other" / "keys.json", place / "keys.json")
    with pytest.raises(KeyFileForeignError):
        open_store(place, WORDS)


def test_a_truncated_database_is_refused(office: Office, place: Path) -> None:
    database = office.desk.store.path
    office.close(back_up=False)
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    with pytest.raises(StoreError):
        open_store(place, WORDS)


def test_a_change_of_the_master_key_that_was_cut_short_leaves_the_store_as_it_was(
    office: Office, place: Path
) -> None:
    register_person(office.desk, given_name="Tomos")
    named = office.desk.store.path
    office.close()
    unfinished = named.with_name(named.name.replace("-000001", "-000002"))
    unfinished.write_bytes(b"half a copy")

    again = open_store(place, WORDS)

    assert not unfinished.exists()
    with again.desk.read() as look:
        assert look.people.count() == 1
    again.close(back_up=False)


def test_a_store_of_a_newer_program_is_refused_with_both_numbers(
    office: Office, place: Path
) -> None:
    _run_sql(office, f"PRAGMA user_version = {SCHEMA_NUMBER + 1}")
    office.close(back_up=False)
    with pytest.raises(StoreNewerError) as refused:
        open_store(place, WORDS)
    assert (refused.value.ours, refused.value.found) == (SCHEMA_NUMBER, SCHEMA_NUMBER + 1)
