"""Signatures under checkpoints of the journal (Ed25519, RFC 8032).

The key is made with the store and lives inside its database. It proves that a checkpoint somebody
else kept was made by this store; it does not prove who sat at the keyboard.
"""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


def new_signing_key() -> bytes:
    """Make a secret signing key: 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def verifying_key(signing_key: bytes) -> bytes:
    """Give the public half, which anybody may have: 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).public_key().public_bytes_raw()


def sign(signing_key: bytes, line: bytes) -> bytes:
    """Sign a checkpoint line; the same line always gives the same 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(signing_key).sign(line)


def is_signed(verifying: bytes, line: bytes, signature: bytes) -> bool:
    """Whether the signature was made for exactly this line by the key's other half."""
    try:
        Ed25519PublicKey.from_public_bytes(verifying).verify(signature, line)
    except (InvalidSignature, ValueError):
        return False
    return True
