"""A disk of its own that is really small, so that the system itself says there is no room."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_BLOCK = 4096
_MOUNT, _UMOUNT = shutil.which("mount"), shutil.which("umount")


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """Put a disk of so many bytes in a new folder; the test is skipped where nobody may."""
    if os.name != "posix" or _MOUNT is None or _UMOUNT is None or os.geteuid() != 0:
        pytest.skip("a disk is put up by the system's own administrator")
    place.mkdir()
    asked = [_MOUNT, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", os.fspath(place)]
    if subprocess.run(asked, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody put up a disk")
    try:
        yield place
    finally:
        subprocess.run([_UMOUNT, "-l", os.fspath(place)], check=True)


@contextmanager
def only_left(disk: Path, room: int) -> Iterator[None]:
    """Fill a disk until no more than this many bytes are free; empty it again afterwards."""
    ballast = disk / "ballast"
    try:
        with ballast.open("wb", buffering=0) as file:
            free = os.statvfs(disk)
            while (spare := free.f_bavail * free.f_frsize - room) >= _BLOCK:
                file.write(bytes(min(spare - spare % _BLOCK, 1 << 20)))
                free = os.statvfs(disk)
        yield
    finally:
        ballast.unlink(missing_ok=True)
