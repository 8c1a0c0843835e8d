"""Older stores are brought up to date whole, after a backup, or stay as they were."""

import re
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError

from coordinator.casework.people.entering import add_alias, register_person
from coordinator.casework.stores.founding import make_store
from coordinator.casework.stores.opening import Office, open_store
from coordinator.casework.stores.restoring import check_office, restore_backup
from coordinator.db import migrating
from coordinator.db.backups import list_backups
from coordinator.db.engine import Access, connect
from coordinator.db.models import Alias, ContactRow, HeldBack, Person, Table
from coordinator.db.schema import GUARDS, SCHEMA_NUMBER
from coordinator.db.search import find
from coordinator.domain.errors import StoreDamagedError, StoreFullError
from coordinator.vault.costs import TEST_COST
from tests.offices import NEW, WORDS
from tests.stores import keyspec

REBUILD = f'''
"""A step that rebuilds a table other tables point at, and changes what it holds."""
from alembic import op
import sqlalchemy as sa

revision = "{SCHEMA_NUMBER + 1:04}"
down_revision = "{SCHEMA_NUMBER:04}"


def upgrade():
    with op.batch_alter_table(
        "person", recreate="always", table_kwargs={{"sqlite_with_rowid": False}}
    ) as person:
        person.add_column(sa.Column("shoe_size", sa.Integer()))
    op.execute("UPDATE person SET shoe_size = 42")
'''
ORPHANS = REBUILD + '    op.execute("DELETE FROM person")\n'
BREAKS = REBUILD + "    raise RuntimeError('half way')\n"


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program one schema newer: write its last step into the file given."""
    steps = tmp_path / "steps"
    steps.mkdir()
    own = Path(migrating.__file__).parent / "migrations" / "versions"
    monkeypatch.setattr(migrating, "_step_folders", lambda: [own, steps])
    monkeypatch.setattr(migrating, "SCHEMA_NUMBER", SCHEMA_NUMBER + 1)
    return steps / "shoes.py"


def asked(office: Office, statement: str) -> list[tuple[object, ...]]:
    return _asked(Access(office.desk.store.path, office.desk.store.keyspec), statement)


def _asked(access: Access, statement: str) -> list[tuple[object, ...]]:
    connection = connect(access)
    try:
        return list(connection.execute(statement).fetchall())
    finally:
        connection.close()


def schema_of(access: Access) -> set[tuple[object, ...]]:
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%'"
    rows = _asked(access, f"{query} AND name NOT LIKE 'sqlite_autoindex_alembic%'")
    return {(kind, name, table, _in_order(str(sql or ""))) for kind, name, table, sql in rows}


def _in_order(sql: str) -> tuple[str, ...]:
    """Take a definition apart at its commas: the order of constraints means nothing.

    Nor do the quotes around the name of a table that was rebuilt.
    """
    bare = re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", sql)
    flat = re.sub(r"\s*\)\s*WITHOUT ROWID", ", WITHOUT ROWID", re.sub(r"\s+", " ", bare))
    return tuple(sorted(part.strip(" ()") for part in re.split(r", (?=[A-Za-z])", flat)))


@pytest.fixture
def older(office: Office) -> Office:
    """A store with somebody in it who has another name as well; closed, without a backup."""
    person = register_person(office.desk, given_name="Tomos", family_name="Gray").result
    add_alias(office.desk, person, "Tommo")
    office.close(back_up=False)
    return office


def test_no_step_imports_the_models() -> None:
    steps = Path(migrating.__file__).parent / "migrations" / "versions"
    named = [step.name for step in steps.glob("*.py") if "db.models" in step.read_text("utf-8")]
    assert named == []


def test_the_steps_make_what_the_models_say(template: Path, tmp_path: Path) -> None:
    """Tables, indexes and triggers alike."""
    from sqlalchemy import create_engine

    from coordinator.db.schema import make_guards

    plain = tmp_path / "models.db"
    engine = create_engine(
        f"sqlite:///{plain}",
        module=driver,
        creator=lambda: connect(Access(plain, keyspec, create=True)),
    )
    with engine.begin() as connection:
        Table.metadata.create_all(connection)
        make_guards(connection)
    engine.dispose()
    assert schema_of(Access(template, keyspec)) == schema_of(Access(plain, keyspec))


def test_a_step_that_rebuilds_a_parent_keeps_its_children_and_the_triggers(
    older: Office, newer: Path
) -> None:
    newer.write_text(REBUILD)
    folder = older.folder

    office = open_store(folder.path, WORDS)

    with office.desk.read() as look:
        assert look.people.count() == 1
        assert [one.name for one in look.session.query(Alias)] == ["Tommo"]
        assert len(find(look.session, "tomos")) == 1
    assert asked(office, "SELECT shoe_size FROM person") == [(42,)]
    assert asked(office, "PRAGMA user_version") == [(SCHEMA_NUMBER + 1,)]
    triggers = {
        row[0] for row in asked(office, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
    }
    assert len(triggers) >= len(GUARDS)
    with (
        pytest.raises(DBAPIError, match="change_is_kept"),
        office.desk.store.transaction(office.desk.stamp()) as tx,
    ):
        tx.session.connection().exec_driver_sql("DELETE FROM change_row")
    assert check_office(office).is_whole
    register_person(office.desk, given_name="Anna")
    office.close(back_up=False)


def test_what_was_held_back_in_a_store_of_the_step_before_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The step that came with work packs, on a store made without it."""
    own = Path(migrating.__file__).parent / "migrations" / "versions"
    before = tmp_path / "before"
    before.mkdir()
    for step in own.glob("000[1-7]*.py"):
        shutil.copy(step, before)
    with monkeypatch.context() as then:
        then.setattr(migrating, "_step_folders", lambda: [before])
        then.setattr(migrating, "SCHEMA_NUMBER", 7)
        office, _code = make_store(tmp_path / "store", NEW, cost=TEST_COST)
        held = "INSERT INTO held_back VALUES (x'05', zeroblob(16), 'scope', '{}', 7)"
        with office.desk.store.transaction(office.desk.stamp()) as tx:
            tx.session.connection().exec_driver_sql(held)
            tx.is_local()
        office.close(back_up=False)

    office = open_store(tmp_path / "store", WORDS)

    with office.desk.read() as look:
        (row,) = look.session.query(HeldBack)
        assert (row.id, row.pack, row.told_in, row.settled_how) == (b"\x05", "", None, "")
        assert look.session.query(ContactRow).all() == []
    assert check_office(office).is_whole
    office.close(back_up=False)


