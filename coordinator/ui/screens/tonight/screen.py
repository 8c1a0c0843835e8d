"""Joining the view and the presenter of who holds tonight."""

from collections.abc import Callable

from coordinator.ui.asking import Asking
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.places import Place
from coordinator.ui.screens.tonight.presenter import TonightPresenter
from coordinator.ui.screens.tonight.view import TonightView


def build(jobs: Jobs, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        go: Opens another place.
    """
    view = TonightView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = TonightPresenter(lanes, view, Asking(lanes, view.sheets), go)
    view.opened.connect(presenter.open)
    view.wished.connect(presenter.do)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.table)
