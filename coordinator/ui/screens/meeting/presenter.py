"""What a meeting's page does: its agenda up to the day, its minutes from then on. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from coordinator.casework.agenda_reads import read_agenda
from coordinator.casework.agendas import reorder_agenda
from coordinator.casework.barriers import find_barriers_without_details
from coordinator.casework.caseload import read_caseload
from coordinator.casework.desk import LONDON, Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.information_reads import read_missing_replies
from coordinator.casework.meeting_reads import read_meeting
from coordinator.casework.meetings import open_meeting
from coordinator.domain.caseload import CaseloadMark, CaseloadRow
from coordinator.domain.errors import StaleRecordError
from coordinator.domain.information_views import MissingReplies
from coordinator.domain.meeting_views import (
    Agenda,
    AgendaEntry,
    ItemRecord,
    MeetingRecord,
    MeetingRow,
)
from coordinator.domain.meetings import TO_COME
from coordinator.domain.outcomes import Changes, Done, RecordKind
from coordinator.domain.roles import Right, may
from coordinator.domain.states import ItemStatus
from coordinator.ui.jobs import Jobs
from coordinator.ui.places import (
    LiveMeetingPlace,
    PapersPlace,
    PersonPlace,
    Place,
    RequestsPlace,
)
from coordinator.ui.refusals import Asks, told_in
from coordinator.ui.screens.meeting.acts import added

_SHOWN = (
    RecordKind.MEETING,
    RecordKind.AGENDA_ITEM,
    RecordKind.ATTENDANCE,
    RecordKind.DECISION,
    RecordKind.CORRECTION,
    RecordKind.BARRIER,
    RecordKind.LEAD_ROLE,
    RecordKind.PANEL,
    RecordKind.INFORMATION_REPLY,
)
_MOST_PEOPLE = 1000
Toast = Callable[[str, Callable[[], object] | None], None]
Act = Callable[[Desk], Done[Any]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the agenda, with the time it begins when those before it keep theirs."""

    entry: AgendaEntry
    starts: time


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything the page shows of one meeting.

    Attributes:
        lines: That still stand, in order; `withdrawn` those taken off.
        unresolved: Items that are neither taken nor put off yet.
        without_details: Barriers of which only the category is known.
        chairs: Who may have approved the minutes elsewhere.
        missing: How far the requests for information have come, for those who run the meetings.
        may_run: Whether the sitter may change the agenda and the minutes.
        may_approve: Whether the sitter is the one who approves at the desk.
    """

    record: MeetingRecord
    agenda: Agenda
    lines: tuple[Line, ...]
    withdrawn: tuple[ItemRecord, ...]
    unresolved: int
    without_details: int
    chairs: Sequence[tuple[str, UUID]]
    today: date
    may_run: bool
    may_approve: bool
    missing: MissingReplies


class View(Asks, Protocol):
    """What the presenter asks of the widgets."""

    def show_meeting(self, page: MeetingPage) -> None:
        """Show the meeting."""

    def choose_line(self, entry: UUID) -> None:
        """Put the keys on a line of the agenda."""

    def ask_item(self, people: Sequence[CaseloadRow], *, urgent: bool) -> None:
        """Ask what is to be put on the agenda."""


class MeetingPresenter:
    """Reads one meeting, and does what is asked about it."""

    def __init__(
        self,
        jobs: Jobs,
        view: View,
        go: Callable[[Place], None],
        toast: Toast,
        meeting: UUID,
    ) -> None:
        self._jobs, self._view, self._go, self._toast = jobs, view, go, toast
        self._meeting = meeting
        self._page: MeetingPage | None = None

    @property
    def row(self) -> MeetingRow | None:
        """The meeting as it was last shown."""
        return self._page.record.header.row if self._page else None

    def load(self) -> None:
        """Read the meeting."""
        read = partial(read_page, meeting=self._meeting)
        self._jobs.query(read, self._show, replaces="meeting")

    def look_again(self, changes: Changes) -> None:
        """Read again when something shown was written."""
        if changes.touch(*_SHOWN):
            self.load()

    def do(self, act: Act, told: str) -> None:
        """Do something and say so; what a form asked for is refused in the form."""

        def finish(_result: object) -> None:
            self._view.show_done()
            self._toast(told, None)

        self._jobs.command(act, then=finish, refused=told_in(self._view))

    def move_line(self, at: int, to: int) -> None:
        """Put a line of the agenda at another place; `to` counts without the line itself."""
        if self._page is None:
            return
        entries = [line.entry.id for line in self._page.lines]
        if not (0 <= at < len(entries) and 0 <= to < len(entries)) or at == to:
            return
        moved = entries.pop(at)
        entries.insert(to, moved)
        order = [*entries, *(one.entry.id for one in self._page.withdrawn)]
        act = partial(
            reorder_agenda,
            meeting_id=self._meeting,
            order=order,
            seen=self._page.record.header.row.revision,
        )
        self._jobs.command(
            act,
            then=lambda _revision: self._view.choose_line(moved),
            refused=self._read_again_when_stale,
        )

    def ask_item(self, *, urgent: bool) -> None:
        """Ask what is to be put on the agenda; people of the caseload are offered."""
        self._jobs.query(read_people, lambda people: self._view.ask_item(people, urgent=urgent))

    def add(self, said: Mapping[str, Any], told: str, *, urgent: bool) -> None:
        """Put something on the agenda."""
        self.do(added(self._meeting, said, urgent=urgent), told)

    def open_person(self, entry: AgendaEntry) -> None:
        """Go to whom a line is about."""
        if entry.person is not None:
            self._go(PersonPlace(entry.person.id))

    def open_papers(self, kind: str) -> None:
        """Go to the papers of the meeting."""
        if self._page is not None:
            reference = self._page.record.header.row.reference
            self._go(PapersPlace(self._meeting, reference, kind))

    def open_requests(self) -> None:
        """Go to the requests for information before the meeting."""
        self._go(RequestsPlace(self._meeting))

    def run(self) -> None:
        """Open the meeting if nobody has, and hold it in the live view."""
        row, place = self.row, LiveMeetingPlace(self._meeting)
        if row is None:
            return
        if row.status in TO_COME:
            begin = partial(_opened_now, meeting=self._meeting)
            self._jobs.command(begin, then=lambda _seats: self._go(place))
        else:
            self._go(place)

    def _show(self, page: MeetingPage) -> None:
        self._page = page
        self._view.show_meeting(page)

    def _read_again_when_stale(self, error: Exception) -> bool:
        if isinstance(error, StaleRecordError):
            self.load()
        return False  # the window says what happened


def read_page(desk: Desk, meeting: UUID) -> MeetingPage:
    """Read everything the page shows."""
    agenda, record = read_agenda(desk, meeting), read_meeting(desk, meeting)
    panel = read_directory(desk, with_former=True).panel
    role = desk.sitter.role
    return MeetingPage(
        record=record,
        agenda=agenda,
        lines=tuple(map(Line, agenda.entries, agenda.begins)),
        withdrawn=tuple(one for one in record.items if one.entry.status is ItemStatus.WITHDRAWN),
        unresolved=sum(one.entry.status is ItemStatus.PLANNED for one in record.items),
        without_details=len(find_barriers_without_details(desk, meeting)),
        chairs=[(name, who) for who, name in panel.chairs],
        today=desk.today(),
        may_run=may(role, Right.RUN_MEETINGS),
        may_approve=may(role, Right.APPROVE_MINUTES),
        missing=_missing(desk, meeting),
    )


def _opened_now(desk: Desk, meeting: UUID) -> Done[int]:
    at = desk.now().astimezone(LONDON).time().replace(second=0, microsecond=0)
    return open_meeting(desk, meeting, at=at)


def _missing(desk: Desk, meeting: UUID) -> MissingReplies:
    if not may(desk.sitter.role, Right.RUN_MEETINGS):
        return MissingReplies()
    return read_missing_replies(desk, meeting)


def read_people(desk: Desk) -> tuple[CaseloadRow, ...]:
    """List the caseload, to choose somebody from; the first thousand by reference."""
    found: list[CaseloadRow] = []
    after: CaseloadMark | None = None
    while len(found) < _MOST_PEOPLE:
        page = read_caseload(desk, after=after)
        found += page.rows
        after = page.after
        if after is None:
            break
    return tuple(found)
