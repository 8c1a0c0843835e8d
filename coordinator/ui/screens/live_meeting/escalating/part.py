"""Joining the question of an escalation to the room."""

from coordinator.ui.screens.live_meeting.escalating.presenter import EscalatingPresenter
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.question_row import QuestionRow, join
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up; it is seen while something is asked."""
    view = QuestionRow()
    presenter = EscalatingPresenter(room, view)
    join(view, presenter.runner)
    view.settled.connect(presenter.runner.keep)
    view.left.connect(presenter.runner.leave)
    room.add(presenter)
    return Joined(view, presenter)
