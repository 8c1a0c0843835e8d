"""Bringing a backup back, into a folder of its own and as a new install; checking a store."""

from dataclasses import dataclass, replace
from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.casework.stores.erased_ids import Marks, read_begun, read_marks, remember
from coordinator.casework.stores.erasing import agree_again, erase_again
from coordinator.casework.stores.founding import in_the_making
from coordinator.casework.stores.opening import (
    Office,
    Source,
    mark_as_demo,
    open_with_keys,
    whose_slot,
)
from coordinator.db.backups import list_backups, read_checkpoint
from coordinator.db.checking import check_store
from coordinator.db.copies import copy_database
from coordinator.db.engine import Access
from coordinator.db.keys import keyspec_of
from coordinator.db.migrating import bring_up_to_date
from coordinator.db.store import Store
from coordinator.domain.errors import StoreExistsError
from coordinator.domain.progress import Progress
from coordinator.domain.roles import Right
from coordinator.domain.stores.backups import Backup
from coordinator.domain.stores.checking import CheckReport, StoreFault, StoreFaultKind
from coordinator.runtime.folders import StoreFolder, check_room
from coordinator.runtime.places import check_place
from coordinator.vault.access import passphrase_slots
from coordinator.vault.keyfile import database_of, read_key_file
from coordinator.vault.keyring import Keyring, unlock


def restore_backup(
    backup: Path,
    target: Path,
    passphrase: str,
    *,
    source: Source | None = None,
    progress: Progress | None = None,
) -> Office:
    """Bring a backup back into an empty folder and open it.

    What is written there from now on is another install's: work packs never mistake it for the
    store that was lost. The store that stands, if any, is not touched. Whoever was erased there
    since is erased again, as long as the backup lies in that store's own folder.

    Args:
        backup: The folder of the backup; it may lie on a network drive.
        target: A folder with nothing in it.
        passphrase: Of the day the backup was made.
        source: Clock and chance.
        progress: Told in pages.

    Raises:
        StoreExistsError: Something lies in the target.
        KeyFileMissingError: The folder is no backup.
        WrongSecretError: The passphrase opens nothing in it.
        BackupError: The backup does not check out.
        StoreError: It cannot be read or written.
    """
    folder = StoreFolder(target)
    if not folder.is_fresh():
        raise StoreExistsError
    check_place(target)
    source = source or Source()
    here = StoreFolder(backup)
    keys = unlock(read_key_file(here), passphrase)
    lying = database_of(here, keys.document)
    fresh = keys.for_copy()
    with in_the_making(folder) as lock:
        check_room(target, lying.stat().st_size)
        copy_database(
            Access(lying, keyspec_of(keys), alone=True),
            Access(folder.database(fresh.document.database), keyspec_of(fresh)),
            progress,
        )
        begun = read_begun(StoreFolder(backup.parent.parent))
        known = read_marks(StoreFolder(backup.parent.parent))
        marks = {mark: disposal for mark, disposal in known.items() if mark not in begun}
        left = list_backups(backup.parent)
        _become_new_install(folder, fresh, source, _Left(marks, begun, left))
        if marks:
            remember(folder, marks)
        fresh.save(folder)
    if here.demo_note.is_file():
        mark_as_demo(folder)
    lock.release()
    return open_with_keys(target, fresh, source)


@dataclass(frozen=True, slots=True)
class _Left:
    """What the store that a backup was of leaves to the one restored from it.

    Attributes:
        marks: Of everybody erased since.
        begun: Of whoever was being erased when it ended.
        backups: That lie beside the one restored, and itself: they hold whoever was erased since.
    """

    marks: Marks
    begun: Marks
    backups: list[Backup]


def _become_new_install(folder: StoreFolder, keys: Keyring, source: Source, left: _Left) -> None:
    """Before the key file makes it a store: it must never open as the install it is a copy of.

    Nor with somebody who was erased since the backup was made.
    """
    store = Store(database_of(folder, keys.document), keyspec_of(keys))
    try:
        bring_up_to_date(store, lambda: None)  # the backup itself is the way back
        sitter, _info = whose_slot(store, keys)
        desk = Desk(store, sitter, now=source.now, random=source.random)
        with store.transaction(desk.stamp()) as tx:
            tx.info.install_id = desk.new_id()
            tx.journal("store.restored")
        erase_again(desk, keys, left.marks, left.backups)
        agree_again(desk, keys, left.begun)
    finally:
        store.close()


def check_office(office: Office, progress: Progress | None = None) -> CheckReport:
    """Check everything about an open store, its key slots and its backups' checkpoints included.

    Raises:
        StoreDamagedError: It cannot be read far enough to tell more.
    """
    signed = [read_checkpoint(backup.path) for backup in list_backups(office.folder.backups)]
    report = check_store(office.desk.store, [one for one in signed if one], progress)
    if not report.records:
        return report
    faults = (*report.faults, *_slot_faults(office.desk, office.keys))
    return replace(report, faults=faults)


def _slot_faults(desk: Desk, keys: Keyring) -> list[StoreFault]:
    with desk.read(Right.SEE_PEOPLE) as look:
        used = {user.slot for user in look.local.users() if user.slot}
        generation = look.info.key_generation
    there = passphrase_slots(keys.document)
    found = []
    if used - there:
        found.append(StoreFault(StoreFaultKind.USER_WITHOUT_SLOT, count=len(used - there)))
    if there - used:
        found.append(StoreFault(StoreFaultKind.SLOT_WITHOUT_USER, count=len(there - used)))
    if generation > keys.document.generation:
        found.append(StoreFault(StoreFaultKind.OLD_KEY_FILE))
    return found
