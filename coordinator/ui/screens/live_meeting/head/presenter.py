"""Whom the open line is about, as the room needs to know it. No Qt."""

from datetime import date
from typing import Protocol

from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveLine, LiveMeeting
from coordinator.domain.people.comms import CommsRow
from coordinator.ui.screens.live_meeting.room import Room


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_line(self, line: LiveLine | None, today: date, *, hidden: bool) -> None:
        """Show what is known before the item itself is read."""

    def show_item(
        self, item: LiveItem, today: date, *, hidden: bool, comms: CommsRow | None
    ) -> None:
        """Show the whole head; while names are hidden only what others may read."""


class HeadPresenter:
    """The head of the open line."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        room.between.when_hiding(self._cover)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show at once which line is open."""
        if self._room.item is None:
            self._view.show_line(self._room.line, around.today, hidden=self._room.names_hidden)

    def show_item(self, item: LiveItem | None) -> None:
        """Show the whole head."""
        around, meeting = self._room.around, self._room.meeting
        if item is not None and around is not None:
            comms = meeting.comms if meeting is not None else None
            hidden = self._room.names_hidden
            self._view.show_item(item, around.today, hidden=hidden, comms=comms)

    def _cover(self) -> None:
        self.show_item(self._room.item)  # it shows only what others may read, whatever it is given
