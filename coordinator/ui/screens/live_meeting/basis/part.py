"""Joining the information basis to the room."""

from coordinator.ui.screens.live_meeting.basis.presenter import BasisPresenter
from coordinator.ui.screens.live_meeting.basis.view import BasisPart
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = BasisPart()
    presenter = BasisPresenter(room, view)
    room.ask_why = presenter.ask
    join(view.question, presenter.runner)
    view.question.settled.connect(presenter.runner.keep)
    view.question.left.connect(presenter.leave)
    room.add(presenter)
    return Joined(view, presenter)
