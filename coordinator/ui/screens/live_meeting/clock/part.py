"""Joining the clock to the room."""

from coordinator.ui.screens.live_meeting.clock.presenter import ClockPresenter
from coordinator.ui.screens.live_meeting.clock.view import ClockPart
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = ClockPart()
    presenter = ClockPresenter(room, view)
    view.ticked.connect(presenter.tick)
    view.toggled.connect(presenter.toggle)
    view.counted.connect(presenter.count_missing)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
