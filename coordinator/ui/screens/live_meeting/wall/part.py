"""Joining what the room sees to the room."""

from coordinator.ui.screens.live_meeting.joined import Joined
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.wall.presenter import WallPresenter
from coordinator.ui.screens.live_meeting.wall.shown import Sight
from coordinator.ui.screens.live_meeting.wall.view import WallPart
from coordinator.ui.screens.live_meeting.wall.window import WallWindow


def build(room: Room) -> Joined:
    """Give the part, joined up; the display is closed until somebody opens it."""
    view = WallPart()
    presenter = WallPresenter(room, view)
    view.wall_asked.connect(presenter.turn_wall)
    view.names_asked.connect(presenter.turn_names)
    view.room_names_asked.connect(presenter.ask_for_names)
    view.names_wanted.connect(lambda in_room: presenter.show_names(in_room=in_room))
    view.have_left.connect(presenter.have_left)
    view.wall_went.connect(presenter.wall_went)
    room.add(presenter)

    def take_over(carried: tuple[Sight, WallWindow | None]) -> None:
        sight, window = carried
        view.take_over(window)
        presenter.go_on_with(sight)

    return Joined(
        view,
        presenter,
        view.actions_here,
        below=view.line,
        when_idle=presenter.fall_idle,
        hand_over=lambda: (presenter.sight, view.hand_over()),
        take_over=take_over,
        is_shared=lambda: view.window_shown is not None or room.names_hidden,
    )
