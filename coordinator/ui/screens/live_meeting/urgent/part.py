"""Joining what is urgent to the room."""

from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.urgent.presenter import UrgentPresenter
from coordinator.ui.screens.live_meeting.urgent.view import UrgentPart


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = UrgentPart()
    presenter = UrgentPresenter(room, view)
    view.raised.connect(presenter.ask)
    view.typed.connect(presenter.runner.typed)
    view.settled.connect(presenter.keep)
    view.entered.connect(presenter.runner.enter)
    view.chosen.connect(presenter.runner.choose)
    view.left.connect(presenter.let_go)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
