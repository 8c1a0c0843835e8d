"""Joining what is said to the room."""

from coordinator.ui.lanes.autosave import Autosave
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.said.presenter import SaidPresenter
from coordinator.ui.screens.live_meeting.said.view import SaidPart


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = SaidPart()
    presenter = SaidPresenter(room, view)
    autosave = Autosave(room.jobs, view, room.ways.notify, presenter.saving, do=presenter.save)
    presenter.save_with(autosave)
    view.typed.connect(presenter.typed)
    view.settled.connect(presenter.keep)
    view.entered.connect(presenter.enter)
    view.emptied.connect(presenter.leave_line)
    view.chosen.connect(presenter.choose)
    view.change_asked.connect(presenter.change)
    view.remove_asked.connect(presenter.remove)
    view.spoken_by.connect(presenter.speak_for)
    view.text_typed.connect(autosave.typed)
    view.text_left.connect(autosave.leave)
    view.let_go_asked.connect(autosave.let_go)
    view.mine_asked.connect(autosave.keep_mine)
    view.theirs_asked.connect(autosave.take_theirs)
    room.add(presenter)
    return Joined(view, (presenter, autosave), view.actions_here, autosave.try_again)
