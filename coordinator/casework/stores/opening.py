"""Opening a store, closing it; who sits down is who the passphrase belongs to."""

import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from uuid import UUID

from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.stores.ways_in import bring_together
from coordinator.db.backups import (
    Signed,
    drop_old,
    list_backups,
    make_backup,
    read_checkpoint,
)
from coordinator.db.keys import keyspec_of
from coordinator.db.migrating import bring_up_to_date
from coordinator.db.models import StoreInfo
from coordinator.db.store import Store
from coordinator.domain.errors import (
    KeyFileForeignError,
    WrongSecretError,
)
from coordinator.domain.ids import uuid7
from coordinator.domain.progress import Progress
from coordinator.domain.records.chain import checkpoint_line
from coordinator.domain.stores.backups import CLOSING, Backup
from coordinator.runtime.folders import StoreFolder, check_writable
from coordinator.runtime.locks import StoreLock
from coordinator.runtime.places import check_place
from coordinator.vault.keyfile import (
    KeyFile,
    check_spare,
    database_of,
    database_prefix,
    read_key_file,
)
from coordinator.vault.keyring import Keyring, unlock, unlock_with_code
from coordinator.vault.signing import sign

DEMO_PASSPHRASE = "demo"  # noqa: S105 - published on purpose: such a store holds made-up people


