"""Backups of an open store as somebody looks after them: which there are, elsewhere, checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from coordinator.casework.stores.opening import Office
from coordinator.casework.stores.restoring import restore_backup
from coordinator.db.backups import list_backups
from coordinator.db.copies import page_faults
from coordinator.db.engine import Access
from coordinator.db.keys import keyspec_of
from coordinator.domain.errors import (
    BackupError,
    StoreDamagedError,
    StoreMissingError,
    WrongKeyError,
)
from coordinator.domain.progress import Progress
from coordinator.domain.stores.backups import ASKED, Backup
from coordinator.runtime.folders import StoreFolder
from coordinator.vault.keyfile import database_of, read_key_file
from coordinator.vault.keyring import Keyring, reopen, unlock


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup; `size` in bytes. Every backup was verified when it was made."""

    path: Path
    made: datetime
    reason: str
    size: int


def read_backups(folder: Path) -> Sequence[BackupRow]:
    """List the finished backups in a folder, newest first; none where there is no folder."""
    return [_row(one) for one in list_backups(folder)]


def back_up_elsewhere(office: Office, into: Path, progress: Progress | None = None) -> Backup:
    """Make a verified backup in another folder, such as on a memory stick.

    Nothing half made is left there, and the store goes on whatever becomes of the drive.

    Raises:
        BackupError: `missing` (no such folder, or the drive was pulled out), `room`,
            `read-only`, or what does not check out.
        CancelledError: The person stopped it.
    """
    if not into.is_dir():
        raise BackupError("missing")
    try:
        return office.back_up(ASKED, into=into, progress=progress)
    except BackupError:
        if into.is_dir():
            raise
        raise BackupError("missing") from None


def check_backup(office: Office, backup: Path, passphrase: str = "") -> None:
    """Open a backup and check every page of it; nothing in it is written.

    Args:
        office: The open store; its key opens the backups made since the last new master key.
        backup: The folder of the backup.
        passphrase: Of the day it was made; the present key is tried when not given.

    Raises:
        KeyFileMissingError, KeyFileDamagedError, KeyFileNewerError: See `read_key_file`.
        WrongSecretError: The passphrase, or the present key, does not open it.
        BackupError: It does not check out (`fault` says which check), or is `unreadable`.
    """
    folder = StoreFolder(backup)
    document = read_key_file(folder)
    keys = unlock(document, passphrase) if passphrase else reopen(office.keys, document)
    try:
        faults = _faults(folder, keys)
    except (StoreMissingError, StoreDamagedError, WrongKeyError):
        raise BackupError("unreadable") from None
    for fault in faults:
        raise BackupError(fault)


def bring_back(
    backup: Path, target: Path, passphrase: str, progress: Progress | None = None
) -> Path:
    """Bring a backup back into an empty folder and close it again; gives that folder.

    Raises:
        StoreExistsError, StorePlaceError, StoreFullError, StoreReadOnlyError: The target will
            not do.
        KeyFileMissingError, WrongSecretError: The folder is no backup, or is not opened by this.
        BackupError: The backup does not check out, or is `unreadable`.
        CancelledError: The person stopped it.
    """
    try:
        office = restore_backup(backup, target, passphrase, progress=progress)
    except (StoreMissingError, StoreDamagedError, WrongKeyError):
        raise BackupError("unreadable") from None
    office.close(back_up=False)
    return target


def _faults(folder: StoreFolder, keys: Keyring) -> list[str]:
    lying = database_of(folder, keys.document)
    return page_faults(Access(lying, keyspec_of(keys), read_only=True, alone=True))


def _row(backup: Backup) -> BackupRow:
    return BackupRow(backup.path, backup.made, backup.reason, _size(backup.path))


def _size(folder: Path) -> int:
    total = 0
    for file in folder.iterdir() if folder.is_dir() else ():
        try:
            total += file.stat().st_size
        except OSError:
            continue  # gone meanwhile: it is a list to look at, not a promise
    return total
