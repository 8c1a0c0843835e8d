"""Joining the opening to the room."""

from PySide6.QtWidgets import QWidget

from coordinator.ui.screens.live_meeting.fields import FIELD
from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.keys import show_in_page
from coordinator.ui.screens.live_meeting.meeting_lines import MeetingLine
from coordinator.ui.screens.live_meeting.opening.presenter import OpeningPresenter
from coordinator.ui.screens.live_meeting.opening.view import CHANGES, READ_AT, OpeningPart
from coordinator.ui.screens.live_meeting.room import Room


def build(room: Room) -> Joined:
    """Give the part, joined up."""
    view = OpeningPart()
    presenter = OpeningPresenter(room, view)
    view.read.connect(presenter.read)
    view.read_at.connect(presenter.read_at)
    view.agreed.connect(presenter.agree)
    view.officers_asked.connect(presenter.change_officers)
    view.officers_named.connect(presenter.name_officers)
    view.begun.connect(presenter.begin)
    view.who_asked.connect(lambda: _go_to_the_room(view))
    room.add(presenter)
    kept = [_kept(room, view, field) for field in (CHANGES, READ_AT)]
    for line, typed in zip(kept, (view.changes_typed, view.time_typed), strict=True):
        typed.connect(line.keep)
    return Joined(view, (presenter, *kept), view.actions_here)


def _kept(room: Room, view: OpeningPart, field: str) -> MeetingLine:
    had_keys = room.field == field
    return MeetingLine(
        room, field, lambda said: view.have_typed(field, said["text"], had_keys=had_keys)
    )


def _go_to_the_room(view: OpeningPart) -> None:
    found = [one for one in view.window().findChildren(QWidget) if one.property(FIELD) == "who"]
    for one in found:
        show_in_page(one)
        one.setFocus()
