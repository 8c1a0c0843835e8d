"""Sealing for chosen readers: age v1 with X25519 (https://c2sp.org/age), through pyrage.

Everything is streamed in blocks; nothing in clear touches the disk. What `unsealed` hands out
while a file is being read is not yet known to be whole: only its end says so.
"""

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Final, Protocol

import pyrage

from coordinator.domain.errors import SealBrokenError, SealForOthersError

_WAITING: Final = 8
"""Blocks read ahead; age hands them out in pieces of 8 kB."""
MAX_HEADER: Final = 1 << 16
"""Bytes; 200 receivers take 20,000. Twice as many lines take age four times as long to read."""
_HEADER_ENDS: Final = b"\n--- "


class Readable(Protocol):
    """What can be read in blocks."""

    def read(self, most: int, /) -> bytes:
        """Give at most so many bytes; none at the end."""


def new_sealing_key() -> str:
    """Make a secret key, as the `age` program writes one."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(sealing_key: str) -> str:
    """Give the public half, which anybody may have."""
    return str(pyrage.x25519.Identity.from_str(sealing_key).to_public())


def is_recipient(text: str) -> bool:
    """Whether something can be sealed for this."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def seal_with_passphrase(plain: bytes, passphrase: str) -> bytes:
    """Seal a few bytes so that a passphrase opens them, and so does the `age` program.

    One guess takes about a second here, and a gigabyte of memory: it is no way for packs.
    """
    return bytes(pyrage.passphrase.encrypt(plain, passphrase))


def seal(plain: Readable, out: BinaryIO, recipients: Sequence[str]) -> None:
    """Seal all that can be read for these recipients.

    Raises:
        OSError: As reading or writing raises it, a full disk among it.
    """
    readers = [pyrage.x25519.Recipient.from_str(one) for one in recipients]
    source = _Watched(plain)
    try:
        pyrage.encrypt_io(source, out, readers)
    except pyrage.EncryptError:
        if source.failed is not None:
            raise source.failed from None
        raise


@contextmanager
def unsealed(source: BinaryIO, sealing_keys: Sequence[str]) -> Iterator["Unsealed"]:
    """Open a sealed file with the first of these keys that fits, for as long as the block lasts.

    Raises:
        SealForOthersError: It is sealed for none of the keys, for too many, or is not a sealed
            file; raised when the first bytes are asked for.
        SealBrokenError: It was altered or cut short; raised by the read that comes to it.
    """
    reading = Unsealed(source, sealing_keys)
    try:
        yield reading
    finally:
        reading.close()


class Unsealed:
    """What is inside a sealed file, to be read in blocks from its beginning."""

    def __init__(self, source: BinaryIO, sealing_keys: Sequence[str]) -> None:
        """Begin to open it, on a thread of its own: age pushes, we pull."""
        self._blocks: queue.Queue[bytes | Exception | None] = queue.Queue(_WAITING)
        self._stopped = threading.Event()
        self._rest = b""
        self._ended = False
        keys = [pyrage.x25519.Identity.from_str(one) for one in sealing_keys]
        self._thread = threading.Thread(target=self._open, args=(source, keys), daemon=True)
        self._thread.start()

    def read(self, most: int) -> bytes:
        """Give at most so many bytes; fewer only at the end."""
        parts = []
        while most > 0 and (self._rest or self._more()):
            part, self._rest = self._rest[:most], self._rest[most:]
            parts.append(part)
            most -= len(part)
        return b"".join(parts)

    def line(self, most: int) -> bytes:
        """Give the bytes up to and with the next end of line, or as many as may be."""
        found = b""
        while len(found) < most and not found.endswith(b"\n") and (self._rest or self._more()):
            end = self._rest.find(b"\n", 0, most - len(found)) + 1 or most - len(found)
            found, self._rest = found + self._rest[:end], self._rest[end:]
        return found

    def close(self) -> None:
        """Stop, wherever it is."""
        self._stopped.set()
        while self._thread.is_alive():
            self._drain()
            self._thread.join(0.01)

    def write(self, block: bytes) -> int:
        """Take a block from age; called on the thread that opens."""
        if self._stopped.is_set():
            raise BrokenPipeError
        self._blocks.put(bytes(block))
        return len(block)

    def flush(self) -> None:
        """Do nothing: age asks for it."""

    def _more(self) -> bool:
        if self._ended:
            return False
        block = self._blocks.get()
        if isinstance(block, bytes):
            self._rest = block
            return True
        self._ended = True
        if block is not None:
            raise block
        return False

    def _open(self, source: BinaryIO, keys: Sequence[pyrage.x25519.Identity]) -> None:
        end: Exception | None = None
        watched = _Headed(source)
        try:
            pyrage.decrypt_io(watched, self, keys)
        except pyrage.DecryptError:
            end = watched.failed or SealForOthersError()
        except OSError:  # age tells of altered bytes as of a broken disk
            end = watched.failed or SealBrokenError()
        if not self._stopped.is_set():
            self._blocks.put(end)

    def _drain(self) -> None:
        while not self._blocks.empty():
            self._blocks.get_nowait()


class _Watched:
    """A source that remembers what went wrong with it: pyrage tells of it as text only."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self.failed: Exception | None = None

    def read(self, most: int) -> bytes:
        try:
            return self._source.read(most)
        except Exception as fault:
            self.failed = fault
            raise


class _Headed(_Watched):
    """A sealed source, given up where its header does not end."""

    def __init__(self, source: Readable) -> None:
        super().__init__(source)
        self._header: bytes | None = b""

    def read(self, most: int) -> bytes:
        block = super().read(most)
        if self._header is not None:
            self._header += block
            end = self._header.find(_HEADER_ENDS)
            if end > MAX_HEADER or (end < 0 and len(self._header) > MAX_HEADER):
                self.failed = SealForOthersError()
                raise self.failed
            if end >= 0:
                self._header = None
        return block
