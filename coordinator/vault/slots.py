"""Wrapping the master key for one passphrase or recovery code, and unwrapping it again."""

import hmac
import json
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from coordinator.domain.errors import KeyFileDamagedError
from coordinator.vault.derivation import KEY_BYTES, Purpose, subkey
from coordinator.vault.keyfile import FORMAT, VERSION, KeyFile, Slot, SlotKind, Wrapped

_NONCE_BYTES = 12


def new_slot_id() -> str:
    """Make an id that says nothing about whose slot it is: 32 hexadecimal digits."""
    return os.urandom(16).hex()


def wrap(key: bytes, secret: bytes, context: bytes) -> Wrapped:
    """Put 32 bytes under a key; they come out again only with the same context."""
    nonce = os.urandom(_NONCE_BYTES)
    return Wrapped(nonce, ChaCha20Poly1305(key).encrypt(nonce, secret, context))


def unwrap(key: bytes, wrapped: Wrapped, context: bytes) -> bytes:
    """Take out what `wrap` put in.

    Raises:
        KeyFileDamagedError: The key, the context or the bytes are not those.
    """
    try:
        return ChaCha20Poly1305(key).decrypt(wrapped.nonce, wrapped.body, context)
    except InvalidTag:
        raise KeyFileDamagedError from None


def fill_slot(
    document: KeyFile, slot_id: str, kind: SlotKind, stretched: bytes, master: bytes
) -> Slot:
    """Wrap the master key for one secret.

    Args:
        document: The key file the slot is for.
        slot_id: Sets this slot's keys apart: the salt is shared by all.
        kind: What the secret was.
        stretched: 32 bytes from `stretch_passphrase` or `stretch_code`.
        master: The 32 bytes to keep.
    """
    key, commitment = _slot_keys(stretched, slot_id)
    context = _context(document, slot_id, kind, commitment)
    return Slot(slot_id, kind, commitment, wrap(key, master, context))


def fits(slot: Slot, stretched: bytes) -> bool:
    """Whether the secret is the one the slot was filled for."""
    return hmac.compare_digest(_slot_keys(stretched, slot.id)[1], slot.commitment)


def open_slot(document: KeyFile, slot: Slot, stretched: bytes) -> bytes:
    """Take the master key out of a slot that fits.

    Raises:
        KeyFileDamagedError: The slot was altered.
    """
    key, commitment = _slot_keys(stretched, slot.id)
    return unwrap(key, slot.wrapped, _context(document, slot.id, slot.kind, commitment))


def _slot_keys(stretched: bytes, slot_id: str) -> tuple[bytes, bytes]:
    both = subkey(stretched, Purpose.SLOT, bytes.fromhex(slot_id), 2 * KEY_BYTES)
    return both[:KEY_BYTES], both[KEY_BYTES:]


def _context(document: KeyFile, slot_id: str, kind: SlotKind, commitment: bytes) -> bytes:
    cost = document.cost
    return json.dumps(
        [
            FORMAT,
            VERSION,
            document.store_id,
            document.salt.hex(),
            [cost.memory_kib, cost.passes, cost.lanes],
            slot_id,
            kind.value,
            commitment.hex(),
        ]
    ).encode()
