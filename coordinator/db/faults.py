"""The driver's complaints about the file, turned into ours by SQLite's result code."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as driver
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from coordinator.domain.errors import (
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreMissingError,
    StoreReadOnlyError,
    WrongKeyError,
)

# SQLite's primary result codes when the file, the disk or its place is to blame; every other code
# is a bug of ours and passes through. Source: https://www.sqlite.org/rescode.html
_TROUBLE: dict[int, type[StoreError]] = {
    5: StoreBusyError,
    6: StoreBusyError,
    8: StoreReadOnlyError,
    10: StoreDamagedError,
    11: StoreDamagedError,
    13: StoreFullError,
    14: StoreMissingError,
    26: WrongKeyError,
}
# A backup that breaks off is raised by the driver without its code, with SQLite's own fixed words
# for it. Source: `sqlite3_errstr`, https://www.sqlite.org/c3ref/errcode.html
_CODES = {
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
}
_PRIMARY = 0xFF  # extended codes keep the primary code in the low byte


def trouble(error: BaseException | None) -> StoreError | None:
    """Name what is wrong with the file, or nothing when the file is not to blame."""
    if isinstance(error, StaleDataError):  # counted by us, written by somebody else meanwhile
        return StoreBusyError()
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, driver.Error):
        code = _CODES.get(str(error))
    kind = _TROUBLE.get((code or 0) & _PRIMARY)
    return kind() if kind else None


@contextmanager
def translated() -> Iterator[None]:
    """Raise our error where the driver raised its own about the file.

    Raises:
        StoreError: The file refused the work (no room, damaged, busy, read only, wrong key).
    """
    try:
        yield
    except (DBAPIError, StaleDataError, driver.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if found := trouble(cause):
            raise found from None  # the driver's text can quote what was being written
        raise
