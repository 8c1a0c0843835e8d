"""Joining the views and the presenters of requests to see what is held."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import AccessPlace, Place
from coordinator.ui.screens.access.list_view import AccessListView
from coordinator.ui.screens.access.listing import ListPresenter
from coordinator.ui.screens.access.request_view import AccessRequestView
from coordinator.ui.screens.access.working import RequestPresenter
from coordinator.ui.shared.asking import Asking

Go = Callable[[Place], None]


def build(jobs: Jobs, go: Go, place: AccessPlace) -> Screen:
    """Give the screen, joined up and loading: the list, or one request."""
    if place.request is None:
        return _listing(jobs, go, place)
    view = AccessRequestView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = RequestPresenter(lanes, view, Asking(lanes, view.sheets), go, place.request)
    view.deed_asked.connect(presenter.do)
    view.choice_asked.connect(presenter.decide)
    presenter.load()
    return Screen(
        view, presenter, presenter.look_again, first=view.table, actions=view.actions_here
    )


def _listing(jobs: Jobs, go: Go, place: AccessPlace) -> Screen:
    view = AccessListView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = ListPresenter(lanes, view, Asking(lanes, view.sheets), go, place.person)
    view.ways.place_asked.connect(go)
    view.row_opened.connect(presenter.open_row)
    view.new_asked.connect(presenter.begin)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.new)
