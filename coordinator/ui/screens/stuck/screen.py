"""Joining the view and the presenter of what is stuck."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import GapsPlace, StuckPlace
from coordinator.ui.screens.stuck.presenter import StuckPresenter, Ways
from coordinator.ui.screens.stuck.view import StuckView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.naming import NameHint

__all__ = ["Ways", "build"]


def build(jobs: Jobs, ways: Ways, place: StuckPlace) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and acts.
        ways: Where it leads and whom it tells.
        place: How it is looked at, and what it is narrowed to.
    """
    view = StuckView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = StuckPresenter(lanes, view, Asking(lanes, view.sheets), ways, place)
    view.sheets.tell_typed(NameHint(lanes, view.sheets.warn).typed)
    view.gaps_asked.connect(lambda: ways.go(GapsPlace()))
    view.deeds_for = presenter.deeds_for
    view.shown_asked.connect(lambda way: presenter.narrow(shown=way))
    view.mine_asked.connect(lambda on: presenter.narrow(mine=on))
    view.overdue_asked.connect(lambda on: presenter.narrow(overdue=on))
    view.agency_asked.connect(lambda name: presenter.narrow(agency=name))
    view.category_asked.connect(lambda one: presenter.narrow(category=one))
    view.standing_asked.connect(lambda one: presenter.narrow(standing=one))
    view.all_asked.connect(presenter.show_all)
    view.opened.connect(presenter.open)
    view.deed_asked.connect(presenter.do)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view, actions=view.actions_here)
