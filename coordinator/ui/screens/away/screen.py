"""Joining the view and the presenter of away and back."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.away import AwayPlace
from coordinator.ui.screens.away.presenter import AwayPresenter, Ways
from coordinator.ui.screens.away.view import AwayView
from coordinator.ui.shared.asking import Asking

__all__ = ["Ways", "build"]


def build(jobs: Jobs, ways: Ways, place: AwayPlace) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        ways: What makes and takes packs, where it leads, whom it tells.
        place: Perhaps a pack to be looked at at once.
    """
    view = AwayView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = AwayPresenter(lanes, view, Asking(lanes, view.sheets), ways, place)
    view.deed_asked.connect(presenter.do)
    view.brought.connect(presenter.bring_in)
    view.take_asked.connect(presenter.take)
    view.leave_asked.connect(presenter.leave)
    view.place_asked.connect(ways.go)
    presenter.load()
    return Screen(
        view, presenter, presenter.look_again, first=view.sheet, actions=view.actions_here
    )
