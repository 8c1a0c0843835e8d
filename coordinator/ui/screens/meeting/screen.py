"""Joining the view and the presenter of one meeting."""

from collections.abc import Callable
from uuid import UUID

from coordinator.domain.learning.notes import Subject
from coordinator.domain.outcomes import Changes
from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import Place
from coordinator.ui.screens.meeting.presenter import MeetingPresenter, Toast
from coordinator.ui.screens.meeting.view import MeetingView
from coordinator.ui.shared.asking import Asking
from coordinator.ui.shared.copying import keeping_copies
from coordinator.ui.shared.learnt import LearntPresenter


def build(jobs: Jobs, go: Callable[[Place], None], toast: Toast, meeting: UUID) -> Screen:
    """Give the screen, joined up and loading."""
    view = MeetingView()
    lanes = JobsWhileOpen(view, jobs)
    asking = Asking(lanes, view.sheets)
    presenter = MeetingPresenter(lanes, view, asking, go, toast, meeting)
    learnt = LearntPresenter(lanes, view.learnt, asking, go)
    view.learnt.join(learnt)
    view.asked.connect(presenter.do)
    view.line_asked.connect(presenter.do_with_line)
    view.line_moved.connect(presenter.move_line)
    view.item_asked.connect(lambda urgent: presenter.ask_item(urgent=urgent))
    view.person_asked.connect(presenter.open_person)
    view.papers_asked.connect(presenter.open_papers)
    view.requests_asked.connect(presenter.open_requests)
    view.run_asked.connect(presenter.run)
    view.packs_asked.connect(presenter.open_packs)
    view.copies_asked.connect(presenter.write_copies)
    view.text_taken.connect(keeping_copies(jobs))
    view.told.connect(lambda words: toast(words, None))
    view.order_asked.connect(presenter.propose_order)
    view.order_given.connect(presenter.take_order)
    view.plan_asked.connect(presenter.open_plan)
    presenter.load()
    learnt.look_at(Subject(meeting_id=meeting))

    def look_again(changes: Changes) -> None:
        presenter.look_again(changes)
        learnt.look_again(changes)

    return Screen(
        view,
        (presenter, learnt),
        look_again,
        first=view.sheet,
        actions=view.agenda.actions_here,
    )
