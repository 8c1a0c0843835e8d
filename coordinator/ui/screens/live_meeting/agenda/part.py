"""Joining the agenda to the room."""

from coordinator.ui.screens.live_meeting.agenda.presenter import AgendaPresenter
from coordinator.ui.screens.live_meeting.agenda.view import AgendaPart
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up; it shows nothing until the room is loaded."""
    view = AgendaPart()
    presenter = AgendaPresenter(room, view)
    view.chosen.connect(presenter.open)
    view.next_asked.connect(presenter.go_on)
    view.back_asked.connect(presenter.go_back)
    view.aside_asked.connect(presenter.ask)
    view.why_typed.connect(presenter.keep)
    view.set_aside.connect(presenter.set_aside)
    view.put_back_asked.connect(presenter.put_back)
    view.urgent_asked.connect(presenter.raise_urgent)
    room.add(presenter)
    return Joined(view, presenter, view.actions_here)