@dataclass(frozen=True, slots=True)
class Source:
    """Where moments and random bytes come from; fixed and seeded for demos and tests."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[int], bytes] = secrets.token_bytes

    def new_id(self) -> UUID:
        """Make an id that sorts by the moment it was made."""
        return uuid7(int(self.now().timestamp() * 1000), int.from_bytes(self.random(10)))


@dataclass(slots=True)
class Office:
    """An unlocked store: the folder and its lock, the keys, and the desk inside.

    `copying` is held by whoever copies the store or gives it other keys: one at a time.
    """

    folder: StoreFolder
    lock: StoreLock
    keys: Keyring
    desk: Desk
    is_demo: bool = False
    copying: RLock = field(default_factory=RLock, repr=False, compare=False)

    def checkpoint(self) -> Signed:
        """Sign the head of the journal as it stands; from any thread."""
        with closing(self.reading_desk().store) as store, store.reading() as look:
            number, head = look.history.head()
            line = checkpoint_line(number, head)
            return Signed(line, sign(look.info.signing_key, line))

    def back_up(
        self, reason: str, *, into: Path | None = None, progress: Progress | None = None
    ) -> Backup:
        """Make a verified backup, on any thread; old ones of the store's own folder go then.

        Raises:
            BackupError, StoreFullError, StoreReadOnlyError, CancelledError: See `make_backup`.
        """
        with self.copying:
            return self._back_up(reason, into, progress)

    def _back_up(self, reason: str, into: Path | None, progress: Progress | None) -> Backup:
        backup = make_backup(
            self.desk.store,
            self.keys,
            into or self.folder.backups,
            at=self.desk.now(),
            reason=reason,
            signed=self.checkpoint(),
            progress=progress,
        )
        if self.is_demo:
            mark_as_demo(StoreFolder(backup.path))
        if into is None:
            drop_old(self.folder.backups, just_made=backup.path)
        return backup

    def reading_desk(self) -> Desk:
        """Give the same sitter a desk with connections of its own, to look from another thread."""
        store = self.desk.store
        return replace(self.desk, store=Store(store.path, store.keyspec))

    def close(self, *, back_up: bool = True) -> None:
        """Back up what is new since the last backup, let go of everything, let others in."""
        try:
            if back_up and self._has_news():
                self.back_up(CLOSING)
        finally:
            self.desk.store.close()
            self.keys.wipe()
            self.lock.release()

    def _has_news(self) -> bool:
        newest = next(iter(list_backups(self.folder.backups)), None)
        kept = read_checkpoint(newest.path) if newest else None
        return kept is None or kept.line != self.checkpoint().line


def mark_as_demo(folder: StoreFolder) -> None:
    """Say in a folder that everybody in its store is made up."""
    folder.demo_note.write_text("A demo store: everybody in it is made up.\n")


def is_demo_folder(path: Path) -> bool:
    """Whether a folder says that its store is a demo; only then is that passphrase tried."""
    return StoreFolder(path).demo_note.is_file()


def is_store_folder(path: Path) -> bool:
    """Whether a folder holds a key file, so that asking for its passphrase has a point."""
    return StoreFolder(path).keys.is_file()


def open_store(path: Path, passphrase: str, *, source: Source | None = None) -> Office:
    """Open a store with somebody's passphrase and sit down as them.

    Raises:
        KeyFileMissingError, KeyFileDamagedError, KeyFileNewerError: See `read_key_file`.
        WrongSecretError: The passphrase opens nothing here.
        KeyFileForeignError: The key file is another store's, or an older one put back.
        StoreBusyError: Another copy of the program works on it.
        StorePlaceError: It lies on a network or is copied to a cloud.
        StoreNewerError: A newer program wrote it.
        StoreError: The database cannot be used.
    """
    return _open(path, lambda document: unlock(document, passphrase), source or Source())


def open_with_code(path: Path, code: str, *, source: Source | None = None) -> Office:
    """Open a store with its recovery code, as the panel's coordinator, to give new passphrases.

    Raises:
        RecoveryCodeError: There is a slip in the code.
        CoordinatorError: As `open_store`.
    """
    office = _open(
        path, lambda document: unlock_with_code(document, code), source or Source(), by_code=True
    )
    with office.desk.store.transaction(office.desk.stamp()) as tx:
        tx.journal("store.opened_with_code")
    return office


def open_with_keys(path: Path, keys: Keyring, source: Source) -> Office:
    """Open a store whose key file was opened a moment ago; it is not unlocked a second time."""
    return _open(path, lambda _document: keys, source)


def _checked(path: Path) -> StoreFolder:
    check_place(path)
    read_key_file(StoreFolder(path))  # a folder that is no store is said to be none, first
    check_writable(path)
    return StoreFolder(path)


def _open(
    path: Path,
    unlocking: Callable[[KeyFile], Keyring],
    source: Source,
    *,
    by_code: bool = False,
) -> Office:
    folder = _checked(path)
    lock = StoreLock(folder)
    lock.acquire()  # first: a key file read before could be an older one by now
    store: Store | None = None
    try:
        folder.sweep()
        keys = unlocking(read_key_file(folder))
        check_spare(folder, keys.document)
        _remove_strangers(folder, keys)
        store = Store(database_of(folder, keys.document), keyspec_of(keys))
        bring_up_to_date(store, lambda: _back_up_closed(store, keys, folder, source))
        sitter, info = whose_slot(store, keys, by_code=by_code)
        desk = Desk(store, sitter, now=source.now, random=source.random)
        keys = bring_together(desk, keys, folder)
    except BaseException:
        if store is not None:
            store.close()
        lock.release()
        raise
    return Office(folder, lock, keys, desk, info.is_demo)


def _remove_strangers(folder: StoreFolder, keys: Keyring) -> None:
    """Remove what a change of the master key left when it was cut short.

    Before its last step that is the copy that never became the store; after it, the database that
    was one, which a removed person's old key file would still open.
    """
    named = database_of(folder, keys.document)
    ours = database_prefix(keys.document.store_id)
    for stranger in folder.databases():
        if stranger != named and stranger.name.startswith(ours):
            for end in ("", "-wal", "-shm"):
                stranger.with_name(stranger.name + end).unlink(missing_ok=True)


def _back_up_closed(store: Store, keys: Keyring, folder: StoreFolder, source: Source) -> None:
    """Back up before a migration, when the journal of an older schema cannot be read yet."""
    make_backup(
        store,
        keys,
        folder.backups,
        at=source.now(),
        reason="migration",
        signed=Signed(b"", b""),
    )


def whose_slot(store: Store, keys: Keyring, *, by_code: bool = False) -> tuple[Sitter, StoreInfo]:
    """Find whose slot opened.

    The generation inside the database tells an older key file put back.
    """
    with store.reading() as look:
        info = look.info
        if keys.document.generation < info.key_generation:
            raise KeyFileForeignError
        user = look.local.first_user() if by_code else look.local.user_of_slot(keys.slot_id)
        if user is None:
            raise WrongSecretError  # a slot that was added and never given to anybody
        agency = look.local.agency_of(user)
    return Sitter(user.professional_id, user.role, agency), info


def sit(office: Office, sitter: Sitter) -> Office:
    """Let somebody else sit down in the open office: for demos and tests."""
    return replace(office, desk=replace(office.desk, sitter=sitter, opened=set()))
