"""Joining the view and the presenter of the assessment tools."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.tools.presenter import ToolsPresenter
from coordinator.ui.screens.tools.view import ToolsView
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        go: Opens another place.
    """
    view = ToolsView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = ToolsPresenter(lanes, view, Asking(lanes, view.sheets), notify, go)
    view.add_asked.connect(presenter.add)
    view.panel_asked.connect(presenter.open_panel)
    view.change_asked.connect(presenter.change)
    view.end_asked.connect(presenter.end)
    view.take_up_asked.connect(presenter.take_up)
    view.item_asked.connect(presenter.write_item)
    view.band_asked.connect(presenter.write_band)
    view.off_asked.connect(presenter.take_off)
    view.move_asked.connect(presenter.move)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.panel)
