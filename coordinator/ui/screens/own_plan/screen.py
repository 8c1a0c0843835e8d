"""Joining the view and the presenter of My plan."""

from collections.abc import Callable
from uuid import UUID

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.own_plan.presenter import OwnPlanPresenter
from coordinator.ui.screens.own_plan.view import OwnPlanPage
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None], person: UUID) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        go: Opens another place.
        person: Whose it is.
    """
    view = OwnPlanPage()
    lanes = JobsWhileOpen(view, jobs)
    presenter = OwnPlanPresenter(lanes, view, Asking(lanes, view.sheets), notify, go, person)
    view.wished.connect(presenter.do)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
