"""Work off the window's thread: one lane writes, one reads; answers come back as signals.

The writing lane does acts one after another, and whatever the journal notes. The reading lane has
a connection of its own, so that looking never waits for writing. What needs no store, such as
laying out a paper, is done apart, and what copies it beside them; both keep nobody waiting.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from coordinator.domain.errors import CancelledError
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.runtime.collecting import go_on, hold_off
from coordinator.ui.lanes.under_way import UnderWay, Watched
from coordinator.ui.sitting import Sitting

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

T = TypeVar("T")
Refused = Callable[[Exception], bool]


class Background(QObject):
    """The lanes of one store, from unlock to lock.

    Signals:
        changed: A command wrote something (Changes).
        failed: Work raised and whoever asked did not deal with it (Exception).
        busy: A lane has work, or none has any more (bool).
        saved: A command ended well.
        began: Long work is to be shown, the latest begun (str, Watched).
        stepped: How far that one is (int, int).
        ended: None is under way any more, whatever came of it.
        left: The store is closed (the error of its last backup, or nothing).
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)
    saved = Signal()
    began = Signal(str, object)
    stepped = Signal(int, int)
    ended = Signal()
    left = Signal(object)
    _closed = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sitting: Sitting | None = None
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="writing")
        self._reading = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._apart = ThreadPoolExecutor(1, thread_name_prefix="apart")
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="beside")
        self._under_way = UnderWay(self.began.emit, self.stepped.emit, self.ended.emit)
        self._stoppable: Watched | None = None
        self._closing = threading.Event()
        self._ending: Future[None] | None = None
        self._tickets = count(1)
        self._newest: dict[str, int] = {}
        self._waiting = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._closed.connect(self._tell_left, Qt.ConnectionType.QueuedConnection)

    @property
    def sitting(self) -> Sitting | None:
        """Who sits at which store; nothing while it is locked."""
        return self._sitting

    def warm_up(self, work: Callable[[], object]) -> None:
        """Load what opening needs; a fault in it shows when the store is opened."""
        self._writing.submit(self._unless_closing(work))

    def unlock(
        self,
        opening: Callable[[], tuple[Sitting, T]],
        then: Callable[[T], None],
        refused: Callable[[Exception], None],
    ) -> None:
        """Open a store on the lane that will own its writing connection.

        Args:
            opening: Gives who sits there, and whatever else `then` is to know.
            then: Is told when the store is open; from now on there may be queries and commands.
            refused: Is told why not.
        """

        def work() -> T:
            self._sitting, more = opening()
            return more

        self._submit(self._writing, work, then, refused)

    def query(
        self,
        read: Callable[[Desk], T],
        then: Callable[[T], None],
        *,
        replaces: str = "",
        refused: Refused | None = None,
        journalled: bool = False,
    ) -> None:
        """Read something; see `Jobs.query`."""
        ticket = next(self._tickets)
        if replaces:
            self._newest[replaces] = ticket

        def is_outdated() -> bool:
            return bool(replaces) and self._newest[replaces] != ticket

        def work() -> T:
            if is_outdated():
                raise CancelledError  # somebody types fast: nobody will look at this answer
            from coordinator.casework.need_to_know.withholding import (
                told_to_sitter,  # as late as a store is
            )

            sitting = self._seated()
            return told_to_sitter(sitting.writing if journalled else sitting.reading, read)

        def answer(result: T) -> None:
            if not is_outdated():
                then(result)

        def refuse(error: Exception) -> bool:
            return is_outdated() or (refused is not None and refused(error))

        lane = self._writing if journalled else self._reading
        fail = partial(self._fail, refused=refuse)
        self._submit(lane, work, answer, fail, is_promised=journalled)

    def command(
        self,
        act: Callable[[Desk], Done[T]],
        *,
        then: Callable[[T], None] | None = None,
        refused: Refused | None = None,
    ) -> None:
        """Change something; see `Jobs.command`."""

        def answer(done: Done[T]) -> None:
            self.changed.emit(done.changes)
            self.saved.emit()
            if then is not None:
                then(done.result)

        def fail(error: Exception) -> None:
            self._fail(error, refused)

        work = partial(self._acted, act)
        self._submit(self._writing, work, answer, fail, is_promised=True)

    def _acted(self, act: Callable[[Desk], Done[T]]) -> Done[T]:
        return act(self._seated().writing)

    def long(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Do something that takes a while; see `Jobs.long`."""
        self._shown(self._writing, self._under_way.begin(what), work, then, refused)

    def apart(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Do something that needs no store; see `Jobs.apart`."""
        watched = self._stoppable = self._under_way.begin(what)
        self._shown(self._apart, watched, work, then, refused)

    def beside(
        self,
        what: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
    ) -> None:
        """Copy the store; see `Jobs.beside`."""
        self._shown(self._beside, self._under_way.begin(what), work, then, refused)

    def _shown(
        self,
        lane: ThreadPoolExecutor,
        watched: Watched,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        refused: Refused | None,
    ) -> None:
        def answer(result: T) -> None:
            self._under_way.end(watched)
            if isinstance(result, Done):
                self.changed.emit(result.changes)
                self.saved.emit()
            then(result)

        def fail(error: Exception) -> None:
            self._under_way.end(watched)
            if refused is None or not refused(error):
                self._fail(error, None)

        self._submit(lane, lambda: work(watched), answer, fail)

    def sit_down(self, sitting: Sitting) -> None:
        """Go on as somebody else at the same store; whoever sat there before reads no more."""
        before, self._sitting = self._sitting, sitting
        if before is not None:
            self._reading.submit(before.reading.store.close)

    def leave(self) -> None:
        """Finish every act asked for, drop the rest, close the store; do not wait for it.

        No answer is delivered any more, not even of what was finished. `left` tells the end: the
        last backup of a large store takes a while.
        """
        if self._closing.is_set():
            return
        self._closing.set()
        go_on(self)  # nobody will hear that the last work ended
        if self._stoppable is not None:
            self._stoppable.stop()
        looked = self._reading.submit(self._stop_reading)
        copied = self._beside.submit(lambda: None)  # a backup in hand is finished

        def close() -> None:
            looked.result()
            copied.result()
            self._stop_writing()

        def tell(future: Future[None]) -> None:
            self._closed.emit(future.exception())

        self._ending = self._writing.submit(close)
        self._ending.add_done_callback(tell)
        self._apart.shutdown(wait=False)
        self._beside.shutdown(wait=False)
        self._reading.shutdown(wait=False)
        self._writing.shutdown(wait=False)

    def close(self) -> None:
        """Leave, and wait until the store is closed.

        Raises:
            CoordinatorError: The last backup could not be made; the store is closed all the same.
        """
        self.leave()
        self._apart.shutdown(wait=True)
        self._beside.shutdown(wait=True)
        self._reading.shutdown(wait=True)
        self._writing.shutdown(wait=True)
        self._sitting = None
        if self._ending is not None:
            self._ending.result()

    def _seated(self) -> Sitting:
        if self._sitting is None:
            raise CancelledError
        return self._sitting

    def _stop_reading(self) -> None:
        # A store that is still being opened is never read from; its lane closes all of it.
        if self._sitting is not None:
            self._sitting.reading.store.close()

    def _stop_writing(self) -> None:
        if self._sitting is not None:
            self._sitting.close()

    def _fail(self, error: Exception, refused: Refused | None) -> None:
        if isinstance(error, CancelledError):
            return
        if refused is None or not refused(error):
            self.failed.emit(error)

    def _unless_closing(self, work: Callable[[], T]) -> Callable[[], T]:
        def guarded() -> T:
            if self._closing.is_set():
                raise CancelledError
            return work()

        return guarded

    def _submit(
        self,
        lane: ThreadPoolExecutor,
        work: Callable[[], T],
        answer: Callable[[T], None],
        fail: Callable[[Exception], None],
        *,
        is_promised: bool = False,
    ) -> None:
        """Send work to a lane; what is promised is done though the desk is left before then."""
        if self._closing.is_set():
            return  # what was asked for on the way out is dropped
        self._waiting += 1
        if self._waiting == 1:
            hold_off(self)
            self.busy.emit(True)  # noqa: FBT003 - a signal takes no names

        def finish(future: Future[T]) -> None:
            self._answered.emit(lambda: self._settle(future, answer, fail))

        sent = work if is_promised else self._unless_closing(work)
        lane.submit(sent).add_done_callback(finish)

    def _settle(
        self, future: Future[T], answer: Callable[[T], None], fail: Callable[[Exception], None]
    ) -> None:
        self._waiting -= 1
        if self._waiting == 0:
            go_on(self)
            self.busy.emit(False)  # noqa: FBT003 - a signal takes no names
        error = future.exception()
        if error is None:
            answer(future.result())
        elif isinstance(error, Exception):
            fail(error)
        else:
            raise error

    @Slot(object)
    def _tell_left(self, error: BaseException | None) -> None:
        self._sitting = None
        self.left.emit(error)

    @Slot(object)
    def _deliver(self, settle: Callable[[], None]) -> None:
        if not self._closing.is_set():
            settle()
