"""An opened key file, and opening it with a passphrase or a recovery code.

One random master key stands behind everything. Each slot of the key file wraps it for one secret;
each use derives a key of its own from it. All passphrase slots share one salt, so that trying a
passphrase costs one slow derivation however many people have one.
"""

import hmac
import os
from dataclasses import dataclass, replace

from coordinator.domain.errors import KeyFileDamagedError, WrongSecretError
from coordinator.runtime.folders import StoreFolder
from coordinator.vault.derivation import (
    Purpose,
    keyed_hash,
    stretch_code,
    stretch_passphrase,
    subkey,
)
from coordinator.vault.keyfile import SALT_BYTES, KeyFile, Slot, SlotKind, write_key_file
from coordinator.vault.recovery import read_code
from coordinator.vault.secret import Secret
from coordinator.vault.slots import fits, open_slot, unwrap


@dataclass(frozen=True, slots=True, eq=False)
class Keyring:
    """An opened key file: the document, the id of the slot that opened it, what lies behind.

    Changes give a new keyring and nothing reaches the disk before `save`. Keyrings made from one
    another share their secrets: `wipe` empties all of them, except across a new master key.
    """

    document: KeyFile
    slot_id: str
    master: Secret
    lasting: Secret

    def database_key(self) -> bytes:
        """Derive the raw key of the database that the key file names: 32 bytes."""
        salt = self.document.database_salt
        return subkey(self.master.reveal(), Purpose.DATABASE, salt)

    def erased_mark(self, record_id: bytes) -> bytes:
        """Hash the id of an erased record so that it is known again but cannot be read back.

        The same in every copy of the store, also after a new master key: 32 bytes.
        """
        return keyed_hash(subkey(self.lasting.reveal(), Purpose.ERASED), record_id)

    def for_copy(self) -> "Keyring":
        """Make the keys of a backup: the same ways in, another raw key for its database.

        Only the salt of the database key differs, so neither key file opens the other's database,
        and a backup opens with the passphrases of the day it was made. Restoring takes database
        and key file as they are.
        """
        document = replace(self.document, database_salt=os.urandom(SALT_BYTES))
        return replace(self, document=sealed(document, self.master))

    def save(self, folder: StoreFolder) -> None:
        """Write the key file into the folder of a store or a backup, in one step.

        Raises:
            StoreFullError, StoreReadOnlyError: It could not be written.
        """
        write_key_file(folder, self.document)

    def wipe(self) -> None:
        """Overwrite the secrets in memory, as far as Python lets anybody."""
        self.master.wipe()
        self.lasting.wipe()


def unlock(document: KeyFile, passphrase: str) -> Keyring:
    """Open a key file with a passphrase; as slow as its cost says.

    Raises:
        WrongSecretError: It opens no slot.
        KeyFileDamagedError: It opens one, and the file was altered.
    """
    stretched = stretch_passphrase(passphrase, document.salt, document.cost)
    return _opened(document, SlotKind.PASSPHRASE, stretched)


def unlock_with_code(document: KeyFile, code: str) -> Keyring:
    """Open a key file with a recovery code as somebody typed it.

    Raises:
        RecoveryCodeError: There is a slip in the code.
        WrongSecretError: The code is well formed and opens no slot.
        KeyFileDamagedError: It opens one, and the file was altered.
    """
    stretched = stretch_code(read_code(code), document.salt)
    return _opened(document, SlotKind.RECOVERY, stretched)


def reopen(keys: Keyring, document: KeyFile) -> Keyring:
    """Open another key file of the same master key, such as a backup's, without a passphrase.

    Raises:
        WrongSecretError: It has another master key, or was altered; its passphrase tells which.
    """
    if document.store_id != keys.document.store_id or not hmac.compare_digest(
        _mac(document, keys.master.reveal()), document.mac
    ):
        raise WrongSecretError
    return replace(keys, document=document)


def slot_of(document: KeyFile, passphrase: str) -> str | None:
    """Tell which slot a passphrase opens, if any; as slow as unlocking."""
    stretched = stretch_passphrase(passphrase, document.salt, document.cost)
    slot = _fitting(document, SlotKind.PASSPHRASE, stretched)
    return slot.id if slot else None


def sealed(document: KeyFile, master: Secret) -> KeyFile:
    """Put the MAC under a document that was made or changed."""
    return replace(document, mac=_mac(document, master.reveal()))


def lasting_context(store_id: str) -> bytes:
    """Tie the wrapped lasting secret to its store."""
    return f"{Purpose.LASTING.value} {store_id}".encode()


def _opened(document: KeyFile, kind: SlotKind, stretched: bytes) -> Keyring:
    slot = _fitting(document, kind, stretched)
    if slot is None:
        raise WrongSecretError
    master = open_slot(document, slot, stretched)
    if not hmac.compare_digest(_mac(document, master), document.mac):
        raise KeyFileDamagedError
    lasting = unwrap(
        subkey(master, Purpose.LASTING), document.lasting, lasting_context(document.store_id)
    )
    return Keyring(document, slot.id, Secret(master), Secret(lasting))


def _fitting(document: KeyFile, kind: SlotKind, stretched: bytes) -> Slot | None:
    return next((slot for slot in document.of_kind(kind) if fits(slot, stretched)), None)


def _mac(document: KeyFile, master: bytes) -> bytes:
    return keyed_hash(subkey(master, Purpose.KEY_FILE), document.sealed_part())
