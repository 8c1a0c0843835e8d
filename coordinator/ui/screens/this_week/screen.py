"""Joining This week's view and presenter."""

from collections.abc import Callable

from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.places import Place
from coordinator.ui.screens.this_week.presenter import ThisWeekPresenter
from coordinator.ui.screens.this_week.view import ThisWeekView


def build(jobs: Jobs, go: Callable[[Place], None], panel: str) -> Screen:
    """Give the screen, joined up and loading."""
    view = ThisWeekView(panel)
    presenter = ThisWeekPresenter(jobs, view, go)
    view.person_asked.connect(presenter.open_person)
    view.leads_asked.connect(presenter.open_without_lead)
    view.overdue_asked.connect(presenter.open_overdue)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
