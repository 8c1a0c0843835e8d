"""Joining the view and the presenter of place plans and groups."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.place_plans import PlacePlansPlace
from coordinator.ui.screens.places.presenter import Around, PlacesPresenter
from coordinator.ui.screens.places.view import PlacesView
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, around: Around, place: PlacePlansPlace) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and acts.
        around: Where it leads and whom it tells.
        place: What it is narrowed to, and the plan to begin on.
    """
    view = PlacesView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = PlacesPresenter(lanes, view, Asking(lanes, view.sheets), around, place)
    view.sheets.tell_typed(presenter.typed)
    view.ended_asked.connect(lambda on: presenter.narrow(ended_too=on))
    view.looked_at.connect(presenter.look_at)
    view.deed_asked.connect(presenter.do)
    view.paper_asked.connect(presenter.open_paper)
    view.plan_paper_asked.connect(presenter.open_plan_paper)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view)
