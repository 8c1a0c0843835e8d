"""The window: from the start to what somebody waits for, against a window with nothing of ours.

Each figure is the best of several, taken in turn with its limit in processes of their own; the
store is a copy, so that what is opened here leaves no trace. `COORDINATOR_BENCH` names its size:
small, county or large.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import reads
from tests.benchmarks.measuring import Row

_STARTS, _SITTINGS = 7, 2
_BARE = "a bare PySide6 window"
_COMPILED = {"PYTHONPYCACHEPREFIX": str((reads._PLACE / "compiled").absolute())}
"""Where the first start leaves what it compiled; the others are starts of every day."""
_LEFT_OUT = shutil.ignore_patterns("backups", "store.lock*")


def rows() -> Iterator[Row]:
    """Give the figures one by one."""
    size = reads._SIZE
    reads._opened(size).close(back_up=False)
    with tempfile.TemporaryDirectory(dir=reads._PLACE) as place:
        store = Path(place) / "store"
        shutil.copytree(reads._PLACE / f"{size}-{reads._SEED}", store, ignore=_LEFT_OUT)
        yield from _starts(store, Path(place))
        sittings = [_told("work", str(store)) for _round in range(_SITTINGS)]
        bare = _told("bare")
        least = {name: min(one[name] for one in sittings) for name in sittings[0]}
        yield from _sitting(least, bare, str(size))


def _starts(store: Path, home: Path) -> Iterator[Row]:
    ours, limit = [], []
    own = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    for _round in range(_STARTS):
        limit.append(_told("bare")["painted"])
        ours.append(_told("unlock", str(store), **own)["painted"])
    yield Row("start to the painted unlock page", min(ours), min(limit), _BARE)


def _sitting(told: dict[str, float], bare: dict[str, float], size: str) -> Iterator[Row]:
    start, idle = bare["painted"], told["stall, idle"]
    yield Row(f"unlock to This week, {size}, key apart", told["this week"], start, _BARE)
    yield Row("deriving the key", told["derivation"], told["derivation"], "itself")
    yield Row(f"memory at This week, {size}", told["memory"], bare["memory"], _BARE, "MB")
    yield Row("switching screens", told["switch"], 1000 / 60, "one frame")
    yield Row(
        "search, key to repaint", told["search"], told["search read"], "pause and read alone"
    )
    yield Row("opening a person", told["person"], told["person read"], "its read alone")
    yield Row("longest stall, pack of 200", told["stall, pack"], idle, "the same, idle")
    yield Row("longest stall, backup", told["stall, backup"], idle, "the same, idle")


def _told(*words: str, **own: str) -> dict[str, float]:
    """Start a window and give what it tells, with the milliseconds to its first paint."""
    command = [sys.executable, "-m", "tests.benchmarks._window", *words]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | _COMPILED | own
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    first = process.stdout.readline()
    painted = (time.perf_counter() - begin) * 1000
    rest = process.stdout.read()
    if process.wait() or first != "painted\n":
        raise RuntimeError(f"the window ended early: {words[0]}")
    return {"painted": painted, **json.loads(rest)}
