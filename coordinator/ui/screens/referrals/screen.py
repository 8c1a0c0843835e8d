"""Joining the view and the presenter of the list of referrals."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.referrals.presenter import ReferralsPresenter
from coordinator.ui.screens.referrals.view import ReferralsView


def build(jobs: Jobs, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading."""
    view = ReferralsView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = ReferralsPresenter(lanes, view, go)
    view.answered_asked.connect(lambda on: presenter.show_answered(answered=on))
    view.row_opened.connect(presenter.open_row)
    view.new_asked.connect(presenter.begin)
    view.form_asked.connect(presenter.open_form)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.new)
