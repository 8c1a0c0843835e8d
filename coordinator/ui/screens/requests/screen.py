"""Joining the view and the presenter of the requests for information."""

from uuid import UUID

from coordinator.ui.asking import Asking
from coordinator.ui.jobs import Jobs, Notify
from coordinator.ui.kit.screen import Screen
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.screens.requests.presenter import RequestsPresenter, Toast
from coordinator.ui.screens.requests.view import RequestsView


def build(jobs: Jobs, notify: Notify, toast: Toast, meeting: UUID) -> Screen:
    """Give the screen, joined up and loading."""
    view = RequestsView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = RequestsPresenter(lanes, view, asking, notify, toast, meeting)
    view.ask_asked.connect(presenter.ask)
    view.answered.connect(presenter.answer)
    view.reply_asked.connect(presenter.ask_reply)
    view.message_asked.connect(presenter.write_message)
    view.sheet_chosen.connect(presenter.read_sheet)
    view.note_given.connect(presenter.note)
    presenter.load()
    return Screen(
        view,
        presenter,
        presenter.look_again,
        first=view.agencies,
        actions=view.current.actions_here,
    )
