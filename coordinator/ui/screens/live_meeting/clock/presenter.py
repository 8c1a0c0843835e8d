"""The clock of the live meeting: counts the open item, and records it when it is left. No Qt."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from coordinator.casework.live.timing import Running, begin_timing, end_timing, keep_timing
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveMeeting
from coordinator.domain.meetings.stopwatches import Stopwatch
from coordinator.domain.states import MeetingStatus
from coordinator.runtime.clock import steady as steady_seconds
from coordinator.ui.screens.live_meeting.clock.face import Counted, Face, face_of
from coordinator.ui.screens.live_meeting.room import Room
from coordinator.wording.dates import HOME

if TYPE_CHECKING:
    from coordinator.casework.desk import Desk

KEPT_EVERY = 10.0
"""Seconds between two writes of what has run; as much may be lost when the program is killed."""


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_face(self, face: Face) -> None:
        """Show what the clock says."""


class ClockPresenter:
    """Counts while a line is open and the meeting runs."""

    def __init__(
        self, room: Room, view: View, steady: Callable[[], float] = steady_seconds
    ) -> None:
        self._room, self._view, self._steady = room, view, steady
        self._item: UUID | None = None
        self._before = 0
        self._watch: Stopwatch | None = None
        self._kept_at = 0.0
        self._wall: tuple[datetime, float] | None = None
        self._shown: Face | None = None

    def show_meeting(self, meeting: LiveMeeting, around: LiveAround) -> None:
        """Show how far the meeting is; once it is over the item's time is recorded."""
        if not self._may_count(meeting):
            self._leave()
        if self._wall is None:
            self._room.jobs.query(_now, self._know_wall, replaces="live wall clock")
        self._show()

    def show_item(self, item: LiveItem | None) -> None:
        """Go over to another item: record the one that was open."""
        meeting = self._room.meeting
        if item is None or meeting is None:
            self._leave()
        elif self._item != item.record.entry.id and self._may_count(meeting):
            self._leave()
            self._take(item.record.entry.id)
        self._show()

    def tick(self) -> None:
        """Count on; called about once a second."""
        if self._watch is not None:
            now = self._steady()
            self._watch = self._watch.at(now)
            if now - self._kept_at >= KEPT_EVERY:
                self._keep()
        self._show()

    def toggle(self) -> None:
        """Stop the clock or let it go on; time that is asked about is left out."""
        if self._watch is None:
            return
        now = self._steady()
        if self._watch.missing:
            self._watch = self._watch.without_missing()
        elif self._watch.is_paused:
            self._watch = self._watch.gone_on(now)
        else:
            self._watch = self._watch.paused(now)
        self._keep()
        self._show()

    def count_missing(self) -> None:
        """Count the time that is asked about."""
        if self._watch is not None and self._watch.missing:
            self._watch = self._watch.with_missing()
            self._keep()
            self._show()

    def _may_count(self, meeting: LiveMeeting) -> bool:
        return meeting.may_run and meeting.header.row.status is MeetingStatus.IN_PROGRESS

    def _take(self, item: UUID) -> None:
        """Begin at once; what had run before joins when the store has told."""
        self._item, self._before = item, 0
        began = self._steady()
        self._kept_at = began
        self._watch = Stopwatch(last=began)
        read = partial(begin_timing, item_id=item, steady=began)
        self._room.jobs.query(
            read,
            partial(self._go_on_from, item),
            replaces="live clock",
            refused=_let_be,
            journalled=True,
        )

    def _go_on_from(self, item: UUID, running: Running) -> None:
        if self._item != item or self._watch is None:
            return
        found, since = running.watch, self._watch.at(self._steady())
        self._before = running.before
        self._watch = replace(
            found,
            counted=found.counted + (0 if found.is_paused else since.counted),
            missing=found.missing + since.missing,
            last=since.last,
        )
        self._show()

    def _leave(self) -> None:
        if self._item is None or self._watch is None:
            return
        watch = self._watch.at(self._steady())
        act = partial(end_timing, item_id=self._item, before=self._before, seconds=watch.counted)
        self._item, self._watch, self._before = None, None, 0
        self._room.jobs.command(act, refused=_let_be)

    def _keep(self) -> None:
        if self._item is None or self._watch is None:
            return
        self._kept_at = self._steady()
        keep = partial(keep_timing, item_id=self._item, before=self._before, watch=self._watch)
        self._room.jobs.query(keep, lambda _kept: None, refused=_let_be, journalled=True)

    def _know_wall(self, now: datetime) -> None:
        self._wall = (now, self._steady())
        self._show()

    def _show(self) -> None:
        """Show what is another than before, and nothing else: the window rests meanwhile."""
        meeting = self._room.meeting
        if meeting is None:
            return
        counted = self._counted()
        self._room.between.count(counted.minutes if counted is not None else 0)
        face = face_of(meeting, counted, self._moment())
        if face != self._shown:
            self._shown = face
            self._view.show_face(face)

    def _counted(self) -> Counted | None:
        line = self._room.line
        if line is None:
            return None
        if self._watch is None or self._item != line.entry.id:
            return Counted(line, line.minutes_used or 0, None)
        return Counted(line, self._before, self._watch)

    def _moment(self) -> datetime | None:
        """Give the moment at the meeting's place, however the clock on the wall was set since."""
        if self._wall is None:
            return None
        at, since = self._wall
        return (at + timedelta(seconds=self._steady() - since)).astimezone(HOME)


def _now(desk: "Desk") -> datetime:
    return desk.now()


def _let_be(_error: Exception) -> bool:
    """A clock refuses nothing and stops nobody; what it kept is there at the next opening."""
    return True
