"""Joining the view and the presenter of the page."""

from collections.abc import Callable

from coordinator.ui.asking import Asking
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.places import AccountabilityPlace, Place
from coordinator.ui.screens.accountability.presenter import AccountabilityPresenter
from coordinator.ui.screens.accountability.view import AccountabilityView, Part


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    moved: Callable[[Place], None],
    place: AccountabilityPlace,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads.
        go: Opens another place.
        moved: Is told when this place itself changed: another period.
        place: Which period.
    """
    view = AccountabilityView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = AccountabilityPresenter(lanes, view, asking, (go, moved), place)
    view.span_chosen.connect(presenter.choose)
    view.action_asked.connect(presenter.open_action)
    view.agency_asked.connect(presenter.open_agency)
    view.paper_asked.connect(presenter.make_paper)
    view.came_back.connect(presenter.come_back)
    if place.to_raise:
        view.show_part(Part.PROPOSED)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.table)
