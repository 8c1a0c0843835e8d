"""Jobs done at once, on the caller's own thread: presenters are tested without lanes or Qt."""

from collections.abc import Callable
from typing import TypeVar

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.withholding import told_to_sitter
from coordinator.domain.errors import CoordinatorError
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.progress import Progress, Unwatched

T = TypeVar("T")


class ImmediateJobs:
    """Does every job when it is asked for, and remembers what went wrong."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.changed: list[Changes] = []
        self.listeners: list[Callable[[Changes], None]] = []
        self.failures: list[Exception] = []

    def query(
        self,
        read: Callable[[Desk], T],
        then: Callable[[T], None],
        *,
        replaces: str = "",
        refused: Callable[[Exception], bool] | None = None,
        journalled: bool = False,
    ) -> None:
        try:
            result = told_to_sitter(self.desk, read)
        except CoordinatorError as error:
            self._fail(error, refused)
        else:
            then(result)

    def command(
        self,
        act: Callable[[Desk], Done[T]],
        *,
        then: Callable[[T], None] | None = None,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        try:
            done = act(self.desk)
        except CoordinatorError as error:
            self._fail(error, refused)
            return
        self._spread(done.changes)
        if then is not None:
            then(done.result)

    def long(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        self.apart(what, work, then, refused=refused)

    def beside(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        self.apart(what, work, then, refused=refused)

    def apart(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        try:
            result = work(Unwatched())
        except CoordinatorError as error:
            self._fail(error, refused)
            return
        if isinstance(result, Done):
            self._spread(result.changes)
        then(result)

    def _spread(self, changes: Changes) -> None:
        self.changed.append(changes)
        for listener in self.listeners:
            listener(changes)

    def _fail(self, error: CoordinatorError, refused: Callable[[Exception], bool] | None) -> None:
        if refused is None or not refused(error):
            self.failures.append(error)
