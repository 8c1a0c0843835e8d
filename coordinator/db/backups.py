"""Backups of a store: each a folder with a database of its own key and a key file to it."""

import json
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from coordinator.db.copies import copy_database
from coordinator.db.engine import Access
from coordinator.db.keys import keyspec_of
from coordinator.db.store import Store
from coordinator.domain.errors import (
    BackupError,
    StoreDamagedError,
    StoreFullError,
    StoreMissingError,
    StoreReadOnlyError,
)
from coordinator.domain.progress import Progress
from coordinator.domain.stores.backups import Backup, to_drop
from coordinator.runtime.folders import StoreFolder, check_room
from coordinator.runtime.writing import store_faults, sync_folder, write_atomically
from coordinator.vault.keyring import Keyring

_NAME = re.compile(r"(\d{8}T\d{6}Z)-([a-z-]+)-[0-9a-f]{6}")
_TIME = "%Y%m%dT%H%M%SZ"
_UNFINISHED = ".part"
CHECKPOINT = "checkpoint.json"


@dataclass(frozen=True, slots=True)
class Signed:
    """The head of the journal as it left with a copy: what was signed, and the signature."""

    line: bytes
    signature: bytes


def make_backup(
    store: Store,
    keys: Keyring,
    into: Path,
    *,
    at: datetime,
    reason: str,
    signed: Signed,
    progress: Progress | None = None,
) -> Backup:
    """Make a verified backup.

    Args:
        store: The open store; others go on working.
        keys: Its keys; the copy gets another database key and the same ways in.
        into: The folder of the backups; a network or cloud folder will do.
        at: The moment of the backup.
        reason: A permanent word: `closing`, `asked`, `migration`, `restore`, `import`, `merge`,
            `keys`.
        signed: The journal's checkpoint, kept beside the copy.
        progress: Told in pages.

    Raises:
        BackupError: There is no `room` for it, its `place` cannot be written to or went away, or
            the copy does not check out; nothing is left of it.
    """
    name = f"{at.astimezone(UTC).strftime(_TIME)}-{reason}-{secrets.token_hex(3)}"
    part = into / (name + _UNFINISHED)
    folder = StoreFolder(part)
    try:
        with _told_of_the_backup(part), store_faults():
            into.mkdir(parents=True, exist_ok=True, mode=0o700)
            check_room(into, store.path.stat().st_size)
            part.mkdir(mode=0o700)
            _fill(folder, store, keys.for_copy(), signed, progress)
            part.rename(into / name)
            sync_folder(into)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return Backup(into / name, at, reason)


@contextmanager
def _told_of_the_backup(part: Path) -> Iterator[None]:
    """Say of the backup what would otherwise be said of the store, which goes on as it was.

    A drive that was pulled out looks to SQLite as damage does; which it is, writing there tells.
    """
    try:
        yield
    except StoreFullError as fault:
        raise BackupError("room") from fault
    except StoreReadOnlyError as fault:
        raise BackupError("read-only") from fault
    except StoreMissingError as fault:
        raise BackupError("broken-off") from fault
    except StoreDamagedError as fault:
        if _can_be_written(part):
            raise
        raise BackupError("broken-off") from fault


def _can_be_written(folder: Path) -> bool:
    try:
        write_atomically(folder / "probe", b"")
    except OSError:
        return False
    return True


def _fill(
    folder: StoreFolder, store: Store, keys: Keyring, signed: Signed, progress: Progress | None
) -> None:
    target = folder.database(keys.document.database)
    copy_database(Access(store.path, store.keyspec), Access(target, keyspec_of(keys)), progress)
    body = {"line": signed.line.decode("ascii"), "signature": signed.signature.hex()}
    with store_faults():
        write_atomically(folder.path / CHECKPOINT, json.dumps(body).encode())
    keys.save(folder)  # last: without its key file a folder is no backup


def read_checkpoint(folder: Path) -> Signed | None:
    """Give the checkpoint that lies in a backup; nothing when there is none that can be read."""
    try:
        body = json.loads((folder / CHECKPOINT).read_bytes())
        return Signed(str(body["line"]).encode("ascii"), bytes.fromhex(body["signature"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def list_backups(into: Path) -> list[Backup]:
    """List the finished backups in a folder, newest first; what else lies there is left alone."""
    found = []
    for path in into.glob("*-*-*") if into.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match and StoreFolder(path).keys.is_file():
            made = datetime.strptime(match[1], _TIME).replace(tzinfo=UTC)
            found.append(Backup(path, made, match[2]))
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def drop_old(into: Path, *, just_made: Path) -> int:
    """Remove the backups that need not be kept any more, and half ones of a crash. How many.

    The one that was just made stays, also where a wrong clock says that others are newer.
    """
    gone = to_drop(list_backups(into)) | set(into.glob(f"*{_UNFINISHED}"))
    gone.discard(just_made)
    for path in gone:
        shutil.rmtree(path, ignore_errors=True)
    return len(gone)
