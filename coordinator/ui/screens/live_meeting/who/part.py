"""Joining the room list to the room."""

from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who.presenter import WhoPresenter
from coordinator.ui.screens.live_meeting.who.view import WhoPart


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = WhoPart()
    presenter = WhoPresenter(room, view)
    view.asked.connect(presenter.do)
    join(view.box, presenter.runner)
    view.box.settled.connect(presenter.runner.keep)
    view.box.left.connect(presenter.runner.leave)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here, keys=view.keys_here)
