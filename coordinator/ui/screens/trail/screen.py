"""Joining the view and the presenter of the audit log."""

from collections.abc import Callable
from pathlib import Path

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.trail.presenter import TrailPresenter
from coordinator.ui.screens.trail.view import TrailView
from coordinator.ui.shared.asking import Asking


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    backups: Path,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        go: Opens another place.
        toast: Says what was saved.
        backups: Where the checkpoints lie that speak for the journal.
    """
    view = TrailView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = TrailPresenter(lanes, view, Asking(lanes, view.sheets), toast, backups)
    view.ways.place_asked.connect(go)
    view.narrowing_asked.connect(presenter.narrow)
    view.all_asked.connect(presenter.show_all)
    view.check_asked.connect(presenter.check)
    view.folder_chosen.connect(presenter.ask_extract)
    view.more_asked.connect(presenter.load_more)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.table)
