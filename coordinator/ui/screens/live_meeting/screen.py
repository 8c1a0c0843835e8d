"""Putting the parts of the live meeting together."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from coordinator.domain.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.ui.jobs import Jobs
from coordinator.ui.kit.screen import Screen
from coordinator.ui.kit.shortcuts import Key
from coordinator.ui.living import JobsWhileOpen
from coordinator.ui.places import LiveMeetingPlace, MeetingPlace
from coordinator.ui.screens.live_meeting.agenda import part as agenda
from coordinator.ui.screens.live_meeting.head import part as head
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.outcomes import part as outcomes
from coordinator.ui.screens.live_meeting.room import Room, Ways
from coordinator.ui.screens.live_meeting.view import LiveMeetingView
from coordinator.wording.translation import _

__all__ = ["Ways", "build"]

Build = Callable[[Room], Joined]
_TOP: Sequence[Build] = ()
_CENTRE: Sequence[Build] = (head.build, outcomes.build)
_BESIDE: Sequence[Build] = ()
"""What stands where; a new part is one line here and a folder beside this file."""


def build(jobs: Jobs, ways: Ways, place: LiveMeetingPlace) -> Screen:
    """Give the screen, joined up and loading."""
    room = Room(jobs, ways, place)
    at_side = agenda.build(room)
    top, centre, beside = ([make(room) for make in builds] for builds in (_TOP, _CENTRE, _BESIDE))
    view = LiveMeetingView(
        at_side.widget, *([one.widget for one in parts] for parts in (top, centre, beside))
    )
    room.jobs = JobsWhileOpen(view, jobs)
    room.add(_Title(view))
    view.leave_asked.connect(lambda: ways.go(MeetingPlace(place.meeting)))
    joined = [at_side, *top, *centre, *beside]
    undo = _undo(room)
    actions = (*(one for part in joined for one in part.actions), undo)
    for action in actions:
        view.addAction(action)
    room.load()
    return Screen(
        view,
        (room, joined),
        room.look_again,
        first=view,
        actions=actions,
        takes_all=True,
    )


class _Title:
    """Heads the screen; a part like any other."""

    def __init__(self, view: LiveMeetingView) -> None:
        self._view = view

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Head the screen with the meeting."""
        self._view.show_meeting(meeting)

    def show_item(self, item: LiveItem | None) -> None:
        """Nothing of its own."""


def _undo(room: Room) -> QAction:
    made = QAction(_("Undo"))
    made.setShortcut(QKeySequence(Key.UNDO))
    made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.triggered.connect(partial(_undo_in, room))
    return made


def _undo_in(room: Room, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's slot
    room.undo()
