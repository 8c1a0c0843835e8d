"""Files somebody chose, read without trusting what they are."""

import hashlib
from io import BufferedReader
from pathlib import Path
from stat import S_ISREG

from coordinator.domain.errors import FileUnreadableError


def sha256_of(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal, read piece by piece.

    Raises:
        FileUnreadableError: It is gone, is locked, or is no file.
    """
    try:
        with opened_file(path) as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise FileUnreadableError(path) from error


def read_bytes(path: Path, *, most: int) -> bytes:
    """Give the first bytes of a file, at most so many.

    Raises:
        FileUnreadableError: As `sha256_of`.
    """
    try:
        with opened_file(path) as opened:
            return opened.read(most)
    except OSError as error:
        raise FileUnreadableError(path) from error


def opened_file(path: Path) -> BufferedReader:
    """Open a file to be read.

    Raises:
        FileUnreadableError: It is no file: who reads a pipe may wait for ever.
        OSError: It is gone or locked.
    """
    if not S_ISREG(path.stat().st_mode):
        raise FileUnreadableError(path)
    return path.open("rb")
