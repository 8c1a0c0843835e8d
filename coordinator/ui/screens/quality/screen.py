"""Joining the view and the presenter of the page."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.quality.presenter import QualityPresenter
from coordinator.ui.screens.quality.view import QualityView


def build(jobs: Jobs, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads.
        go: Opens another place.
    """
    view = QualityView()
    presenter = QualityPresenter(JobsWhileOpen(view, jobs), view, go)
    view.person_asked.connect(presenter.open_person)
    view.list_asked.connect(presenter.open_list)
    view.people_asked.connect(presenter.open_people)
    view.came_back.connect(presenter.come_back)
    presenter.load()
    return Screen(view, (presenter,), presenter.look_again, first=view.table)
