"""Joining the view and the presenter of one person's page."""

from collections.abc import Callable
from uuid import UUID

from coordinator.ui.jobs import Jobs, Notify
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import Place, PlanPlace
from coordinator.ui.screens.person.presenter import PersonPresenter
from coordinator.ui.screens.person.view import PersonView


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None], person: UUID) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads.
        notify: Shows a notice on the page.
        go: Opens another place.
        person: Who it is about.
    """
    view = PersonView()
    presenter = PersonPresenter(jobs, view, notify, person)
    view.more_asked.connect(presenter.load_more)
    view.plan_asked.connect(lambda: go(PlanPlace(person)))
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
