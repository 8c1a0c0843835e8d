"""Joining the view and the presenter of the directory."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import PanelPlace, Place, ServicesPlace
from coordinator.ui.screens.directory.presenter import DirectoryPresenter
from coordinator.ui.screens.directory.view import DirectoryView, Part
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        go: Opens another place.
    """
    view = DirectoryView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = DirectoryPresenter(lanes, view, Asking(lanes, view.sheets), notify)
    view.deed_asked.connect(presenter.do)
    view.former_asked.connect(lambda on: presenter.show_former(former=on))
    view.panel_asked.connect(lambda: go(PanelPlace()))
    view.services_asked.connect(lambda: go(ServicesPlace()))
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.tables[Part.SEATS])
