"""What Meetings does: the calendar, its series, and the way to one meeting. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.meetings.called import begin_huddle
from coordinator.casework.meetings.reading import read_meetings
from coordinator.casework.meetings.series import (
    Appointment,
    change_series,
    end_series,
    read_series,
    schedule_meeting,
    schedule_next,
    start_series,
)
from coordinator.domain.meetings.kinds import kind_of
from coordinator.domain.meetings.views import MeetingRow, SeriesRow
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.domain.states import MeetingStatus
from coordinator.ui.kit.asks import Question
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.places.every import LiveMeetingPlace, MeetingPlace, MeetingsPlace, Place
from coordinator.ui.screens.meetings import questions
from coordinator.ui.shared.asking import ANEW, Act, Asking, Values
from coordinator.ui.shared.holding import hold
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


class View(Protocol):
    """What the presenter asks of the widgets."""

    def show_calendar(self, calendar: Calendar) -> None:
        """Show the calendar."""


class MeetingsPresenter:
    """Reads the calendar, and puts meetings and series into it."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        asking: Asking,
        go: Callable[[Place], None],
        toast: Callable[[str, Callable[[], object] | None], None],
    ) -> None:
        self._jobs, self._view, self._asking = jobs, view, asking
        self._go, self._toast = go, toast
        self._limit = PAGE
        self._calendar: Calendar | None = None
        self._to_begin: Callable[[], None] | None = None

    def open_at(self, place: MeetingsPlace, stays_at: Callable[[Place], None]) -> None:
        """Show the calendar; a place that begins something does so, once: not on coming back."""
        deeds = {"call": self.ask_single, "huddle": self.begin_huddle}

        def begin() -> None:
            stays_at(MeetingsPlace())
            deeds[place.begin]()

        self._to_begin = begin if place.begin else None
        self.load()

    def load(self) -> None:
        """Read the calendar."""
        read = partial(read_calendar, limit=self._limit)
        self._jobs.query(read, self._show, replaces="meetings")

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

    def hold(self, meeting: MeetingRow) -> None:
        """Go into the meeting of today, or one under way."""
        is_open = meeting.status is MeetingStatus.IN_PROGRESS
        hold(self._jobs, self._go, meeting.id, is_open=is_open)

    def schedule_next(self, series: UUID, on: date | None = None) -> None:
        """Put the next meeting of a series into the calendar; `on` is the day that was shown."""
        self._jobs.command(
            partial(schedule_next, series_id=series, on=on),
            then=lambda _id: self._toast(_("The next meeting is in the calendar."), None),
        )

    def ask_series(self) -> None:
        """Ask for a series; its first meeting goes into the calendar with it."""
        if self._calendar is not None:
            question = questions.new_series(self._calendar.today)
            self._asking.put(question, _starting, about=ANEW, then=self.schedule_next)

    def ask_single(self) -> None:
        """Ask for a meeting of its own, and go there."""
        if self._calendar is not None:
            question = questions.single(self._calendar.today)
            self._asking.put(question, _scheduling, about=ANEW, then=self.open_meeting)

    def begin_huddle(self) -> None:
        """Begin the outreach huddle now, and hold it in the live view."""
        self._jobs.command(begin_huddle, then=lambda meeting: self._go(LiveMeetingPlace(meeting)))

    def ask_change(self, series: SeriesRow) -> None:
        """Ask what changes in a series for the meetings still to be scheduled."""
        question = questions.change(series)

        def act(said: Values, seen: int) -> Callable[[Desk], Done[Any]]:
            changed = question.changed(said)
            return partial(change_series, series_id=series.id, seen=seen, **changed)

        told = _("The series is changed for meetings still to be scheduled.")
        self._put(question, act, series, told)

    def ask_end(self, series: SeriesRow) -> None:
        """Ask why a series is scheduled no more."""

        def act(said: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
            return partial(end_series, series_id=series.id, reason=said["reason"])

        told = _("The series has ended; its meetings stay as they are.")
        self._put(questions.end(series), act, series, told)

    def _put(self, question: Question, act: Act, series: SeriesRow, told: str) -> None:
        def tell(_result: object) -> None:
            self._toast(told, None)

        self._asking.put(question, act, about=series.id, seen=series.revision, then=tell)

    def _show(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._view.show_calendar(calendar)
        begin, self._to_begin = self._to_begin, None
        if begin is not None and calendar.may_run:
            begin()


def _starting(said: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
    return partial(
        start_series,
        name=said["name"],
        first=_appointment(said),
        every_weeks=said["every_weeks"],
        meeting_type=said["meeting_type"],
    )


def _scheduling(said: Values, _seen: int) -> Callable[[Desk], Done[Any]]:
    return partial(schedule_meeting, meeting_type=said["meeting_type"], when=_appointment(said))


def _appointment(said: Values) -> Appointment:
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
