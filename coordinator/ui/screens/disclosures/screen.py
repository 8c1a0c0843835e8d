"""Joining the view and the presenter of the disclosure log."""

from collections.abc import Callable
from uuid import UUID

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import PapersPlace, Place
from coordinator.ui.screens.disclosures.presenter import DisclosuresPresenter
from coordinator.ui.screens.disclosures.view import DisclosuresView
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, go: Callable[[Place], None], person: UUID | None) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        go: Opens another place.
        person: Whose data it is about; everybody's when nothing.
    """
    view = DisclosuresView(of_person=person is not None)
    lanes = JobsWhileOpen(view, jobs)
    presenter = DisclosuresPresenter(lanes, view, Asking(lanes, view.sheets), person)
    view.ways.place_asked.connect(go)
    view.file_chosen.connect(presenter.check)
    view.deed_asked.connect(presenter.do)
    view.holders.asked_back.connect(presenter.ask_back)
    view.telling_asked.connect(presenter.tell)
    view.more_asked.connect(presenter.load_more)
    view.schedule_asked.connect(
        lambda whose: go(PapersPlace(kind="disclosure-schedule", person=whose))
    )
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.table)
