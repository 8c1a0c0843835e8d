"""Joining the view and the presenter of Returns."""

from collections.abc import Callable
from pathlib import Path

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.returns.presenter import ReturnsPresenter
from coordinator.ui.screens.returns.view import ReturnsView


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    file: Path | None,
) -> Screen:
    """Give the screen, joined up and reading its sheet, or the list without one."""
    view = ReturnsView()
    presenter = ReturnsPresenter(JobsWhileOpen(view, jobs), view, go, toast, file)
    view.chosen.connect(lambda number, theirs: presenter.choose(number, theirs=theirs))
    view.take_asked.connect(presenter.take_in)
    view.undo_asked.connect(presenter.take_back)
    view.file_chosen.connect(presenter.open_file)
    view.list_asked.connect(presenter.open_list)
    view.actions_asked.connect(presenter.open_actions)
    presenter.load()
    first = view.table if file is not None else view.bring
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=first,
        actions=view.current.actions_here if file is not None else (),
    )
