"""Jobs that are done at once, on the real store of a test, and what the windows told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from coordinator.casework.desk import Desk
from coordinator.domain.errors import CancelledError
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.progress import Progress
from coordinator.wording.notices import Notice

T = TypeVar("T")


class _Unhurried:
    def step(self, done: int, total: int) -> None:
        """Nobody watches."""


@dataclass
class ImmediateJobs:
    """Does each thing when it is asked for; faults nobody deals with are kept."""

    desk: Desk
    listeners: list[Callable[[Changes], None]] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)

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
            found = read(self.desk)
        except Exception as error:  # noqa: BLE001 - as the lanes do
            self._fail(error, refused)
            return
        then(found)

    def command(
        self,
        act: Callable[[Desk], Done[T]],
        *,
        then: Callable[[T], None] | None = None,
        refused: Callable[[Exception], bool] | None = None,
    ) -> None:
        try:
            done = act(self.desk)
        except Exception as error:  # noqa: BLE001 - as the lanes do
            self._fail(error, refused)
            return
        for listener in self.listeners:
            listener(done.changes)
        if then is not None:
            then(done.result)

    def long(self, what: str, work: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        then(work(_Unhurried()))

    def _fail(self, error: Exception, refused: Callable[[Exception], bool] | None) -> None:
        if isinstance(error, CancelledError):
            return
        if refused is None or not refused(error):
            self.failures.append(error)


@dataclass
class WaitingJobs(ImmediateJobs):
    """Does nothing until it is told to, in order: what is in flight can be looked at."""

    waiting: list[Callable[[], None]] = field(default_factory=list)

    def query(self, *given: Any, **more: Any) -> None:
        self.waiting.append(lambda: ImmediateJobs.query(self, *given, **more))

    def command(self, *given: Any, **more: Any) -> None:
        self.waiting.append(lambda: ImmediateJobs.command(self, *given, **more))

    def go_on(self) -> None:
        """Do everything asked for so far, and what comes of it."""
        while self.waiting:
            self.waiting.pop(0)()


@dataclass
class Told:
    """What was shown as notices, and where somebody went."""

    notices: list[Notice] = field(default_factory=list)
    places: list[Any] = field(default_factory=list)

    def tell(self, notice: Notice) -> None:
        self.notices.append(notice)

    def go(self, place: Any) -> None:
        self.places.append(place)
