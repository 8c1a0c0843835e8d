"""Papers laid out in one process of their own, so that windows stay quick.

The process is spawned, gets the paper's read model through a pipe and gives the file back through
it: nothing stands in clear on the disk. Stopping it ends the process. A press may be used again
for the next paper; its process stays warm until the press is closed.
"""

import gc
import multiprocessing
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from coordinator.domain.errors import CoordinatorError, ExportError
from coordinator.domain.progress import Progress, Unwatched
from coordinator.exports.composing import Model, PaperKind, compose
from coordinator.exports.layout.finishing import check_password
from coordinator.exports.layout.press import print_paper

_ASK_EVERY_S = 0.2  # how soon a person who wants to stop is heard while nothing is reported
_END_WITHIN_S = 2.0


def lay_out(
    kind: PaperKind, model: Model, *, password: str = "", progress: Progress | None = None
) -> bytes:
    """Lay a paper out in this process.

    Raises:
        ExportFontError: A bundled font is missing.
        InvalidFieldsError: The password is too long.
        CancelledError: The person stopped it.
    """
    with _collector_resting():
        return print_paper(compose(kind, model), password=password, progress=progress)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Do not look for garbage meanwhile: what a paper is made of lives until it is finished.

    The looking alone cost a quarter of the time of a large pack.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Press:
    """Lays papers out in a process of its own, one after the other."""

    def __init__(self) -> None:
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def lay_out(
        self,
        kind: PaperKind,
        model: Model,
        *,
        password: str = "",
        progress: Progress | None = None,
    ) -> bytes:
        """Lay a paper out; `progress` is asked a few times a second whether to go on.

        Raises:
            ExportError: The process ended before the paper was finished.
            ExportFontError: A bundled font is missing.
            InvalidFieldsError: The password is too long.
            CancelledError: The person stopped it; the process was ended.
        """
        check_password(password)
        pipe = self._started()
        try:
            pipe.send((kind, model, password))
            return _await(pipe, progress or Unwatched())
        except (EOFError, OSError) as error:
            self.close()
            raise ExportError from error
        except BaseException:
            self.close()  # whatever it is doing now, nobody waits for it
            raise

    def close(self) -> None:
        """End the process; what it was doing is lost."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join(_END_WITHIN_S)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
            self._process.close()
        self._pipe = self._process = None

    def _started(self) -> Connection:
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        self.close()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours


def _await(pipe: Connection, progress: Progress) -> bytes:
    done = total = 0
    while True:
        if not pipe.poll(_ASK_EVERY_S):
            progress.step(done, total)
            continue
        told, *rest = pipe.recv()
        if told == "step":
            done, total = rest
            progress.step(done, total)
        elif told == "refused":
            raise rest[0]
        elif told == "bug":
            raise RuntimeError(rest[0])
        else:
            finished: bytes = rest[0]
            return finished


class _Reports:
    """Progress inside the process: sent on when a hundredth more is done."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._told = -1

    def step(self, done: int, total: int) -> None:
        part = done * 100 // total if total else 0
        if part != self._told:
            self._told = part
            self._pipe.send(("step", done, total))


def _work(pipe: Connection) -> None:
    """Lay out what comes through the pipe until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the desk decides when to stop, not the terminal
    while (order := _next_order(pipe)) is not None:
        kind, model, password = order
        with _Answer(pipe):
            paper = lay_out(kind, model, password=password, progress=_Reports(pipe))
            pipe.send(("done", paper))


def _next_order(pipe: Connection) -> tuple[PaperKind, Model, str] | None:
    try:
        order: tuple[PaperKind, Model, str] = pipe.recv()
    except (EOFError, OSError):
        return None
    return order


class _Answer:
    """Tells the desk what went wrong, and goes on to the next paper.

    Of a bug only its type and place are told: its message may hold a name.
    """

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if isinstance(error, CoordinatorError):
            self._pipe.send(("refused", error))
        elif kind is not None and issubclass(kind, Exception):
            self._pipe.send(("bug", f"{kind.__name__} in {_place(trace)}"))
        return isinstance(error, Exception)


def _place(trace: TracebackType | None) -> str:
    if trace is None:
        return "unknown"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
