"""Joining the view and the presenter of the service directory."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import DirectoryPlace, Place
from coordinator.ui.screens.services.presenter import ServicesPresenter
from coordinator.ui.screens.services.view import ServicesView
from coordinator.ui.shared.asking import Asking

Toast = Callable[[str, Callable[[], object] | None], None]


def build(jobs: Jobs, toast: Toast, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        toast: Says what was done.
        go: Opens another place.
    """
    view = ServicesView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = ServicesPresenter(lanes, view, Asking(lanes, view.sheets))
    view.searched.connect(presenter.search)
    view.ended_asked.connect(lambda on: presenter.show_ended(ended=on))
    view.deed_asked.connect(presenter.do)
    view.copied.connect(lambda: toast(view.told_of_copy(), None))
    view.directory_asked.connect(lambda: go(DirectoryPlace()))
    presenter.load()
    return Screen(
        view, presenter, presenter.look_again, first=view.search, actions=view.actions_here
    )
