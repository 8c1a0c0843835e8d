"""Answers for a page that may be gone by the time they come."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.ui.lanes.jobs import Jobs

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

T = TypeVar("T")
Refused = Callable[[Exception], bool]


class JobsWhileOpen:
    """Asks for work as `Jobs` does; once the page is closed it is told of no answer.

    What was asked for is done all the same: a text saved on the way out is saved. Where that was
    refused, the window says so: nobody else would.
    """

    def __init__(self, page: QWidget, jobs: Jobs) -> None:
        self._page, self._jobs = page, jobs

    def query(
        self,
        read: "Callable[[Desk], T]",
        then: Callable[[T], None],
        *,
        replaces: str = "",
        refused: Refused | None = None,
        journalled: bool = False,
    ) -> None:
        """Read something; see `Jobs.query`."""
        self._jobs.query(
            read,
            self._while_open(then),
            replaces=replaces,
            refused=self._unless_closed(refused),
            journalled=journalled,
        )

    def command(
        self,
        act: "Callable[[Desk], Done[T]]",
        *,
        then: Callable[[T], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Change something; see `Jobs.command`."""
        told = self._while_open(then) if then is not None else None
        self._jobs.command(act, then=told, refused=self._or_the_window(refused))

    def long(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Do something that takes a while; see `Jobs.long`."""
        told = self._unless_closed(refused)
        self._jobs.long(what, work, self._while_open(then), refused=told)

    def apart(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Do something that needs no store; see `Jobs.apart`."""
        told = self._unless_closed(refused)
        self._jobs.apart(what, work, self._while_open(then), refused=told)

    def beside(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Copy the store; see `Jobs.beside`."""
        told = self._unless_closed(refused)
        self._jobs.beside(what, work, self._while_open(then), refused=told)

    def _while_open(self, then: Callable[[T], None]) -> Callable[[T], None]:
        def tell(result: T) -> None:
            if isValid(self._page):
                then(result)

        return tell

    def _or_the_window(self, refused: Refused | None) -> Refused | None:
        if refused is None:
            return None

        def deal_with(error: Exception) -> bool:
            return isValid(self._page) and refused(error)

        return deal_with

    def _unless_closed(self, refused: Refused | None) -> Refused | None:
        if refused is None:
            return None

        def deal_with(error: Exception) -> bool:
            return not isValid(self._page) or refused(error)

        return deal_with
