"""Copies of a database under another key, and whether a database is whole.

Files of an open database are never copied: SQLite's own backup makes one consistent copy while
others go on working.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from coordinator.db.engine import Access, connect
from coordinator.db.faults import translated
from coordinator.domain.errors import BackupError, CancelledError
from coordinator.domain.progress import Progress, Unwatched
from coordinator.runtime.writing import PART, store_faults
from coordinator.runtime.writing import replace as take_name

_PAGES = 200  # a step; 0.8 MB: the driver lets no other thread of ours run during one
_STEPS = 5_000  # of a check, between two looks at whether somebody stopped it; some milliseconds


def copy_database(source: Access, target: Access, progress: Progress | None = None) -> None:
    """Copy a database page by page and verify the copy.

    The copy is of one moment, and others go on writing: the whole of it is one look at the source.
    Without that look SQLite would begin again with each act that is done meanwhile.

    Args:
        source: What is copied; opened for reading only. `alone` when it is a backup.
        target: Where to, under which key; the file must not exist yet. A network drive will do.
        progress: Told in pages.

    Raises:
        BackupError: The copy does not check out (`pages`, `rows`).
        CancelledError: The person stopped it; the half copy is removed.
        StoreFullError, StoreReadOnlyError: There is no room for it, or it went away.
    """
    watch = progress or Unwatched()
    try:
        with translated():
            _copy(source, target, watch)
            _verify(target, watch)
        with store_faults():
            _reach_disk(target.path)
    except BaseException:
        _remove(target.path)
        raise


def compact(access: Access) -> None:
    """Write a database anew without the gaps that filling it in bulk left; nobody has it open.

    Raises:
        StoreFullError: There is no room for the second copy; the first is as it was.
    """
    part = access.path.with_name(access.path.name + PART)
    part.unlink(missing_ok=True)
    with translated():
        connection = connect(access)
        try:
            connection.execute("VACUUM INTO ?", (str(part),))
        finally:
            connection.close()
    with store_faults():
        take_name(part, access.path)


def _copy(source: Access, target: Access, watch: Progress) -> None:
    reader = connect(replace(source, read_only=True))
    try:
        writer = connect(replace(target, create=True, alone=True))
        try:
            _look(reader)
            reader.backup(
                writer,
                pages=_PAGES,
                progress=lambda _status, left, total: watch.step(total - left, total),
            )
            # Closing would do it too, but keep every other thread waiting until all is on disk.
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            writer.close()
    finally:
        reader.close()


def _look(reader: driver.Connection) -> None:
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM sqlite_master").fetchone()  # begun: one moment


def _verify(target: Access, watch: Progress) -> None:
    for fault in page_faults(replace(target, alone=True), watch):
        raise BackupError(fault)


def page_faults(access: Access, progress: Progress | None = None) -> list[str]:
    """Check every page of a database that nobody else writes to.

    The write-ahead log is folded in first: a check beside it raises false alarms after a crash.

    Args:
        access: The database.
        progress: Asked now and then whether somebody stopped the check; nobody can know how far
            it is.

    Returns:
        What fails: `seal` (a page was altered outside the program), `pages` (SQLite's own check),
        `references` (a row names one that is not there), `search` (the index is not its words).

    Raises:
        CancelledError: Somebody stopped it.
        StoreError: It is damaged so far that it cannot even be checked.
    """
    with translated():
        connection = connect(access)
        try:
            if not access.read_only:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            with _stoppable(connection, progress or Unwatched()):
                return _faults(connection, with_search=not access.read_only)
        finally:
            connection.close()


@contextmanager
def _stoppable(connection: driver.Connection, watch: Progress) -> Iterator[None]:
    """Break a check off when somebody stops it; what it found by then is of no worth."""
    stopped: list[CancelledError] = []

    def is_stopped() -> bool:
        try:
            watch.step(0, 0)
        except CancelledError as error:
            stopped.append(error)
        return bool(stopped)

    watch.step(0, 0)
    connection.set_progress_handler(is_stopped, _STEPS)
    try:
        yield
    except driver.OperationalError:
        if not stopped:
            raise
    finally:
        connection.set_progress_handler(None, 0)
        for error in stopped:
            raise error


def _faults(connection: driver.Connection, *, with_search: bool) -> list[str]:
    if connection.execute("PRAGMA cipher_integrity_check").fetchone():
        return ["seal"]
    if not _pages_hold(connection):
        return ["pages"]
    found = []
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        found.append("references")
    if with_search and not _search_holds(connection):  # that check is a command, so it writes
        found.append("search")
    return found


def _pages_hold(connection: driver.Connection) -> bool:
    try:
        return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except driver.DatabaseError:  # damaged so far that the check itself falls over
        return False


def _search_holds(connection: driver.Connection) -> bool:
    try:
        connection.execute(
            "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)"
        )
    except driver.DatabaseError:
        return False
    return True


def _reach_disk(path: Path) -> None:
    with store_faults():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _remove(path: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
