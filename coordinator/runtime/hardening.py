"""What this process keeps to itself: no core dumps, private files, no messages in its log.

The text of an exception can hold a person's name, so the log of faults gets the time, the kind of
fault and the line of the program it came from, and nothing else.
"""

import ctypes
import os
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import platformdirs

_PR_SET_DUMPABLE = 4  # linux/prctl.h
_LOG_LIMIT = 256 * 1024
"""In bytes; a longer log starts anew."""
_MEMORY_SYSTEMS = frozenset({"tmpfs", "ramfs"})


def harden() -> None:
    """Keep memory out of core dumps and other users out of every file made from now on.

    On Linux the process can no longer be looked into by other programs of the same user, and what
    libraries put aside on their way (a sheet, what goes to a printer) lies in memory. What a
    system does not offer is passed over: the store stays encrypted without it.
    """
    os.umask(0o077)
    _put_aside_in_memory()
    _forbid_core_dumps()
    _forbid_looking_in()


def _forbid_core_dumps() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid_looking_in() -> None:
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _put_aside_in_memory() -> None:
    for folder in (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm"):  # noqa: S108 - memory
        if folder and _is_in_memory(Path(folder)):
            os.environ["TMPDIR"] = tempfile.tempdir = folder
            return


def _is_in_memory(folder: Path) -> bool:
    """Whether what is written there stays in memory, as Linux tells it; elsewhere never."""
    try:
        device = folder.stat().st_dev
        mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    of_folder = f"{os.major(device)}:{os.minor(device)}"
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        if before.split()[2] == of_folder and after.split()[0] in _MEMORY_SYSTEMS:
            return os.access(folder, os.W_OK)
    return False


def fault_log() -> Path:
    """Tell where this device keeps its log of faults; it holds no personal data."""
    return platformdirs.user_log_path("coordinator", appauthor=False) / "faults.log"


def tell_faults(sentence: str, log: Path | None = None) -> None:
    """From now on answer an unforeseen fault with one sentence instead of a traceback.

    Args:
        sentence: What a person reads on stderr; `{fault}` in it becomes the kind and the line.
        log: Where kind and line are noted; `fault_log()` when not given.
    """
    sys.excepthook = _hook(sentence, log or fault_log())


_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def _hook(sentence: str, log: Path) -> _Hook:
    def tell(
        kind: type[BaseException], fault: BaseException, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        what = described(fault)
        note_fault(log, what)
        with suppress(OSError, AttributeError, ValueError):  # a window has no stderr
            sys.stderr.write(sentence.replace("{fault}", what) + "\n")

    return tell


def described(fault: BaseException) -> str:
    """Name a fault by its kind and the line it came from: no message, no values, no folders."""
    lines = [
        f"{frame.f_globals.get('__name__', '?')}:{line}"
        for frame, line in traceback.walk_tb(fault.__traceback__)
    ]
    ours = [line for line in lines if line.startswith("coordinator.")]
    places = [*ours[-1:], *lines[-1:]]
    return " ".join([type(fault).__name__, *dict.fromkeys(places)])


def note_fault(log: Path, what: str) -> None:
    """Add a fault to the log; a log that cannot be written never hides the fault itself."""
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > _LOG_LIMIT:
            log.unlink()
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {what}\n")
