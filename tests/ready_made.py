"""New stores without the wait: tables are made once, then copied and given the store's own key.

The steps that make them take a third of a second, and hundreds of tests need a store with keys of
its own. Programs that the tests start, and the tests of the steps themselves, run all of them.
"""

import shutil
from functools import cache
from pathlib import Path

import pytest

from coordinator.casework.stores import founding
from coordinator.db import migrating
from coordinator.db.engine import Access, KeySpec, check_encrypted, connect
from coordinator.db.migrating import make_database
from tests.stores import keyspec


@pytest.fixture(autouse=True, scope="session")
def _tables_are_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    @cache
    def made() -> Path:
        path = tmp_path_factory.mktemp("tables") / "empty.db"
        make_database(path, keyspec)
        return path

    steps = migrating._step_folders

    def copied(path: Path, own: KeySpec) -> None:
        if migrating._step_folders is not steps:  # a test wants an older store
            make_database(path, own)
            return
        shutil.copy(made(), path)
        connection = connect(Access(path, keyspec))
        try:
            connection.execute(f'PRAGMA rekey = "{own()}"')
        finally:
            connection.close()
        check_encrypted(path)

    founding.make_database = copied  # type: ignore[attr-defined, assignment]
