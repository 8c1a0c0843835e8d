"""Joining what is decided to the room."""

from functools import partial

from coordinator.ui.screens.live_meeting.deciding.presenter import DecidingPresenter
from coordinator.ui.screens.live_meeting.deciding.view import DecidingPart
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.question_row import join
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = DecidingPart()
    presenter = DecidingPresenter(room, view, view.at_decision, view.below)
    view.typed.connect(presenter.typed)
    view.settled.connect(presenter.keep)
    view.words_entered.connect(presenter.enter_words)
    view.reason_entered.connect(presenter.enter_reason)
    view.decide_asked.connect(presenter.decide)
    view.asked.connect(presenter.ask)
    view.change_asked.connect(presenter.ask_change)
    view.stop_asked.connect(presenter.stop_changing)
    view.page_asked.connect(presenter.go_to_person)
    for runner, place in zip(presenter.questions, (view.at_decision, view.below), strict=True):
        join(place, runner)
        place.settled.connect(presenter.keep)
        place.left.connect(partial(presenter.let_go, runner))
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
