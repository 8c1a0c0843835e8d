"""Joining what the person asked for to the room."""

from coordinator.ui.screens.live_meeting.asked.presenter import AskedPresenter
from coordinator.ui.screens.live_meeting.asked.view import AskedPart
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = AskedPart()
    presenter = AskedPresenter(room, view)
    view.note_asked.connect(presenter.note)
    view.answer_asked.connect(presenter.answer)
    view.told_asked.connect(presenter.tell)
    join(view.question, presenter.runner)
    view.question.settled.connect(presenter.runner.keep)
    view.question.left.connect(presenter.runner.leave)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
