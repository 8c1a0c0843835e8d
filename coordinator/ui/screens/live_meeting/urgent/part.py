"""Joining what is urgent to the room."""

from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.urgent.presenter import UrgentPresenter
from coordinator.ui.screens.live_meeting.urgent.view import UrgentPart


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = UrgentPart()
    presenter = UrgentPresenter(room, view)
    view.raised.connect(presenter.ask)
    join(view, presenter.runner)
    view.settled.connect(presenter.runner.keep)
    view.left.connect(presenter.runner.leave)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
