"""What Meetings does: the calendar, its series, and the way to one meeting. No Qt."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.called_meetings import begin_huddle
from coordinator.casework.desk import Desk
from coordinator.casework.meeting_reads import read_meetings
from coordinator.casework.series import (
    Appointment,
    change_series,
    end_series,
    read_series,
    schedule_meeting,
    schedule_next,
    start_series,
)
from coordinator.domain.meeting_kinds import kind_of
from coordinator.domain.meeting_views import MeetingRow, SeriesRow
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.domain.states import MeetingStatus
from coordinator.ui.jobs import Jobs
from coordinator.ui.places import LiveMeetingPlace, MeetingPlace, Place
from coordinator.ui.refusals import Asks, told_in
from coordinator.wording.translation import _

PAGE = 100
COMING = frozenset(
    {MeetingStatus.SCHEDULED, MeetingStatus.AGENDA_ISSUED, MeetingStatus.IN_PROGRESS}
)
UNSIGNED = frozenset(
    {MeetingStatus.HELD, MeetingStatus.MINUTES_DRAFT, MeetingStatus.MINUTES_ISSUED}
)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The meetings of a panel, told apart by what is still to be done.

    Attributes:
        coming: Soonest first.
        unsigned: Held, and their minutes not approved yet; the longest ago first.
        earlier: Approved or cancelled, the latest first.
        has_more: There are earlier ones still.
        may_run: Whether the sitter may change any of it.
    """

    today: date
    coming: tuple[MeetingRow, ...]
    unsigned: tuple[MeetingRow, ...]
    earlier: tuple[MeetingRow, ...]
    series: tuple[SeriesRow, ...]
    has_more: bool
    may_run: bool


class View(Asks, Protocol):
    """What the presenter asks of the widgets."""

    def show_calendar(self, calendar: Calendar) -> None:
        """Show the calendar."""


class MeetingsPresenter:
    """Reads the calendar, and puts meetings and series into it."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        go: Callable[[Place], None],
        toast: Callable[[str, Callable[[], object] | None], None],
    ) -> None:
        self._jobs, self._view, self._go, self._toast = jobs, view, go, toast
        self._limit = PAGE

    def load(self) -> None:
        """Read the calendar."""
        read = partial(read_calendar, limit=self._limit)
        self._jobs.query(read, self._view.show_calendar, replaces="meetings")

    def load_more(self) -> None:
        """Read further back."""
        self._limit += PAGE
        self.load()

    def look_again(self, changes: Changes) -> None:
        """Read again when a meeting or a series was written."""
        if changes.touch(RecordKind.MEETING, RecordKind.SERIES):
            self.load()

    def open_meeting(self, meeting: UUID) -> None:
        """Go to a meeting."""
        self._go(MeetingPlace(meeting))

    def schedule_next(self, series: UUID) -> None:
        """Put the next meeting of a series into the calendar."""
        self._jobs.command(
            partial(schedule_next, series_id=series),
            then=lambda _id: self._toast(_("The next meeting is in the calendar."), None),
        )

    def start(self, said: Mapping[str, Any]) -> None:
        """Begin a series, and put its first meeting into the calendar."""
        act = partial(
            start_series,
            name=said["name"],
            first=_appointment(said),
            every_weeks=said["every_weeks"],
            meeting_type=said["meeting_type"],
        )
        self._jobs.command(act, then=self._started, refused=told_in(self._view))

    def schedule_single(self, said: Mapping[str, Any]) -> None:
        """Put one meeting of its own into the calendar, and go there."""
        act = partial(schedule_meeting, meeting_type=said["meeting_type"], when=_appointment(said))
        self._jobs.command(act, then=self._made, refused=told_in(self._view))

    def begin_huddle(self) -> None:
        """Begin the outreach huddle now, and hold it in the live view."""
        self._jobs.command(begin_huddle, then=lambda meeting: self._go(LiveMeetingPlace(meeting)))

    def change(self, series: SeriesRow, said: Mapping[str, Any]) -> None:
        """Change a series for the meetings still to be scheduled."""
        act = partial(change_series, series_id=series.id, seen=series.revision, **said)
        self._do(act, _("The series is changed for meetings still to be scheduled."))

    def end(self, series: SeriesRow, said: Mapping[str, Any]) -> None:
        """Stop scheduling a series."""
        act = partial(end_series, series_id=series.id, reason=said["reason"])
        self._do(act, _("The series has ended; its meetings stay as they are."))

    def _do(self, act: Callable[[Desk], Done[Any]], told: str) -> None:
        def finish(_result: object) -> None:
            self._view.show_done()
            self._toast(told, None)

        self._jobs.command(act, then=finish, refused=told_in(self._view))

    def _started(self, series: UUID) -> None:
        self._view.show_done()
        self.schedule_next(series)

    def _made(self, meeting: UUID) -> None:
        self._view.show_done()
        self._go(MeetingPlace(meeting))


def _appointment(said: Mapping[str, Any]) -> Appointment:
    return Appointment(said["on"], said["starts_at"], said["minutes_planned"], said["place"])


def read_calendar(desk: Desk, limit: int = PAGE) -> Calendar:
    """Read the meetings, the latest `limit`, and every series."""
    found = read_meetings(desk, limit=limit + 1)
    shown = found[:limit]
    return Calendar(
        today=desk.today(),
        coming=_with(reversed(shown), COMING),
        unsigned=tuple(row for row in reversed(shown) if _is_unsigned(row)),
        earlier=tuple(row for row in shown if row.status not in COMING and not _is_unsigned(row)),
        series=read_series(desk),
        has_more=len(found) > limit,
        may_run=may(desk.sitter.role, Right.RUN_MEETINGS),
    )


def _is_unsigned(row: MeetingRow) -> bool:
    return row.status in UNSIGNED and kind_of(row.meeting_type).has_minutes


def _with(
    rows: Iterable[MeetingRow], statuses: frozenset[MeetingStatus]
) -> tuple[MeetingRow, ...]:
    return tuple(row for row in rows if row.status in statuses)
