"""Timing two things against each other in one run, so that a busy machine slows both alike."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


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
