"""Every page of a store's file, decrypted: what really lies on the disk, freed pages included."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _IV, _SALT, _FRAME, _HEAD = 4096, 80, 16, 16, 24, 32


def pages_of(database: Path, keyspec: str) -> bytes:
    """Decrypt every page of a database and of its write-ahead log, whatever it is used for."""
    key = bytes.fromhex(keyspec.removeprefix("x'").removesuffix("'"))
    raw = database.read_bytes()
    found = [_opened(key, raw[:_PAGE], _SALT)]
    found += [_opened(key, raw[at : at + _PAGE]) for at in range(_PAGE, len(raw), _PAGE)]
    log = database.with_name(database.name + "-wal")
    if log.exists():
        frames = log.read_bytes()[_HEAD:]
        for at in range(0, len(frames), _FRAME + _PAGE):
            number = int.from_bytes(frames[at : at + 4])
            page = frames[at + _FRAME : at + _FRAME + _PAGE]
            found.append(_opened(key, page, _SALT if number == 1 else 0))
    return b"".join(found)


def _opened(key: bytes, page: bytes, skipped: int = 0) -> bytes:
    body, reserved = page[skipped : _PAGE - _RESERVED], page[_PAGE - _RESERVED :]
    cipher = Cipher(algorithms.AES(key), modes.CBC(reserved[:_IV]))
    opened = cipher.decryptor()
    return opened.update(body) + opened.finalize()
