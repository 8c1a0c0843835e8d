"""What the command line prints: lines, progress, and one sentence when something is refused."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from coordinator.domain.errors import CoordinatorError
from coordinator.wording.refusals.notices import notice_for

_Hides = Callable[[str], str]
_hiding: ContextVar[_Hides | None] = ContextVar("_hiding", default=None)


@contextmanager
def hiding(hide: Callable[[str], str]) -> Iterator[None]:
    """Let every line that is said while the block runs go through `hide` first."""
    token = _hiding.set(hide)
    try:
        yield
    finally:
        _hiding.reset(token)


def say(line: str) -> None:
    """Print one line of what stands in the open store, as whoever sits there may read it.

    Every word of the shell that tells of records comes this way, as what the windows read goes
    one way. It needs the store to be open: who is kept from the sitter stands there.

    Raises:
        RuntimeError: No store is open: it is said too late, or is for `say_exactly`.
    """
    hide = _hiding.get()
    if hide is None:
        raise RuntimeError("said of records while no store is open")
    typer.echo(hide(line))


def say_exactly(line: str) -> None:
    """Print one line that must not be written otherwise: a path, a code, a password, a count.

    Nothing of it was typed in about anybody.
    """
    typer.echo(line)


def complain(error: CoordinatorError) -> None:
    """Say on stderr what was refused and what to do next."""
    typer.echo(notice_for(error).text, err=True)


class Bar:
    """A bar on the terminal that long work moves; Ctrl+C stops the work."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def step(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._progress.update(self._task, completed=done, total=total or None)


@contextmanager
def bar(what: str) -> Iterator[Bar]:
    """Show a bar while the block runs; nothing where stderr is no terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        yield Bar(progress, progress.add_task(what, total=None))
