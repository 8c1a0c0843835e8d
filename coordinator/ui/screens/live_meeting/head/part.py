"""Joining the head to the room."""

from coordinator.ui.screens.live_meeting.head.presenter import HeadPresenter
from coordinator.ui.screens.live_meeting.head.view import HeadPart
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = HeadPart()
    presenter = HeadPresenter(room, view)
    room.add(presenter)
    return Joined(view, presenter)
