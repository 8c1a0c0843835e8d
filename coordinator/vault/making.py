"""New master keys: for a new store, and for one that somebody left."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from coordinator.domain.errors import LastKeyError
from coordinator.vault.access import in_order, passphrase_slot, passphrase_slots, recovery_slot
from coordinator.vault.costs import TEST_COST, USUAL_COST, Cost
from coordinator.vault.derivation import KEY_BYTES, Purpose, subkey
from coordinator.vault.keyfile import SALT_BYTES, KeyFile, Slot, database_name
from coordinator.vault.keyring import Keyring, lasting_context, sealed, slot_of
from coordinator.vault.passphrases import check_passphrase
from coordinator.vault.secret import Secret
from coordinator.vault.slots import new_slot_id, wrap


@dataclass(frozen=True, slots=True, eq=False)
class NewKeys:
    """Keys under a new master key, not yet saved.

    `slots` are the ids of the passphrases' slots in the order given; `recovery_code` is shown once
    and kept nowhere; `lost` are the slots of before that nobody can open any more.
    """

    keys: Keyring
    slots: tuple[str, ...]
    recovery_code: str = field(repr=False)
    lost: frozenset[str] = frozenset()


def new_keys(
    passphrases: Sequence[str], *, cost: Cost = USUAL_COST, weak_allowed: bool = False
) -> NewKeys:
    """Make the keys of a new store; whoever makes the store saves them as its last step.

    Args:
        passphrases: One for each person who will open it, at least one.
        cost: Of a guess, not under the floor.
        weak_allowed: For demo stores of made-up people only.

    Raises:
        WeakPassphraseError: One is too easy, or two are the same (`taken`).
        LastKeyError: No passphrase was given.
    """
    if not weak_allowed:
        for passphrase in passphrases:
            check_passphrase(passphrase)
    store_id = os.urandom(16).hex()
    lasting = Secret(os.urandom(KEY_BYTES))
    wanted = [(new_slot_id(), passphrase) for passphrase in passphrases]
    return _made(_Frame(store_id, 1, 1, cost), wanted, lasting)


def renew_master(
    keys: Keyring,
    passphrases: Mapping[str, str],
    *,
    code: str = "",
    cost: Cost | None = None,
    weak_allowed: bool = False,
) -> NewKeys:
    """Change the master key, for the passphrases that are at hand.

    Nobody's slot can be carried over without their passphrase: what it unwraps cannot be made
    from the master key. So the people in the room type theirs or choose new ones; everybody
    else's slot is lost and must be added anew. The recovery code is always a new one.

    The new keys name a new database file. Copy the store into that under their `database_key`,
    check the copy, then `save`: that one step makes the new pair the store. Until then the old
    key file and the old database are untouched.

    Args:
        keys: The opened key file of now.
        passphrases: By the id of their slot.
        code: The recovery code from now on, when it was shown already; else one is made.
        cost: Of a guess from now on; as it was when not given.
        weak_allowed: For demo stores of made-up people only.

    Raises:
        LastKeyError: No passphrase was given.
        WeakPassphraseError: A new one is too easy, or two are the same (`taken`).
        KeyError: No passphrase has that slot.
    """
    before = keys.document
    for slot_id, passphrase in passphrases.items():
        _check_for(before, slot_id, passphrase, weak_allowed=weak_allowed)
    frame = _Frame(
        before.store_id, before.database_number + 1, before.generation + 1, cost or before.cost
    )
    made = _made(frame, list(passphrases.items()), Secret(keys.lasting.reveal()), code)
    if keys.slot_id in passphrases:
        made = replace(made, keys=replace(made.keys, slot_id=keys.slot_id))
    return replace(made, lost=passphrase_slots(before) - passphrases.keys())


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is settled about a key file before it has keys."""

    store_id: str
    database_number: int
    generation: int
    cost: Cost


def _check_for(document: KeyFile, slot_id: str, passphrase: str, *, weak_allowed: bool) -> None:
    if slot_id not in passphrase_slots(document):
        raise KeyError(slot_id)
    if not weak_allowed and slot_of(document, passphrase) != slot_id:
        check_passphrase(passphrase)


def _made(
    frame: _Frame, wanted: Sequence[tuple[str, str]], lasting: Secret, code: str = ""
) -> NewKeys:
    if not wanted:
        raise LastKeyError
    if not frame.cost.is_enough and frame.cost != TEST_COST:
        raise ValueError("a guess must cost more")
    master = Secret(os.urandom(KEY_BYTES))
    document = _blank(frame, master, lasting)
    slots: list[Slot] = []
    for slot_id, passphrase in wanted:
        slots.append(passphrase_slot(document, slots, slot_id, passphrase, master))
    recovery, code = recovery_slot(document, master, code)
    document = sealed(replace(document, slots=in_order([*slots, recovery])), master)
    ids = tuple(slot.id for slot in slots)
    return NewKeys(Keyring(document, ids[0], master, lasting), ids, code)


def _blank(frame: _Frame, master: Secret, lasting: Secret) -> KeyFile:
    wrapped = wrap(
        subkey(master.reveal(), Purpose.LASTING),
        lasting.reveal(),
        lasting_context(frame.store_id),
    )
    return KeyFile(
        store_id=frame.store_id,
        generation=frame.generation,
        database=database_name(frame.store_id, frame.database_number),
        database_salt=os.urandom(SALT_BYTES),
        salt=os.urandom(SALT_BYTES),
        cost=frame.cost,
        lasting=wrapped,
        slots=(),
    )
