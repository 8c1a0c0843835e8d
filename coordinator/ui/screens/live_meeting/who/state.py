"""What the parts of the room list share: the rows as they were last read. No Qt."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.domain.directory.rules import SeatRow
from coordinator.domain.meetings.live_views import LiveAround, LiveMeeting
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.outcomes import Done
from coordinator.domain.states import MeetingStatus
from coordinator.ui.screens.live_meeting.room import Act


class RoomRows:
    """The rows, and the revision each was last seen in by this window.

    Two keys on one row come faster than it is read again: what an act of one's own made of the
    revision is noted at once, so that nobody is told that they clash with themselves.
    """

    def __init__(self) -> None:
        self.meeting: LiveMeeting | None = None
        self.around: LiveAround | None = None
        self.today = date.min
        self._rows: dict[UUID, PresenceRow] = {}
        self._seen: dict[UUID, int] = {}
        self._just_said: set[UUID] = set()

    def take(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Keep what was read."""
        self.meeting, self.around = meeting, around
        self.today = max(self.today, around.today)
        self._rows = {row.id: row for row in meeting.attendance}
        for row in meeting.attendance:
            self._seen[row.id] = max(self._seen.get(row.id, 0), row.revision)
        self._just_said.clear()

    def get(self, row: UUID | None) -> PresenceRow | None:
        """Give a row, if it is still there."""
        return self._rows.get(row) if row is not None else None

    @property
    def seats(self) -> dict[UUID, SeatRow]:
        """The seats of the panel, by id."""
        return {one.id: one for one in self.around.seats} if self.around else {}

    @property
    def short_names(self) -> dict[str, str]:
        """Short names of the agencies, by name."""
        agencies = self.around.agencies if self.around else ()
        return {one.name: one.short_name for one in agencies if one.short_name}

    @property
    def day(self) -> date:
        """The day of the meeting."""
        return self.meeting.header.row.on if self.meeting else self.today

    @property
    def is_now(self) -> bool:
        """Whether *now* is a time in this meeting: it is held, and on its own day."""
        if self.meeting is None:
            return False
        row = self.meeting.header.row
        return row.status is MeetingStatus.IN_PROGRESS and row.on == self.today

    def next_unsaid(self, after: UUID) -> UUID | None:
        """Say of a row that it is dealt with; gives the next of which nothing was said yet."""
        self._just_said.add(after)
        ids = list(self._rows)
        at = ids.index(after) if after in self._rows else 0
        for one in (*ids[at + 1 :], *ids[:at]):
            if self._rows[one].result is None and one not in self._just_said:
                return one
        return None

    def act_on(self, row: UUID, act: Callable[..., Done[int]], **said: Any) -> Act:
        """Bind an act to a row, in the revision it has when the act is done."""

        def do(desk: Desk) -> Done[int]:
            done = act(desk, row, seen=self._seen.get(row, 0), **said)
            self._seen[row] = max(self._seen.get(row, 0), done.result)
            return done

        return do
