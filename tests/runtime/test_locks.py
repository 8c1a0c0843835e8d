"""One program at a time per store."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coordinator.domain.errors import StoreBusyError, StoreReadOnlyError
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.locks import StoreLock

HOLDER = """
import sys
from pathlib import Path
from coordinator.runtime.folders import StoreFolder
from coordinator.runtime.locks import StoreLock
with StoreLock(StoreFolder(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a second program that holds the store until it is ended."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        try:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            yield holder
        finally:
            holder.kill()


def test_a_second_program_is_refused_and_told_who_holds_it(tmp_path: Path) -> None:
    lock = StoreLock(StoreFolder(tmp_path))
    with another_program(tmp_path) as holder:
        with pytest.raises(StoreBusyError) as refused:
            lock.acquire()
        assert refused.value.owner == holder.pid
        assert not lock.is_held
        holder.communicate()
    with lock:
        assert lock.is_held


def test_a_killed_program_leaves_the_store_free(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    with another_program(tmp_path) as holder:
        holder.kill()
        holder.wait()
    assert folder.lock_owner.read_text() == str(holder.pid)
    with StoreLock(folder):
        assert folder.lock_owner.read_text() == str(os.getpid())


def test_a_second_lock_of_the_same_program_is_refused(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    with StoreLock(folder), pytest.raises(StoreBusyError) as refused:
        StoreLock(folder).acquire()
    assert refused.value.owner == os.getpid()
    with StoreLock(folder):
        pass


def test_a_lock_taken_twice_is_let_go_once(tmp_path: Path) -> None:
    folder = StoreFolder(tmp_path)
    lock = StoreLock(folder)
    lock.acquire()
    lock.acquire()
    lock.release()
    lock.release()
    assert not folder.lock_owner.exists()
    with StoreLock(folder):
        pass


def test_another_thread_may_let_go(tmp_path: Path) -> None:
    lock = StoreLock(StoreFolder(tmp_path))
    lock.acquire()
    thread = threading.Thread(target=lock.release)
    thread.start()
    thread.join()
    with StoreLock(StoreFolder(tmp_path)):
        pass


@pytest.mark.parametrize("written", ["", "nobody", "-5", "9" * 30, "999999999"])
def test_an_owner_that_cannot_be_is_nobody(tmp_path: Path, written: str) -> None:
    folder = StoreFolder(tmp_path)
    with StoreLock(folder):
        folder.lock_owner.write_text(written)
        with pytest.raises(StoreBusyError) as refused:
            StoreLock(folder).acquire()
    assert refused.value.owner == 0


def test_a_folder_that_is_gone_cannot_be_locked(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreReadOnlyError):
        StoreLock(StoreFolder(tmp_path / "file" / "store")).acquire()
