"""Files that are either the old or the new one, never half: the way all are written."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from coordinator.domain.errors import ExportTargetError, StoreFullError, StoreReadOnlyError

PART = ".part"
"""How a file ends that is still being written; one found at start-up is left from a crash."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_TRIES = 8


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that a crash at any moment leaves the old one or the new one.

    The new bytes go into a file beside the target that only its owner can read, reach the disk,
    and take the target's name in one step.

    Raises:
        OSError: As the system said it; see `store_faults` and `target_faults`.
    """
    write_together({path: content})


def free_path(path: Path) -> Path:
    """Give a name that is not taken: what lies there may have been filled in by somebody."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return found


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write files that belong together: each is whole, and no lack of room parts them.

    All bytes reach the disk before the first file gets its name; names are given in order, and
    only a crash can come between two of them.

    Raises:
        OSError: As the system said it; nothing was written over unless a name was refused.
    """
    parts: list[tuple[Path, Path]] = []
    try:
        for path, content in contents.items():
            parts.append((_empty_part(path), path))
            _fill(parts[-1][0], content)
        for part, path in parts:
            replace(part, path)
    except BaseException:
        for part, _path in parts:
            part.unlink(missing_ok=True)
        raise


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """Give an empty file beside a target, to be filled and then given its name by `replace`.

    Only its owner can read it. What the block leaves without its name is removed.

    Raises:
        OSError: As the system said it.
    """
    part = _empty_part(path)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder inside a target; what the block puts there moves up when it ends.

    When it does not end well, nothing of it stays, and the target is there only if it was. What a
    program that was killed left of an earlier one goes first.

    Raises:
        OSError: As the system said it.
    """
    was_there = path.exists()
    path.mkdir(parents=True, exist_ok=True)
    for left in filter(is_part_folder, path.iterdir()):
        shutil.rmtree(left, ignore_errors=True)
    part = Path(tempfile.mkdtemp(dir=path, prefix=".", suffix=PART))
    moved: list[Path] = []
    try:
        yield part
        for found in sorted(part.iterdir()):
            moved.append(path / found.name)
            found.replace(moved[-1])
        part.rmdir()
    except BaseException:
        for made in (*moved, part):
            shutil.rmtree(made, ignore_errors=True)
        if not was_there:
            path.rmdir()
        raise


def is_part_folder(found: Path) -> bool:
    """Whether it is what `whole_folder` fills, and leaves when the program is killed."""
    return found.name.startswith(".") and found.name.endswith(PART) and found.is_dir()


def reach_disk(part: Path) -> None:
    """Wait until all of a file is on the disk."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _empty_part(path: Path) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=PART)
    os.close(handle)
    return Path(name)


def is_part_of(found: Path, path: Path) -> bool:
    """Whether a file is the half-written beginning of another, as a crash leaves it."""
    name = found.name
    return name.startswith(f"{path.name}.") and name.endswith(PART) and found.parent == path.parent


def _fill(part: Path, content: bytes) -> None:
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace(part: Path, path: Path) -> None:
    """Give a finished file its name, over what stands there, and make the name durable."""
    _retried_replace(part, path)
    sync_folder(path.parent)


def _retried_replace(part: Path, path: Path) -> None:
    # A virus scanner on Windows may hold a fresh file for a moment.
    for left in reversed(range(_TRIES if os.name == "nt" else 1)):
        try:
            part.replace(path)
        except PermissionError:
            if not left:
                raise
            time.sleep(0.05)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make new names in a folder survive a power cut; Windows does that by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_parts(folder: Path) -> int:
    """Remove what a crash left half written; only while nobody else writes there.

    Returns:
        How many files went.
    """
    stray = [path for path in folder.glob(f"*{PART}") if path.is_file()]
    for path in stray:
        path.unlink(missing_ok=True)
    return len(stray)


@contextmanager
def store_faults() -> Iterator[None]:
    """Say what a failed write means for the store.

    Raises:
        StoreFullError: The disk or the quota has no room.
        StoreReadOnlyError: Anything else that keeps the folder from being written to.
    """
    try:
        yield
    except OSError as fault:
        raise (StoreFullError if fault.errno in _NO_ROOM else StoreReadOnlyError) from fault


@contextmanager
def target_faults(path: Path) -> Iterator[None]:
    """Say what a failed write means for a paper or a list.

    Raises:
        ExportTargetError: No room, no right or no such folder.
    """
    try:
        yield
    except OSError as fault:
        raise ExportTargetError(path) from fault
