"""Joining the view and the presenter of the page about retention."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import RetentionPlace
from coordinator.ui.screens.retention.presenter import RetentionPresenter, Ways
from coordinator.ui.screens.retention.view import RetentionView
from coordinator.ui.shared.asking import Asking

__all__ = ["Ways", "build"]


def build(jobs: Jobs, ways: Ways, place: RetentionPlace) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        ways: Where it leads, whom it tells, what it erases with.
        place: Everybody's records, or one person's.
    """
    view = RetentionView(of_person=place.person is not None)
    lanes = JobsWhileOpen(view, jobs)
    presenter = RetentionPresenter(lanes, view, Asking(lanes, view.sheets), ways, place)
    view.ways.place_asked.connect(ways.go)
    view.deed_asked.connect(presenter.do)
    view.look_asked.connect(presenter.look_at_hold)
    view.release_asked.connect(presenter.release)
    view.certificate_asked.connect(presenter.open_certificate)
    view.list_asked.connect(presenter.open_list)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view)
