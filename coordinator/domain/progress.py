"""How long work tells how far it is, and how a person stops it."""

from typing import Protocol


class Progress(Protocol):
    """What a window or the command line hands to long work."""

    def step(self, done: int, total: int) -> None:
        """Tell that `done` of `total` pieces are finished; `total` 0 when nobody can know.

        Raises:
            CancelledError: The person stopped it; the work undoes what it began.
        """


class Unwatched:
    """Progress that nobody watches, so nobody stops it: the default of long work."""

    def step(self, done: int, total: int) -> None:
        """Note nothing."""
