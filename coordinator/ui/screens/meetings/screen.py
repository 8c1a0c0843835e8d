"""Joining the view and the presenter of Meetings."""

from collections.abc import Callable

from coordinator.ui.kit.screen import Screen
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.lanes.living import JobsWhileOpen
from coordinator.ui.places.every import MeetingsPlace, Place
from coordinator.ui.screens.meetings.presenter import MeetingsPresenter
from coordinator.ui.screens.meetings.view import MeetingsView
from coordinator.ui.shared.asking import Asking


def build(
    jobs: Jobs,
    go: Callable[[Place], None],
    toast: Callable[[str, Callable[[], object] | None], None],
    place: MeetingsPlace | None = None,
    stays_at: Callable[[Place], None] = lambda _place: None,
) -> Screen:
    """Give the screen, joined up and loading."""
    view = MeetingsView()
    lanes = JobsWhileOpen(view, jobs)
    presenter = MeetingsPresenter(lanes, view, Asking(lanes, view.sheets), go, toast)
    view.meeting_asked.connect(presenter.open_meeting)
    view.hold_asked.connect(presenter.hold)
    view.next_asked.connect(presenter.schedule_next)
    view.series_asked.connect(presenter.ask_series)
    view.single_asked.connect(presenter.ask_single)
    view.change_asked.connect(presenter.ask_change)
    view.end_asked.connect(presenter.ask_end)
    view.more_asked.connect(presenter.load_more)
    view.huddle_asked.connect(presenter.begin_huddle)
    presenter.open_at(place or MeetingsPlace(), stays_at)
    return Screen(view, presenter, presenter.look_again, first=view.sheet)
