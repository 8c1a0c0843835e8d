"""Key file and users say the same: what a step that was cut short left apart is brought together.

Giving or taking away a way in writes the key file first and the store after it. Between the two a
program can end: then a slot opens for nobody, or a user is noted with a slot that is gone. Neither
lets anybody in who should not be; both are put right when the store is opened next, and before the
next step. The same is done with who was erased.
"""

from coordinator.casework.desk import Desk
from coordinator.casework.stores.erased_ids import knower, settle
from coordinator.runtime.folders import StoreFolder
from coordinator.vault.access import passphrase_slots, remove_slot
from coordinator.vault.keyring import Keyring


def bring_together(desk: Desk, keys: Keyring, folder: StoreFolder) -> Keyring:
    """Drop slots of nobody, and forget slots that are not there; mostly there is nothing to do.

    Args:
        desk: Of whoever sits there; it is journalled as theirs.
        keys: The opened key file.
        folder: Where the key file lies.

    Returns:
        The keys as they are afterwards.

    Raises:
        StoreFullError, StoreReadOnlyError: The key file is as it was.
    """
    settle(desk, folder)
    desk.store.was_erased = knower(keys, folder)
    with desk.store.reading() as look:
        used = {user.slot for user in look.local.users() if user.slot}
    mended = _without_strangers(keys, used)
    if mended is not keys:
        mended.save(folder)
    if mended is not keys or used - passphrase_slots(mended.document):
        _note(desk, mended)
    return mended


def _without_strangers(keys: Keyring, used: set[str]) -> Keyring:
    strangers = passphrase_slots(keys.document) - used - {keys.slot_id}
    for slot in sorted(strangers):
        if len(passphrase_slots(keys.document)) > 1:  # never the last, whoever's it is
            keys = remove_slot(keys, slot)
    return keys


def _note(desk: Desk, keys: Keyring) -> None:
    there = passphrase_slots(keys.document)
    with desk.store.transaction(desk.stamp()) as tx:
        for user in tx.local.users():
            if user.slot not in there:
                user.slot = None
        tx.info.key_generation = keys.document.generation
        tx.journal("store.ways_in_mended")
