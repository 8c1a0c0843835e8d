"""Joining the view and the presenter of the page."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.places.report import ReportPlace
from coordinator.ui.screens.report.presenter import ReportPresenter
from coordinator.ui.screens.report.view import ReportView
from coordinator.ui.shared.asking import Asking


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    moved: Callable[[Place], None],
    place: ReportPlace,
) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads.
        go: Opens another place.
        moved: Is told when this place itself changed: another period.
        place: Which period.
    """
    view = ReportView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = ReportPresenter(lanes, view, Asking(lanes, view.sheets), (go, moved), place)
    view.span_chosen.connect(presenter.choose)
    view.list_asked.connect(presenter.open)
    view.agencies_asked.connect(presenter.open_agencies)
    view.words_asked.connect(presenter.say)
    view.period_asked.connect(presenter.look_at)
    view.paper_asked.connect(presenter.make_paper)
    view.learning_asked.connect(presenter.make_learning_paper)
    view.came_back.connect(presenter.come_back)
    view.sheets.tell_typed(presenter.typed)
    presenter.load()
    return Screen(view, (presenter,), presenter.look_again, first=view.first)
