"""Files somebody chose, read without trusting what they are."""

import hashlib
from pathlib import Path
from stat import S_ISREG

from coordinator.domain.errors import FileUnreadableError


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal, read piece by piece.

    Raises:
        FileUnreadableError: It is gone, is locked, or is no file: who reads a pipe may wait for
            ever.
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise FileUnreadableError(path)
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise FileUnreadableError(path) from error


def read_bytes(path: Path, *, most: int) -> bytes:
    """Give the first bytes of a file, at most so many.

    Raises:
        FileUnreadableError: As `sha256_of`.
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise FileUnreadableError(path)
        with path.open("rb") as opened:
            return opened.read(most)
    except OSError as error:
        raise FileUnreadableError(path) from error
