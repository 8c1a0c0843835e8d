"""Joining the view and the presenter of one referral."""

from collections.abc import Callable
from uuid import UUID

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.referral.presenter import ReferralPresenter
from coordinator.ui.screens.referral.view import ReferralView
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None], referral: UUID) -> Screen:
    """Give the screen, joined up and loading."""
    view = ReferralView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = ReferralPresenter(lanes, view, asking, notify, go, referral)
    view.step_asked.connect(presenter.do)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view, actions=(view.letter,))
