"""Measuring two things against each other in one run, so that a busy machine slows both alike."""

import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: ours against the nearest limit, in the same unit."""

    name: str
    ours: float
    limit: float
    limit_is: str
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the limit ours takes."""
        return self.ours / self.limit if self.limit else float("inf")


def compare(
    name: str,
    ours: Callable[[], object],
    limit: Callable[[], object],
    *,
    limit_is: str,
    rounds: int = 30,
) -> Row:
    """Run both in turn and give the medians, in milliseconds; the first round warms up."""
    mine: list[float] = []
    nearest: list[float] = []
    for number in range(rounds + 1):
        pair = timed(ours), timed(limit)
        if number:
            mine.append(pair[0])
            nearest.append(pair[1])
    return Row(name, statistics.median(mine), statistics.median(nearest), limit_is)


def timed(work: Callable[[], object]) -> float:
    """Give the wall time of one call in milliseconds."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def most_held(
    work: Callable[..., int], *given: object, first: Callable[[], object] | None = None
) -> tuple[float, int]:
    """Give the kB a process of its own held at most while it worked, and what the work gave.

    What it held at the beginning, and after `first`, does not count. All that is given has to be
    found by its name in another process.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_measured, args=(there, work, given, first))
    process.start()
    there.close()  # else a process that dies would be waited for without end
    found: tuple[float, int] = here.recv()
    process.join()
    return found


def _measured(
    pipe: Connection,
    work: Callable[..., int],
    given: tuple[object, ...],
    first: Callable[[], object] | None,
) -> None:
    if first is not None:
        first()
    before = _most_so_far()
    came_of_it = work(*given)
    pipe.send((float(_most_so_far() - before), came_of_it))


def _most_so_far() -> int:
    """Give the most kB this process has held at once.

    `getrusage` also counts what the process that started this one held, so Linux is asked itself.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    lines = status.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
