"""Connections that fail closed: encrypted or not at all.

Why each check is there: another SQLite bound into the process makes the library write in clear
without a word, temporary files on disk hold clear text, and an empty file opens as a new store.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from coordinator.db.faults import translated
from coordinator.domain.errors import (
    CipherMissingError,
    StoreDamagedError,
    StoreMissingError,
    StorePlaceError,
)

KeySpec = Callable[[], str]
"""Gives the raw key as SQLCipher wants it, `x'<64 hex digits>'`; raises once it was wiped."""

_CACHE_MB = 16
_LARGE = 500 << 20  # bytes; from here on scattered reads gain two to three times from more cache
_LARGE_CACHE_MB = 64
_SMALLEST = 512  # bytes; the library takes anything smaller for a new, empty database
_PLAIN = b"SQLite format 3\0"
_BUSY_S = 5

COMPILED: LRUCache[object, object] = LRUCache(1_000)
"""Statements as they were compiled, the last so many: more than the screens and papers ask."""

_ALWAYS = ("foreign_keys=ON", "recursive_triggers=OFF", "trusted_schema=OFF", "secure_delete=ON",
           "temp_store=MEMORY", "mmap_size=0", "cell_size_check=ON")  # fmt: skip
_MUST_HOLD = {"temp_store": 2, "secure_delete": 1, "recursive_triggers": 0}


@dataclass(frozen=True, slots=True)
class Access:
    """How a database file is opened.

    `create` makes it, `read_only` never writes; without `references` foreign keys are not watched,
    which only a migration wants (it rebuilds tables, and would delete children without a word).
    A database opened `alone` is nobody else's meanwhile, such as a backup: it needs no shared
    memory, so that it may lie on a network drive, or on one that cannot be written to.
    """

    path: Path
    keyspec: KeySpec
    create: bool = False
    read_only: bool = False
    references: bool = True
    alone: bool = False


class _Dialect(SQLiteDialect_pysqlite):
    """One is as good as another, so that what one connection compiled serves all.

    A store has a connection to write and one to read, and is opened anew after each lock; to
    compile the statements of one page takes longer than to run them.
    """

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))


registry.register("sqlcipher", __name__, _Dialect.__name__)


def connect(access: Access) -> driver.Connection:
    """Open one connection, keyed and set.

    Raises:
        CipherMissingError: The SQLite in this process does not encrypt.
        StoreMissingError: There is no such file.
        StoreDamagedError: The file is too short to be a store.
        WrongKeyError: The key does not open it, or its first page is damaged.
    """
    if not access.create:
        _check_size(access.path)
    with translated():
        connection = driver.connect(
            f"file:{quote(os.fspath(access.path))}?{_mode(access)}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            timeout=_BUSY_S,
        )
        try:
            _key(connection, access)
            _set(connection, access)
        except BaseException:
            connection.close()
            raise
    return connection


def make_engine(access: Access) -> Engine:
    """Make the one-connection engine of one thread; transactions begin when we say so."""
    engine = create_engine(
        f"sqlcipher:///{os.fspath(access.path)}",
        module=driver,
        creator=lambda: connect(access),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,
        execution_options={"compiled_cache": COMPILED},
    )
    begin = "BEGIN" if access.read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def check_encrypted(path: Path) -> None:
    """Look at the first bytes of a new file, while nobody has it open.

    Raises:
        CipherMissingError: It is a plain database; it is removed before anything is in it.
    """
    with path.open("rb") as file:
        plain = file.read(len(_PLAIN)) == _PLAIN
    if plain:
        path.unlink()
        raise CipherMissingError


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size  # stat, never open: closing a handle would drop SQLite's locks
    except OSError:
        raise StoreMissingError from None
    if size < _SMALLEST:
        raise StoreDamagedError


def _mode(access: Access) -> str:
    if access.read_only:
        return "mode=ro&immutable=1" if access.alone else "mode=ro"
    return "mode=rwc" if access.create else "mode=rw"


def _key(connection: driver.Connection, access: Access) -> None:
    if not connection.execute("PRAGMA cipher_version").fetchone():
        raise CipherMissingError
    connection.execute("PRAGMA cipher_log_level = NONE")  # the library writes to stderr otherwise
    connection.set_key(access.keyspec())  # not SQL text, so never traced
    if access.alone and not access.read_only:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _set(connection: driver.Connection, access: Access) -> None:
    for pragma in (*_ALWAYS, f"cache_size={-1024 * _cache_mb(access.path)}"):
        connection.execute(f"PRAGMA {pragma}")
    if not access.read_only:
        if connection.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
            raise StorePlaceError(kind="network")  # no shared memory: a network folder
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA journal_size_limit=67108864")
    if not access.references:
        connection.execute("PRAGMA foreign_keys=OFF")
    must_hold = _MUST_HOLD | {"foreign_keys": int(access.references)}
    for pragma, wanted in must_hold.items():
        if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != wanted:
            raise CipherMissingError


def _cache_mb(path: Path) -> int:
    is_large = path.exists() and path.stat().st_size > _LARGE
    return _LARGE_CACHE_MB if is_large else _CACHE_MB
