"""Joining the view and the presenter of Meetings."""

from collections.abc import Callable

from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.places import Place
from coordinator.ui.screens.meetings.presenter import MeetingsPresenter
from coordinator.ui.screens.meetings.view import MeetingsView


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
) -> Screen:
    """Give the screen, joined up and loading."""
    view = MeetingsView()
    presenter = MeetingsPresenter(JobsWhileOpen(view, jobs), view, go, toast)
    view.meeting_asked.connect(presenter.open_meeting)
    view.next_asked.connect(presenter.schedule_next)
    view.started.connect(presenter.start)
    view.single_given.connect(presenter.schedule_single)
    view.changed.connect(presenter.change)
    view.ended.connect(presenter.end)
    view.more_asked.connect(presenter.load_more)
    view.huddle_asked.connect(presenter.begin_huddle)
    presenter.load()
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
