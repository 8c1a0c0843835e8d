"""Joining the view and the presenter of entries that say two things."""

from collections.abc import Callable
from uuid import UUID

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs, Notify
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.disagreements.presenter import DisagreementsPresenter
from coordinator.ui.screens.disagreements.view import DisagreementsPage
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, notify: Notify, go: Callable[[Place], None], person: UUID | None) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For the reads and acts.
        notify: Shows a notice on the page.
        go: Opens another place.
        person: About whom; everywhere when nothing.
    """
    view = DisagreementsPage()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = DisagreementsPresenter(lanes, view, asking, notify, go, person)
    view.chosen.connect(presenter.choose)
    view.write_asked.connect(presenter.write)
    view.person_asked.connect(presenter.open_person)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
