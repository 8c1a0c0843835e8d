"""Joining the view and the presenter of somebody's assessments."""

from collections.abc import Callable
from uuid import UUID

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.assessments.presenter import AssessmentsPresenter
from coordinator.ui.screens.assessments.view import AssessmentsView
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None], person: UUID) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        go: Opens another place.
        person: Whose they are.
    """
    view = AssessmentsView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = AssessmentsPresenter(lanes, view, asking, notify, go, person)
    view.score_asked.connect(presenter.score)
    view.end_asked.connect(presenter.end)
    view.person_asked.connect(presenter.open_person)
    view.tools_asked.connect(presenter.open_tools)
    view.paper_asked.connect(presenter.open_paper)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.person)