def test_a_verified_backup_comes_before_a_migration_and_opens_as_it_was(
    older: Office, newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer.write_text(REBUILD)
    open_store(older.folder.path, WORDS).close(back_up=False)

    (backup,) = list_backups(older.folder.backups)
    assert backup.reason == "migration"
    monkeypatch.setattr(migrating, "SCHEMA_NUMBER", SCHEMA_NUMBER)
    restored = restore_backup(backup.path, tmp_path / "restored", WORDS)
    assert asked(restored, "PRAGMA user_version") == [(SCHEMA_NUMBER,)]
    assert check_office(restored).is_whole
    restored.close(back_up=False)


@pytest.mark.parametrize(("step", "fault"), [(ORPHANS, StoreDamagedError), (BREAKS, RuntimeError)])
def test_a_step_that_fails_leaves_the_store_as_it_was(
    older: Office, newer: Path, step: str, fault: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    newer.write_text(step)
    with pytest.raises(fault):
        open_store(older.folder.path, WORDS)

    monkeypatch.setattr(migrating, "SCHEMA_NUMBER", SCHEMA_NUMBER)
    office = open_store(older.folder.path, WORDS)
    with office.desk.read() as look:
        assert [one.given_name for one in look.session.query(Person)] == ["Tomos"]
    assert check_office(office).is_whole
    office.close(back_up=False)


def test_no_room_for_the_backup_is_told_before_anything_is_touched(
    older: Office, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coordinator.runtime import folders

    newer.write_text(REBUILD)
    monkeypatch.setattr(folders, "free_bytes", lambda _folder: 1 << 16)
    with pytest.raises(StoreFullError):
        open_store(older.folder.path, WORDS)
    assert list_backups(older.folder.backups) == []


def test_an_older_backup_is_brought_up_to_date_while_it_is_restored(
    older: Office, newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "SCHEMA_NUMBER", SCHEMA_NUMBER)
    office = open_store(older.folder.path, WORDS)
    backup = office.back_up("asked")
    office.close(back_up=False)
    newer.write_text(REBUILD)
    monkeypatch.setattr(migrating, "SCHEMA_NUMBER", SCHEMA_NUMBER + 1)

    restored = restore_backup(backup.path, tmp_path / "restored", WORDS)

    assert asked(restored, "SELECT shoe_size FROM person") == [(42,)]
    assert check_office(restored).is_whole
    restored.close(back_up=False)
