"""Joining the room list to the room."""

from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.who.presenter import WhoPresenter
from coordinator.ui.screens.live_meeting.who.view import WhoPart


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = WhoPart()
    presenter = WhoPresenter(room, view)
    view.asked.connect(presenter.do)
    view.answered.connect(presenter.answer)
    view.typed.connect(presenter.understand)
    view.settled.connect(presenter.keep)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here, keys=view.keys_here)
