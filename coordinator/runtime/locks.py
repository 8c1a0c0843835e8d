"""One program at a time per store, and who it is when it is not this one."""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
from filelock import FileLock, Timeout

from coordinator.domain.errors import StoreBusyError, StoreError
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.writing import store_faults, write_atomically


class StoreLock:
    """Keeps every other program, and a second window of this one, out of a store.

    The system holds the lock, so that it ends with the process however that ends: after a crash
    or `kill -9` the next program simply gets it. The owner's process number lies beside the lock
    and is believed only while the lock is held; no person and no computer is named.
    """

    def __init__(self, folder: StoreFolder) -> None:
        self._owner = folder.lock_owner
        # fallback_to_soft: a lock that outlives its process would be worse than none.
        self._lock = FileLock(
            folder.lock, timeout=0, mode=0o600, thread_local=False, fallback_to_soft=False
        )

    @property
    def is_held(self) -> bool:
        """Whether this process holds the lock."""
        return bool(self._lock.is_locked)

    def acquire(self) -> None:
        """Take the lock, at once or not at all; a second time by the same object is no fault.

        Raises:
            StoreBusyError: Another process, or another lock of this one, has it.
            StoreReadOnlyError, StoreFullError: The lock file cannot be made.
        """
        if self.is_held:
            return
        with store_faults():
            try:
                self._lock.acquire()
            except Timeout:
                raise StoreBusyError(_owner_in(self._owner)) from None
        with suppress(OSError):  # who holds it is a courtesy: a full disk must not keep people out
            write_atomically(self._owner, str(os.getpid()).encode())

    def release(self) -> None:
        """Let others in; nothing happens when the lock is not held."""
        if self.is_held:
            self._owner.unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def is_worked_on(path: Path) -> bool:
    """Whether another program, or another window of this one, works on a store."""
    try:
        with StoreLock(StoreFolder(path)):
            return False
    except StoreBusyError:
        return True
    except StoreError:
        return False  # read-only: opening it will say so


def _owner_in(path: Path) -> int:
    # 0 when nobody can tell: not written yet, unreadable, or left by a process that is gone.
    try:
        owner = int(path.read_bytes()[:20])
        return owner if psutil.pid_exists(owner) else 0
    except (OSError, ValueError, OverflowError):
        return 0
