"""Making the tables of a new store and bringing older ones up to date: the same frozen steps.

Around them: a newer store is refused, a verified backup comes first, foreign keys are off outside
the one transaction and checked before its end, triggers are made anew.
"""

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from coordinator.db import migrations
from coordinator.db.engine import Access, KeySpec, check_encrypted, connect, make_engine
from coordinator.db.faults import translated
from coordinator.db.schema import SCHEMA_NUMBER, drop_guards, make_guards
from coordinator.db.store import Store
from coordinator.domain.errors import StoreDamagedError, StoreNewerError
from coordinator.runtime.folders import check_room

_ROOM = 3  # times the file: the backup, the rebuilt tables, the write-ahead log


def make_database(path: Path, keyspec: KeySpec) -> None:
    """Make a new database with its tables; encrypted, or not at all.

    Raises:
        CipherMissingError: It would have been written in clear.
        StoreFullError, StoreReadOnlyError: No room or no right.
    """
    _migrate(Access(path, keyspec, create=True, references=False))
    check_encrypted(path)


def bring_up_to_date(store: Store, back_up: Callable[[], object]) -> None:
    """Run the steps a store has not seen; nothing happens when it has seen them all.

    Args:
        store: Unlocked; nobody works on it yet.
        back_up: Makes a verified backup; called before anything is touched.

    Raises:
        StoreNewerError: A newer program wrote the store.
        StoreFullError: There is no room for backup and rebuilding.
        BackupError: The backup does not check out; nothing was touched.
    """
    found = _number_of(Access(store.path, store.keyspec))
    if found > SCHEMA_NUMBER:
        raise StoreNewerError(ours=SCHEMA_NUMBER, found=found)
    if found == SCHEMA_NUMBER:
        return
    check_room(store.path.parent, _ROOM * store.path.stat().st_size)
    back_up()
    _migrate(Access(store.path, store.keyspec, references=False))


def _number_of(access: Access) -> int:
    with translated():
        connection = connect(access)
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()


def _migrate(access: Access) -> None:
    engine = make_engine(access)
    try:
        with translated(), engine.begin() as connection:
            drop_guards(connection)
            _run_steps(connection)
            make_guards(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise StoreDamagedError
            connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_NUMBER}")
    finally:
        engine.dispose()


def _step_folders() -> list[Path]:
    return [Path(migrations.__file__).parent / "versions"]


def _run_steps(connection: Connection) -> None:
    from alembic import command  # heavy, and needed only when there is a step to run
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "coordinator.db:migrations")
    config.set_main_option("path_separator", "os")
    folders = os.pathsep.join(map(str, _step_folders()))
    config.set_main_option("version_locations", folders.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
