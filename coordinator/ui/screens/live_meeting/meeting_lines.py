"""Lines about the meeting itself, asked for now and then: kept until they are done. No Qt."""

from collections.abc import Callable

from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.ui.lanes.kept import Kept, Texts
from coordinator.ui.screens.live_meeting.room import Room


class MeetingLine:
    """Keeps one of them; what stood there when the program ended is given back once.

    Attributes:
        had_keys: The keys were in this line when the program ended.
    """

    def __init__(self, room: Room, form: str, take_up: Callable[[Texts], None]) -> None:
        """Join the room.

        Args:
            room: For its meeting.
            form: The permanent name of the draft, and of the field.
            take_up: Gets what was typed when the program ended.
        """
        self._room, self._take_up = room, take_up
        self.had_keys = room.field == form
        self._kept = Kept(room.jobs, form)
        self._has_begun = False
        room.add(self)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Look once for what was typed before."""
        if not self._has_begun:
            self._has_begun = True
            self._kept.look(self._room.id, self._take_up)

    def show_item(self, item: LiveItem | None) -> None:
        """Nothing of its own: it is about the meeting."""

    def keep(self, text: str, **about: str) -> None:
        """Keep what is typed so far, and what it is about; without a word forget it."""
        self._kept.typed(**({"text": text} | about if text else {"text": ""}))
