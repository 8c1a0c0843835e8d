"""What the command line prints: lines, progress, and one sentence when something is refused."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from coordinator.domain.errors import CoordinatorError
from coordinator.wording.notices import notice_for


def say(line: str) -> None:
    """Print one line."""
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
