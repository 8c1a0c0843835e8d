"""What is inside a pack, whatever was zipped made large again."""

import zlib
from pathlib import Path

import pyrage

from coordinator.casework.opening import Office


def plain(receiver: Office, pack: Path) -> bytes:
    """Open a pack as its receiver, and give everything that is in it."""
    with receiver.desk.store.reading() as look:
        (secret,) = (key.secret for key in look.cards.sealing_keys())
    inside = pyrage.decrypt(pack.read_bytes(), [pyrage.x25519.Identity.from_str(secret)])
    found, rest = [inside], inside.split(b"\n", 3)[3]
    while rest:
        growing = zlib.decompressobj()
        found.append(growing.decompress(rest))
        rest = growing.unused_data
    return b"".join(found)
