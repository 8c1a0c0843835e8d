"""What the process keeps to itself."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coordinator.runtime.hardening import described, note_fault

NAME = "Demelza Nance"
FAULTY = f"""
import sys
from pathlib import Path
from coordinator.runtime.hardening import harden, tell_faults
from coordinator.runtime.clock import day_of
from datetime import datetime
harden()
tell_faults("Something went wrong ({{fault}}). Nothing was lost.", Path(sys.argv[1]))
try:
    day_of(datetime(2026, 1, 1))
except ValueError as cause:
    raise RuntimeError("{NAME} moved to 4 Hidden Lane") from cause
"""
INTERRUPTED = """
import sys
from pathlib import Path
from coordinator.runtime.hardening import tell_faults
tell_faults("Something went wrong.", Path(sys.argv[1]))
raise KeyboardInterrupt
"""
HARDENED = """
import resource, os, ctypes
from coordinator.runtime.hardening import harden
harden()
print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)), ctypes.CDLL(None).prctl(3))
"""
ASIDE = """
import os, sys, tempfile
from coordinator.runtime.hardening import harden
harden()
print(tempfile.gettempdir() == os.environ.get("TMPDIR"), os.environ.get("TMPDIR"))
"""


def run(code: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )


def test_a_fault_becomes_one_sentence_and_one_line_without_its_message(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "faults.log"
    ended = run(FAULTY, str(log))
    assert ended.returncode == 1
    assert ended.stderr == "Something went wrong (RuntimeError __main__:12). Nothing was lost.\n"
    assert ended.stdout == ""
    line = log.read_text()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ RuntimeError __main__:12\n", line)
    if os.name != "nt":
        assert log.stat().st_mode & 0o077 == 0


def test_a_person_who_stops_it_is_told_nothing(tmp_path: Path) -> None:
    ended = run(INTERRUPTED, str(tmp_path / "faults.log"))
    assert ended.stderr == ""
    assert not (tmp_path / "faults.log").exists()


def test_a_log_that_cannot_be_written_does_not_hide_the_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    ended = run(FAULTY, str(tmp_path / "file" / "faults.log"))
    assert ended.returncode == 1
    assert ended.stderr.startswith("Something went wrong (RuntimeError")


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_hardened_process_leaves_no_dump_and_makes_private_files() -> None:
    assert run(HARDENED).stdout == "(0, 0) 0o77 0\n"


@pytest.mark.skipif(not Path("/dev/shm").is_mount(), reason="no memory to write to as a folder")
def test_what_libraries_put_aside_lies_in_memory_and_not_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/dev/shm")
    assert run(ASIDE).stdout == "True /dev/shm\n"
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "gone"))
    assert run(ASIDE).stdout == "True /dev/shm\n"


def test_a_fault_is_named_by_our_line_and_the_line_it_broke_at(tmp_path: Path) -> None:
    from coordinator.runtime.writing import write_atomically

    with pytest.raises(OSError, match="gone") as caught:
        write_atomically(tmp_path / "gone" / NAME, b"")
    what = described(caught.value)
    assert re.fullmatch(r"FileNotFoundError coordinator\.runtime\.writing:\d+ tempfile:\d+", what)
    assert NAME not in what


def test_a_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    log = tmp_path / "faults.log"
    log.write_text("x" * 300_000)
    note_fault(log, "ValueError here:1")
    assert log.stat().st_size < 100
    note_fault(log, "ValueError here:2")
    assert [line.split()[-1] for line in log.read_text().splitlines()] == ["here:1", "here:2"]
