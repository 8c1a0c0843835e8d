"""Files that are whole, or not there."""

import errno
import os
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from coordinator.domain.errors import ExportTargetError, StoreFullError, StoreReadOnlyError
from coordinator.runtime.writing import (
    PART,
    store_faults,
    sweep_parts,
    target_faults,
    write_atomically,
    write_together,
)
from tests.crashes import crash_at_every_step

POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="needs fork and plain permissions")


def test_a_file_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    for content in (b"one", b"", b"two" * 10_000):
        write_atomically(path, content)
        assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == ["paper.pdf"]


@POSIX_ONLY
def test_only_its_owner_can_read_it_whatever_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.touch()
    path.chmod(0o666)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600


@POSIX_ONLY
def test_a_crash_at_any_step_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    seen = {b"old": 0, b"new": 0}
    path.write_bytes(b"old")
    for _step in crash_at_every_step(lambda: write_atomically(path, b"new")):
        seen[path.read_bytes()] += 1
        sweep_parts(tmp_path)
        assert list(tmp_path.iterdir()) == [path]
        path.write_bytes(b"old")
    assert min(seen.values()) > 0
    assert path.read_bytes() == b"new"


@POSIX_ONLY
def test_the_bytes_reach_the_disk_before_the_name_and_the_name_before_the_end(
    tmp_path: Path,
) -> None:
    # A crash of the process cannot tell; a power cut would. So the order itself is looked at.
    asked: list[str] = []

    def watch(_frame: FrameType, event: str, function: Any) -> None:
        if event == "c_call" and function.__name__ in {"fsync", "replace"}:
            asked.append(function.__name__)

    sys.setprofile(watch)
    try:
        write_atomically(tmp_path / "paper.pdf", b"new")
    finally:
        sys.setprofile(None)
    assert asked == ["fsync", "replace", "fsync"]


def test_what_cannot_take_its_name_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    (target / "inside").mkdir(parents=True)
    with pytest.raises(OSError, match="taken"):
        write_atomically(target, b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["taken"]


def test_files_that_belong_together_are_written_both_or_not_at_all(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_together({first: b"1", second: b"2"})
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    with pytest.raises(FileNotFoundError):
        write_together({first: b"new", tmp_path / "gone" / "second": b"new"})
    assert first.read_bytes() == b"1"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["first", "second"]


def test_sweeping_takes_half_written_files_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / f"keys.json.x1{PART}").touch()
    (tmp_path / "keys.json").touch()
    (tmp_path / f"folder{PART}").mkdir()
    assert sweep_parts(tmp_path) == 1
    assert sorted(found.name for found in tmp_path.iterdir()) == [f"folder{PART}", "keys.json"]


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, StoreFullError),
        (errno.EDQUOT, StoreFullError),
        (errno.EACCES, StoreReadOnlyError),
        (errno.EROFS, StoreReadOnlyError),
        (errno.ENOENT, StoreReadOnlyError),
        (errno.EIO, StoreReadOnlyError),
    ],
)
def test_a_failed_write_says_what_it_means_for_the_store(
    number: int, kind: type[Exception]
) -> None:
    with pytest.raises(kind), store_faults():
        raise OSError(number, os.strerror(number))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_as_one() -> None:
    with pytest.raises(StoreFullError), store_faults():
        Path("/dev/full").write_bytes(b"x" * 10_000)


def test_a_paper_that_cannot_be_written_says_where(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "agenda.pdf"
    with pytest.raises(ExportTargetError) as refused, target_faults(path):
        write_atomically(path, b"%PDF")
    assert refused.value.path == path
