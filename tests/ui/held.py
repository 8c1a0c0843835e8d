"""Acts that wait, as they do behind a backup: what the keys do meanwhile."""

from collections.abc import Callable
from typing import Any

from tests.ui.driving import LanesThatWaitForNobody, settle
from tests.ui.live_meeting.live_rooms import LiveRoom


class HeldActs:
    """The acts of a room that wait until they are let go, in their order."""

    def __init__(self, room: LiveRoom) -> None:
        lanes = room.window.lanes  # type: ignore[attr-defined]
        assert isinstance(lanes, LanesThatWaitForNobody)
        self._lanes, self._really = lanes, lanes.command
        self._waiting: list[Callable[[], None]] = []
        lanes.command = self._hold  # type: ignore[method-assign]

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def let_go(self) -> None:
        """Do them all, and wait no more."""
        self._lanes.command = self._really  # type: ignore[method-assign]
        for do in self._waiting:
            do()
            settle()
        self._waiting = []

    def _hold(self, act: Any, *, then: Any = None, refused: Any = None) -> None:
        self._waiting.append(lambda: self._really(act, then=then, refused=refused))
