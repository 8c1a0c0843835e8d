"""Joining the requests for money to the room."""

from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.money.presenter import MoneyHerePresenter
from coordinator.ui.screens.live_meeting.money.view import MoneyHerePart
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up; it is seen while a request waits or was decided here."""
    view = MoneyHerePart()
    presenter = MoneyHerePresenter(room, view)
    view.decide_asked.connect(presenter.decide)
    join(view.question, presenter.runner)
    view.question.settled.connect(presenter.runner.keep)
    view.question.left.connect(presenter.runner.leave)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
