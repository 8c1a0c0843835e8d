"""Joining the line to the room."""

from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.line.presenter import LinePresenter
from coordinator.ui.screens.live_meeting.line.view import LinePart
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = LinePart()
    presenter = LinePresenter(room, view, view.question)
    view.typed.connect(presenter.typed)
    view.settled.connect(presenter.keep)
    view.entered.connect(presenter.agree)
    view.chosen.connect(presenter.choose)
    join(view.question, presenter.runner)
    view.question.settled.connect(presenter.runner.keep)
    view.question.left.connect(presenter.runner.leave)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
