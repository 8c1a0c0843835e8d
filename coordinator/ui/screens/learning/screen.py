"""Joining the view and the presenter of the page on learning."""

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.learning import LearningPlace
from coordinator.ui.screens.learning.presenter import Around, LearningPresenter
from coordinator.ui.screens.learning.view import LearningView
from coordinator.ui.shared.asking import Asking


def build(jobs: Jobs, around: Around, place: LearningPlace) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and acts.
        around: Where it leads and whom it tells.
        place: Which part, and what it is narrowed to.
    """
    view = LearningView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = LearningPresenter(lanes, view, Asking(lanes, view.sheets), around, place)
    view.sheets.tell_typed(presenter.typed)
    view.part_chosen.connect(presenter.choose_part)
    view.tag_chosen.connect(lambda tag: presenter.narrow(tag=tag))
    view.ended_asked.connect(lambda on: presenter.narrow(ended_too=on))
    view.deed_asked.connect(presenter.do)
    view.line_asked.connect(presenter.open_line)
    view.leave_asked.connect(presenter.leave)
    view.paper_asked.connect(presenter.open_paper)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view)
