"""Joining the view and the presenter of the page."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.money.presenter import MoneyPagePresenter
from coordinator.ui.screens.money.view import MoneyView
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, go: Callable[[Place], None]) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        go: Opens another place.
    """
    view = MoneyView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = MoneyPagePresenter(lanes, view, asking, go)
    view.wished.connect(presenter.do)
    view.person_asked.connect(presenter.open_person)
    view.added.connect(presenter.add)
    view.changed.connect(presenter.change)
    view.ended.connect(presenter.end)
    view.paper_asked.connect(presenter.ask_days)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.table)
