"""Who can open a store: giving, changing and taking away ways in.

Each function gives a new keyring to `save`. Taking a way in away does not shut out somebody who
kept an older copy of the key file: only a new master key does (`coordinator.vault.making`).
"""

from collections.abc import Iterable
from dataclasses import replace

from coordinator.domain.errors import LastKeyError, WeakPassphraseError
from coordinator.vault.derivation import stretch_code, stretch_passphrase
from coordinator.vault.keyfile import MOST_SLOTS, KeyFile, Slot, SlotKind
from coordinator.vault.keyring import Keyring, sealed
from coordinator.vault.passphrases import check_passphrase
from coordinator.vault.recovery import new_code, read_code
from coordinator.vault.secret import Secret
from coordinator.vault.slots import fill_slot, fits, new_slot_id


def add_passphrase(
    keys: Keyring, passphrase: str, *, weak_allowed: bool = False
) -> tuple[Keyring, str]:
    """Give one more person a way in.

    Args:
        keys: The opened key file.
        passphrase: Theirs.
        weak_allowed: For demo stores of made-up people only.

    Returns:
        The new keyring, and the id of the slot that is theirs.

    Raises:
        WeakPassphraseError: Too easy, or somebody else's already (`taken`).
        ValueError: The file holds as many slots as it may.
    """
    if len(keys.document.slots) >= MOST_SLOTS:
        raise ValueError("no room for another slot")
    slot_id = new_slot_id()
    return _with_passphrase(keys, slot_id, passphrase, weak_allowed=weak_allowed), slot_id


def change_passphrase(
    keys: Keyring, slot_id: str, passphrase: str, *, weak_allowed: bool = False
) -> Keyring:
    """Give the holder of a slot another passphrase; the slot keeps its id.

    Raises:
        WeakPassphraseError: Too easy, or somebody else's already (`taken`).
        KeyError: No passphrase has that slot.
    """
    if slot_id not in passphrase_slots(keys.document):
        raise KeyError(slot_id)
    return _with_passphrase(keys, slot_id, passphrase, weak_allowed=weak_allowed)


def remove_slot(keys: Keyring, slot_id: str) -> Keyring:
    """Take a way in away; offer a new master key after it.

    Raises:
        LastKeyError: It is the last passphrase or the last recovery code.
        KeyError: There is no such slot.
    """
    slots = {slot.id: slot for slot in keys.document.slots}
    gone = slots.pop(slot_id)
    if not any(slot.kind is gone.kind for slot in slots.values()):
        raise LastKeyError
    return _with_slots(keys, slots.values())


def renew_recovery_code(keys: Keyring, code: str = "") -> tuple[Keyring, str]:
    """Let a new recovery code open the store; those before it stop working.

    Args:
        keys: The opened key file.
        code: One that was shown and noted already; made here when not given.

    Returns:
        The new keyring, and the code to print.

    Raises:
        RecoveryCodeError: There is a slip in the code that was given.
    """
    slot, code = recovery_slot(keys.document, keys.master, code)
    changed = _with_slots(keys, (*keys.document.of_kind(SlotKind.PASSPHRASE), slot))
    if keys.slot_id in passphrase_slots(keys.document):
        return changed, code
    return replace(changed, slot_id=slot.id), code


def passphrase_slots(document: KeyFile) -> frozenset[str]:
    """Give the ids of the slots that passphrases open."""
    return frozenset(slot.id for slot in document.of_kind(SlotKind.PASSPHRASE))


def passphrase_slot(
    document: KeyFile, others: Iterable[Slot], slot_id: str, passphrase: str, master: Secret
) -> Slot:
    """Fill a slot, if the passphrase opens none of the others: a slot tells who somebody is.

    Raises:
        WeakPassphraseError: It is `taken`.
    """
    stretched = stretch_passphrase(passphrase, document.salt, document.cost)
    if any(fits(slot, stretched) for slot in others):
        raise WeakPassphraseError("taken")
    return fill_slot(document, slot_id, SlotKind.PASSPHRASE, stretched, master.reveal())


def recovery_slot(document: KeyFile, master: Secret, code: str = "") -> tuple[Slot, str]:
    """Fill a slot for a recovery code: the one given, else a new one."""
    code = code or new_code()
    stretched = stretch_code(read_code(code), document.salt)
    slot = fill_slot(document, new_slot_id(), SlotKind.RECOVERY, stretched, master.reveal())
    return slot, code


def in_order(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Order slots by their random ids, so that nobody can tell who came first."""
    return tuple(sorted(slots, key=lambda slot: slot.id))


def _with_passphrase(
    keys: Keyring, slot_id: str, passphrase: str, *, weak_allowed: bool
) -> Keyring:
    if not weak_allowed:
        check_passphrase(passphrase)
    others = [slot for slot in keys.document.slots if slot.id != slot_id]
    slot = passphrase_slot(keys.document, others, slot_id, passphrase, keys.master)
    return _with_slots(keys, (*others, slot))


def _with_slots(keys: Keyring, slots: Iterable[Slot]) -> Keyring:
    document = replace(
        keys.document, slots=in_order(slots), generation=keys.document.generation + 1
    )
    return replace(keys, document=sealed(document, keys.master))
