"""From secrets to keys: every derivation the program makes, each with a purpose of its own."""

import hmac
import unicodedata
from enum import StrEnum

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from coordinator.vault.costs import Cost

KEY_BYTES = 32


class Purpose(StrEnum):
    """What a key is for. The texts are part of the format: never changed, never used twice."""

    DATABASE = "coordinator/1 database"
    KEY_FILE = "coordinator/1 key file"
    LASTING = "coordinator/1 lasting secret"
    ERASED = "coordinator/1 erased ids"
    SLOT = "coordinator/1 key slot"


def subkey(key: bytes, purpose: Purpose, context: bytes = b"", length: int = KEY_BYTES) -> bytes:
    """Derive a key from a random or already stretched one (HKDF-Expand, RFC 5869).

    Args:
        key: 32 bytes.
        purpose: What the new key is for.
        context: Sets keys of one purpose apart, such as the id of a slot.
        length: In bytes.
    """
    info = purpose.value.encode() + b"\0" + context
    return HKDFExpand(SHA256(), length, info).derive(key)


def stretch_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Turn a passphrase into 32 bytes, slowly (Argon2id, RFC 9106).

    However the accents were typed, composed or not, the result is the same (NFKD).
    """
    typed = unicodedata.normalize("NFKD", passphrase).encode(errors="surrogatepass")
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(typed)


def stretch_code(code: bytes, salt: bytes) -> bytes:
    """Turn the 160 random bits of a recovery code into 32 bytes; they need no slow hash."""
    return HKDF.extract(SHA256(), salt, code)


def keyed_hash(key: bytes, content: bytes) -> bytes:
    """Hash what only a holder of the key can recompute (HMAC-SHA256): 32 bytes."""
    return hmac.digest(key, content, "sha256")
