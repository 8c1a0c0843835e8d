"""Putting the parts of the live meeting together."""

from collections.abc import Callable, Sequence

from coordinator.domain.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.places import LiveMeetingPlace, MeetingPlace
from coordinator.ui.screens.live_meeting.agenda import part as agenda
from coordinator.ui.screens.live_meeting.head import part as head
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.keys import action
from coordinator.ui.screens.live_meeting.room import Room, Ways
from coordinator.ui.screens.live_meeting.view import Columns, LiveMeetingView
from coordinator.wording.translation import _

__all__ = ["Ways", "build"]

Build = Callable[[Room], Joined]
_TOP: Sequence[Build] = ()
_CENTRE: Sequence[Build] = (head.build,)
_BESIDE: Sequence[Build] = ()
"""What stands where; a new part is one line here and a folder beside this file."""


def build(jobs: Jobs, ways: Ways, place: LiveMeetingPlace) -> Screen:
    """Give the screen, joined up and loading."""
    room = Room(jobs, ways, place)
    at_side = agenda.build(room)
    top, centre, beside = ([make(room) for make in builds] for builds in (_TOP, _CENTRE, _BESIDE))
    columns = Columns(*([one.widget for one in parts] for parts in (top, centre, beside)))
    view = LiveMeetingView(at_side.widget, columns, at_side.actions[0])
    room.jobs = JobsWhileOpen(view, jobs)
    room.add(_Frame(view))
    view.leave_asked.connect(lambda: ways.go(MeetingPlace(place.meeting)))
    joined = [at_side, *top, *centre, *beside]
    undo = action(_("Undo"), Key.UNDO, room.undo)
    actions = (*(one for part in joined for one in part.actions), view.unfold, undo)
    view.addActions(actions)
    room.load()
    return Screen(
        view,
        (room, joined),
        room.look_again,
        first=view,
        actions=actions,
        takes_all=True,
    )


class _Frame:
    """What is around the parts; told like any of them."""

    def __init__(self, view: LiveMeetingView) -> None:
        self._view = view

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Head the screen with the meeting."""
        self._view.show_meeting(meeting)

    def show_item(self, item: LiveItem | None) -> None:
        """Show the item, not the agenda, where there is no room for both."""
        if item is None:
            self._view.fold_again()
