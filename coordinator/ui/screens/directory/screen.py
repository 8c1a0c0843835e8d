"""Joining the view and the presenter of the directory."""

from coordinator.ui.asking import Asking
from coordinator.ui.jobs import Jobs, Notify
from coordinator.ui.kit.screen import Screen
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.screens.directory.presenter import DirectoryPresenter
from coordinator.ui.screens.directory.view import DirectoryView, Part


def build(jobs: Jobs, notify: Notify) -> Screen:
    """Give the screen, joined up and loading."""
    view = DirectoryView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = DirectoryPresenter(lanes, view, Asking(lanes, view.sheets), notify)
    view.deed_asked.connect(presenter.do)
    view.former_asked.connect(lambda on: presenter.show_former(former=on))
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.tables[Part.SEATS])
