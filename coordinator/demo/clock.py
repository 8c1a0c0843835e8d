"""A clock that a demo moves, so that weeks of work can be done in seconds."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_LONDON = ZoneInfo("Europe/London")
_TICK = timedelta(milliseconds=400)  # between two readings, so that acts come after one another


class Clock:
    """Stands still but for a tick at each reading."""

    def __init__(self, on: date, at: time) -> None:
        self._at = datetime.combine(on, at, _LONDON)

    def __call__(self) -> datetime:
        """Read it."""
        self._at += _TICK
        return self._at

    def move_to(self, on: date, at: time) -> None:
        """Go on to a moment; never back.

        Raises:
            ValueError: That moment is over; a fault in the story that is told.
        """
        wanted = datetime.combine(on, at, _LONDON)
        if wanted < self._at:
            raise ValueError("a demo's clock does not go back")
        self._at = wanted
