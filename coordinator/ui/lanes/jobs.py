"""How a presenter asks for work off the window's thread; no Qt, so that it is tested without.

The lanes hold the desks and hand them to the work: nobody else can reach the store, and after a
lock there is nothing left to reach it with.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.wording.refusals.notices import Notice

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

T = TypeVar("T")
Notify = Callable[[Notice], None]
"""Shows a notice on the page until it is dismissed."""


class Jobs(Protocol):
    """Runs work elsewhere and comes back on the window's thread."""

    def query(
        self,
        read: Callable[[Desk], T],
        then: Callable[[T], None],
        *,
        replaces: str = "",
        refused: Callable[[Exception], bool] | None = None,
        journalled: bool = False,
    ) -> None:
        """Read something.

        Args:
            read: One read of casework.
            then: Gets the answer.
            replaces: A newer query of this name drops the answer to an older one.
            refused: Sees an error first; returns whether it dealt with it.
            journalled: The read is noted in the journal, so it goes the way of the commands.
        """

    def command(
        self,
        act: Callable[[Desk], Done[T]],
        *,
        then: Callable[[T], None] | None = None,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Change something; open screens hear of the changes before `then` gets the result."""

    def long(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Do something that takes a while, behind the commands; it is shown and can be stopped.

        Args:
            what: Shown beside the bar.
            work: Gets the progress to tell of. When it gives a `Done`, open screens hear of the
                changes.
            then: Gets the result; nothing when it was stopped.
            refused: Sees an error first, also that somebody stopped it (`CancelledError`).
        """

    def apart(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Do something that takes a while and needs no store; nothing else waits for it.

        Args:
            what: Shown beside the bar.
            work: Gets the progress to tell of.
            then: Gets the result; nothing when it was stopped.
            refused: Sees an error first, also that somebody stopped it (`CancelledError`).
        """

    def beside(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Copy the store or check it whole: writing and reading go on, and nothing waits for it.

        Args:
            what: Shown beside the bar.
            work: Opens connections of its own; gets the progress to tell of.
            then: Gets the result; nothing when it was stopped.
            refused: Sees an error first, also that somebody stopped it (`CancelledError`).
        """
