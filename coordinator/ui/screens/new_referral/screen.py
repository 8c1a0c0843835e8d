"""Joining the view and the presenter of a new referral."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.new_referral.presenter import NewReferralPresenter
from coordinator.ui.screens.new_referral.view import NewReferralView


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading."""
    view = NewReferralView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = NewReferralPresenter(lanes, view, notify, go)
    view.typed.connect(presenter.typed)
    view.chosen.connect(presenter.choose)
    view.save_asked.connect(presenter.save)
    view.let_go_asked.connect(presenter.let_go)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view, try_again=view.try_again)
