"""How long an item of a meeting is open: counted by signs of life, never by what a clock shows.

Time in which nobody could have been looking is not counted by itself: it is asked about.
"""

from dataclasses import dataclass, replace

from coordinator.domain.meetings.agendas import MOST_MINUTES

MOST_SILENT = 600.0
"""Seconds without a sign of life that count as time of the item without a question."""

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """What has run so far; all in seconds.

    Attributes:
        counted: Time of the item.
        last: The last sign of life, by a clock that only goes on.
        missing: Passed without a sign of life; somebody says whether it counts.
    """

    counted: float = 0.0
    last: float = 0.0
    missing: float = 0.0
    is_paused: bool = False

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded."""
        return rounded(self.counted)

    def at(self, now: float) -> "Stopwatch":
        """Give a sign of life."""
        passed = max(now - self.last, 0.0)
        if self.is_paused or not passed:
            return replace(self, last=now)
        if passed > MOST_SILENT:
            return replace(self, missing=self.missing + passed, last=now)
        return replace(self, counted=self.counted + passed, last=now)

    def paused(self, now: float) -> "Stopwatch":
        """Stop counting."""
        return replace(self.at(now), is_paused=True)

    def gone_on(self, now: float) -> "Stopwatch":
        """Go on counting."""
        return replace(self.at(now), is_paused=False)

    def with_missing(self) -> "Stopwatch":
        """Count what nobody knew about."""
        return replace(self, counted=self.counted + self.missing, missing=0.0)

    def without_missing(self) -> "Stopwatch":
        """Leave it out."""
        return replace(self, missing=0.0)


def rounded(seconds: float) -> int:
    """Give whole minutes, half a minute up."""
    return int((seconds + _MINUTE / 2) // _MINUTE)


def time_away(steady_passed: float, wall_passed: float) -> float:
    """Say how long the program was gone, in seconds, by the two clocks it finds again.

    Args:
        steady_passed: By the clock that only goes on; below nothing when the computer was started
            anew meanwhile.
        wall_passed: By the clock on the wall, which somebody may have set.

    Returns:
        The shorter of both that can be: a clock that jumped never makes an item longer.
    """
    passed = wall_passed if steady_passed < 0 else min(steady_passed, wall_passed)
    return max(passed, 0.0)


def minutes_in_all(before: int, recorded: int, seconds: float) -> int:
    """Say how many minutes an item has taken, when it is left.

    Args:
        before: Recorded when it was opened here.
        recorded: Recorded now: somebody else may have had it open, too, or this same time was
            recorded already.
        seconds: That it was open here.
    """
    return min(max(recorded, before + rounded(seconds)), MOST_MINUTES)
