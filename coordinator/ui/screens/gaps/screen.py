"""Joining the view and the presenter of the register of gaps."""

from coordinator.domain.learning.notes import Subject
from coordinator.domain.outcomes import Changes
from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import GapsPlace
from coordinator.ui.screens.gaps.presenter import Around, GapsPresenter
from coordinator.ui.screens.gaps.view import GapsView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.learnt import LearntPresenter


def build(jobs: Jobs, around: Around, place: GapsPlace) -> Screen:
    """Give the screen, joined up and loading.

    Args:
        jobs: For reads and acts.
        around: Where it leads and whom it tells.
        place: What it is narrowed to, and the gap to begin on.
    """
    view = GapsView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = GapsPresenter(lanes, view, asking, around, place)
    learnt = LearntPresenter(lanes, view.learnt, asking, around.go)
    view.learnt.join(learnt)
    view.looked_at.connect(lambda row: learnt.look_at(Subject(gap_id=row.id)))
    view.sheets.tell_typed(presenter.typed)
    view.theme_chosen.connect(presenter.narrow_theme)
    view.closed_asked.connect(lambda on: presenter.narrow(closed_too=on))
    view.all_asked.connect(lambda: presenter.narrow(theme=None))
    view.raise_asked.connect(presenter.raise_new)
    view.paper_asked.connect(presenter.open_paper)
    view.looked_at.connect(presenter.look_at)
    view.change_asked.connect(presenter.change)
    view.put_asked.connect(presenter.put_to)
    view.decide_asked.connect(presenter.decide)
    view.close_asked.connect(presenter.close)
    view.reopen_asked.connect(presenter.reopen)
    view.link_asked.connect(presenter.link)
    view.unlink_asked.connect(presenter.unlink)
    view.person_asked.connect(presenter.open_person)
    presenter.load()

    def look_again(changes: Changes) -> None:
        presenter.look_again(changes)
        learnt.look_again(changes)

    return Screen(view, (presenter, learnt), look_again, first=view)
