"""Joining the view and the presenter of one person's page."""

from uuid import UUID

from coordinator.ui.jobs import Jobs, Notify
from coordinator.ui.kit.screen import Screen
from coordinator.ui.screens.person.presenter import PersonPresenter
from coordinator.ui.screens.person.view import PersonView


def build(jobs: Jobs, notify: Notify, person: UUID) -> Screen:
    """Give the screen, joined up and loading."""
    view = PersonView()
    presenter = PersonPresenter(jobs, view, notify, person)
    view.more_asked.connect(presenter.load_more)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
