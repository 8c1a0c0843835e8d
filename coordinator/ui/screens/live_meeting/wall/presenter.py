"""What the room sees, and who has to leave before it does. No Qt.

Names are hidden until somebody says otherwise; hiding them is at once. What is being typed never
gets here: the display is made of what is recorded. Who has left for an item is kept until the
meeting is over: it was asked and answered once, whether the screen was locked since or not.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol
from uuid import UUID

from coordinator.casework.live.wall import read_wall_item
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.views import PresenceRow
from coordinator.domain.meetings.wall import WallView
from coordinator.domain.states import MeetingStatus
from coordinator.ui.lanes.kept import Kept, Texts
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.ui.screens.live_meeting.wall.shown import Seen, Shown, Sight
from coordinator.ui.screens.live_meeting.words import meeting_title
from coordinator.wording import dates
from coordinator.wording.labels import label

FORM = "live.left"
Gone = Mapping[UUID, frozenset[UUID]]


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_state(self, seen: Seen, *, is_open: bool, names_hidden: bool) -> None:
        """Say what the room sees, and whether names are hidden on this screen too."""

    def show_on_wall(self, shown: Shown) -> None:
        """Show this on the display, when it is open."""

    def open_wall(self) -> None:
        """Open the display."""

    def close_wall(self) -> None:
        """Close it; nothing of it is left."""

    def ask_to_leave(self, who: Sequence[PresenceRow], *, names_hidden: bool) -> None:
        """Tell the chair who must leave; the answer is that they have. Nobody: no question."""

    def ask_to_show(self, *, is_open: bool) -> None:
        """Ask whether names are to be read again, here or in the room too."""


class WallPresenter:
    """The display of the room, and names on this screen."""

    def __init__(self, room: Room, view: View) -> None:
        self._room, self._view = room, view
        self._is_open = self._names_shown = False
        self._now: WallView | None = None
        self._gone: dict[UUID, frozenset[UUID]] = {}
        self._kept: Kept | None = None
        room.between.when_counted(self._tell)

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show whose meeting it is."""
        if not self._is_live:
            self._now = None
            self._forget_who_left()
        elif self._kept is None:
            self._kept = Kept(self._room.jobs, FORM)
            self._kept.look(self._room.id, self._remember_who_left)
        self._tell()

    def show_item(self, item: LiveItem | None) -> None:
        """Show the open item, as the room may see it; what it saw before goes first."""
        if item is None or not self._is_live:
            self._now = None
            self._tell()
        else:
            self._read()

    def turn_wall(self) -> None:
        """Open the display, or close it."""
        if self._is_open:
            self._view.close_wall()
            self.wall_went()
        else:
            self._is_open = True
            self._view.open_wall()
            self._tell()
            if self._room.item is not None and self._is_live:
                self._read()

    def wall_went(self) -> None:
        """The display is closed, by whomever, or its screen is gone; names are hidden again."""
        self._is_open = self._names_shown = False
        self._tell()

    def turn_names(self) -> None:
        """Hide every name at once; ask before they are shown again."""
        if self._names_shown or not self._room.names_hidden:
            self.hide_names()
        else:
            self._view.ask_to_show(is_open=self._is_open)

    def ask_for_names(self) -> None:
        """Ask whether names are to be read in the room."""
        self._view.ask_to_show(is_open=self._is_open)

    def hide_names(self) -> None:
        """Hide names here and in the room."""
        was_shown, self._names_shown = self._names_shown, False
        if was_shown:
            self._now = None  # not one moment longer than it takes to read anew
            self._tell()
        self._room.hide_names(hidden=True)

    def show_names(self, *, in_room: bool) -> None:
        """Let names be read on this screen, and in the room when it was said so."""
        self._names_shown = in_room and self._is_open
        self._room.hide_names(hidden=False)

    def have_left(self) -> None:
        """Those who must not hear of the open item have left the room."""
        if self._now is not None and self._now.must_leave:
            there = frozenset(row.id for row in self._now.must_leave)
            self._add_gone({self._now.id: there})
            if self._kept is not None:
                self._kept.typed(**_as_text(self._gone))
            self._read()

    def fall_idle(self) -> bool:
        """Nobody is at the desk: hide every name; gives whether a meeting is under way."""
        if self._is_live:
            self.hide_names()
        return self._is_live

    @property
    def sight(self) -> Sight:
        """What the room sees, to go on with when the screen is built anew."""
        hidden = self._room.names_hidden
        return Sight(self._is_open, self._names_shown, hidden, dict(self._gone))

    def go_on_with(self, sight: Sight) -> None:
        """Go on as the screen before left off, with nothing more to be seen than there was."""
        self._is_open, self._names_shown = sight.is_open, sight.names_shown
        self._add_gone(sight.gone)
        if sight.names_hidden:
            self._room.hide_names(hidden=True)
        elif self._room.item is not None:
            self._read()
        self._tell()

    @property
    def _is_live(self) -> bool:
        meeting = self._room.meeting
        return meeting is not None and meeting.header.row.status is MeetingStatus.IN_PROGRESS

    def _remember_who_left(self, texts: Texts) -> None:
        self._add_gone(_from_text(texts))
        if self._room.item is not None and self._is_live:
            self._read()

    def _forget_who_left(self) -> None:
        if self._kept is not None:
            self._kept.typed()
            self._kept, self._gone = None, {}

    def _add_gone(self, more: Gone) -> None:
        for item, who in more.items():
            self._gone[item] = self._gone.get(item, frozenset()) | who

    def _read(self) -> None:
        """Read what the room may see; with no display open, who must leave is known already."""
        item = self._room.open_id
        if item is None:
            return
        if not self._is_open:
            self._now = self._without_display(item)
            self._tell()
            return
        read = partial(
            read_wall_item,
            meeting_id=self._room.id,
            item_id=item,
            names_shown=self._names_shown,
            gone=self._gone.get(item, frozenset()),
        )
        self._room.jobs.query(read, self._take, replaces="wall item", refused=self._show_none)

    def _without_display(self, item: UUID) -> WallView:
        known, gone = self._room.item, self._gone.get(item, frozenset())
        must_leave = known.must_leave if known is not None else ()
        return WallView(item, None, tuple(row for row in must_leave if row.id not in gone))

    def _take(self, view: WallView) -> None:
        if view.id != self._room.open_id:
            return  # the room has gone on meanwhile
        self._now = view
        self._tell()

    def _show_none(self, _error: Exception) -> bool:
        """What cannot be read is not shown; the screen says what is wrong as for any read."""
        self._now = None
        self._tell()
        return False

    def _tell(self) -> None:
        hidden = self._room.names_hidden
        self._view.show_state(self._seen, is_open=self._is_open, names_hidden=hidden)
        self._view.show_on_wall(self._shown())
        self._view.ask_to_leave(self._now.must_leave if self._now else (), names_hidden=hidden)

    @property
    def _seen(self) -> Seen:
        if not self._is_open:
            return Seen.NOTHING
        if self._now is not None and self._now.item is None:
            return Seen.WAIT
        person = self._now.item.person if self._now and self._now.item else None
        by_name = self._names_shown and (person is None or person.by_name)
        return Seen.NAMES if by_name else Seen.INITIALS

    def _shown(self) -> Shown:
        meeting = self._room.meeting
        if meeting is None:
            return Shown(self._seen)
        row = meeting.header.row
        return Shown(
            seen=self._seen,
            panel=meeting.header.panel,
            meeting=meeting_title(label(row.meeting_type), dates.long_day(row.on)),
            item=self._now.item if self._now else None,
            minutes_used=self._room.between.minutes_used,
            today=self._room.around.today if self._room.around else None,
        )


def _as_text(gone: Gone) -> Texts:
    """Write who left as a draft holds it: rows of the meeting, by item, and no name."""
    return {item.hex: " ".join(sorted(one.hex for one in who)) for item, who in gone.items()}


def _from_text(texts: Texts) -> Gone:
    return {
        UUID(hex=item): frozenset(UUID(hex=one) for one in who.split())
        for item, who in texts.items()
    }
