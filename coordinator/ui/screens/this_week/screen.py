"""Joining This week's view and presenter."""

from collections.abc import Callable

from coordinator.domain.outcomes import Changes
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.places import Place
from coordinator.ui.screens.this_week.first_day import FirstDay
from coordinator.ui.screens.this_week.presenter import ThisWeekPresenter
from coordinator.ui.screens.this_week.view import ThisWeekView


def build(jobs: Jobs, go: Callable[[Place], None], panel: str) -> Screen:
    """Give the screen, joined up and loading."""
    view = ThisWeekView(panel)
    presenter = ThisWeekPresenter(jobs, view, go)
    view.person_asked.connect(presenter.open_person)
    view.leads_asked.connect(presenter.open_without_lead)
    view.overdue_asked.connect(presenter.open_overdue)
    first_day = FirstDay(JobsWhileOpen(view, jobs), view.sheet, go)
    presenter.load()
    first_day.load()

    def look_again(changes: Changes) -> None:
        presenter.look_again(changes)
        first_day.look_again(changes)

    return Screen(view, (presenter, first_day), look_again, first=view.sheet)
