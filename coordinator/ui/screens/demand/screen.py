"""Joining the view and the presenter of the page."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.demand import DemandPlace
from coordinator.ui.places.every import Place
from coordinator.ui.screens.demand.presenter import DemandPresenter
from coordinator.ui.screens.demand.view import DemandView
from coordinator.ui.shared.asking import Asking


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    moved: Callable[[Place], None],
    place: DemandPlace,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        go: Opens another place.
        moved: Is told when this place itself changed: other windows.
        place: Which windows, and whose.
    """
    view = DemandView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = DemandPresenter(lanes, view, asking, (go, moved), place)
    view.wanted.connect(presenter.choose)
    view.person_asked.connect(presenter.open_person)
    view.paper_asked.connect(presenter.make_paper)
    view.import_asked.connect(presenter.bring_in)
    view.cost_added.connect(presenter.add_cost)
    view.cost_changed.connect(presenter.change_cost)
    view.cost_ended.connect(presenter.end_cost)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.whose)
