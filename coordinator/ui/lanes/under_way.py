"""Long work that is under way on several lanes, one of it shown at a time. No Qt."""

import threading
from collections.abc import Callable

from coordinator.domain.errors import CancelledError

Tell = Callable[[int, int], None]


class Watched:
    """Progress that the window shows and can stop; told from the lane."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stopped.set()

    def step(self, done: int, total: int) -> None:
        """Tell how far the work is.

        Raises:
            CancelledError: Somebody stopped it.
        """
        if self._stopped.is_set():
            raise CancelledError
        self._tell(done, total)


class UnderWay:
    """What is under way, the latest in front: the bar, and its Cancel, are of that one.

    When it ends, the one that was begun before it is shown again.
    """

    def __init__(
        self, began: Callable[[str, Watched], None], stepped: Tell, ended: Callable[[], None]
    ) -> None:
        self._began, self._stepped, self._ended = began, stepped, ended
        self._works: list[tuple[str, Watched]] = []

    def begin(self, what: str) -> Watched:
        """Show that work begins; gives what it is to tell."""

        def tell(done: int, total: int) -> None:  # from its lane
            works = self._works
            if works and works[-1][1] is watched:
                self._stepped(done, total)

        watched = Watched(tell)
        self._works = [*self._works, (what, watched)]
        self._began(what, watched)
        return watched

    def end(self, watched: Watched) -> None:
        """Show that it is over, whatever came of it."""
        was_shown = self._works[-1][1] is watched
        self._works = [one for one in self._works if one[1] is not watched]
        if not self._works:
            self._ended()
        elif was_shown:
            self._began(*self._works[-1])
