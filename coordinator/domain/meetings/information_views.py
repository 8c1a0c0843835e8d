"""Requests for information as the coordinator sees them: agency by agency, person by person."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.sharing import Channel, Known
from coordinator.domain.meetings.information_requests import (
    LeftOut,
    NewReply,
    NotAsked,
    RequestState,
)
from coordinator.domain.meetings.views import MeetingRow
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import Sensitivity


@dataclass(frozen=True, slots=True)
class AskedPerson:
    """Somebody on the agenda; `show_detail` only with a complete information basis."""

    id: UUID
    reference: str
    name: PersonName = field(repr=False)
    born_on: date | None = field(repr=False)
    kind: AgendaKind
    show_detail: bool


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """What an agency answered about one person; no `answer` while it is missing."""

    id: UUID
    revision: int
    asked_on: date
    answer: Known | None
    note: str = field(repr=False)
    came_on: date | None
    sensitivity: Sensitivity = Sensitivity.STANDARD

    @property
    def again(self) -> NewReply:
        """What is to be noted to put this back, once something else was noted over it."""
        return NewReply(self.id, self.revision + 1, self.answer, self.note, self.came_on)


@dataclass(frozen=True, slots=True)
class Cell:
    """One agency and one person: what came back, or why the person is not on the request.

    Neither means that the person may be asked about and has not been.
    """

    person: AskedPerson
    reply: ReplyRow | None = None
    left_out: LeftOut | None = None

    @property
    def is_missing(self) -> bool:
        """Whether a reply is waited for."""
        return self.left_out is None and self.reply is not None and self.reply.answer is None

    @property
    def is_to_ask(self) -> bool:
        """Whether the agency may be asked and has not answered yet."""
        has_answer = self.reply is not None and self.reply.answer is not None
        return self.left_out is None and not has_answer


@dataclass(frozen=True, slots=True)
class RequestRow:
    """That an agency was asked, first and last."""

    id: UUID
    revision: int
    asked_on: date
    again_on: date | None
    answer_by: date
    how: Channel | None


@dataclass(frozen=True, slots=True)
class AgencyAsked:
    """One agency with everybody on the agenda.

    Attributes:
        has_seat: Those with a seat on the panel are asked unless somebody says otherwise.
        not_asked: Why no name at all may go there.
        short_name: As people say it; the name where there is none.
        has_secure_email: Whether one is noted in the directory.
        cells: In the order of the agenda.
    """

    id: UUID
    name: str
    has_seat: bool
    not_asked: NotAsked | None
    request: RequestRow | None
    cells: tuple[Cell, ...]
    state: RequestState
    has_secure_email: bool = False
    short_name: str = ""

    @property
    def missing(self) -> int:
        """How many people it has not answered about."""
        return sum(cell.is_missing for cell in self.cells)

    @property
    def to_ask(self) -> tuple[AskedPerson, ...]:
        """Whom a request sent now would name: not asked about yet, or not answered."""
        if self.not_asked is not None:
            return ()
        return tuple(cell.person for cell in self.cells if cell.is_to_ask)

    @property
    def left_out(self) -> tuple[Cell, ...]:
        """Who is on the agenda and not named to it, and why."""
        return tuple(cell for cell in self.cells if cell.left_out is not None)


@dataclass(frozen=True, slots=True)
class RequestGrid:
    """Everything about the requests for one meeting; for whoever runs the meetings alone.

    `answer_by` is the day to suggest.
    """

    meeting: MeetingRow
    today: date
    answer_by: date
    people: tuple[AskedPerson, ...]
    agencies: tuple[AgencyAsked, ...]


@dataclass(frozen=True, slots=True)
class MissingReplies:
    """How far the requests for a meeting have come, for a line of the week.

    Attributes:
        asked: How many agencies were asked.
        agencies: Names of those that owe a reply about somebody on the agenda.
        late: Those of them whose day to answer is over.
        answer_by: The latest day any of them has to answer; nothing when nothing is missing.
    """

    asked: int = 0
    agencies: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """One answer on the sheet; `stood` is what was noted before."""

    person: AskedPerson
    stood: ReplyRow
    answer: Known
    note: str = field(repr=False)

    @property
    def is_new(self) -> bool:
        """Whether noting it would change anything."""
        return (self.stood.answer, self.stood.note) != (self.answer, self.note)


@dataclass(frozen=True, slots=True)
class ReturnedReplies:
    """What a sheet would change.

    Attributes:
        lines: In the order of the agenda; those that change nothing too.
        unread: Rows without an answer that can be read, with more words than are kept, or with
            another answer about the same person.
        strange: Rows about nobody this agency was asked about.
        missing: How many people it still says nothing about.
    """

    agency: str
    lines: tuple[ReturnedLine, ...]
    unread: tuple[int, ...]
    strange: tuple[int, ...]
    missing: int

    @property
    def new(self) -> tuple[NewReply, ...]:
        """What is to be noted: one act."""
        return tuple(
            NewReply(line.stood.id, line.stood.revision, line.answer, line.note)
            for line in self.lines
            if line.is_new
        )

    @property
    def before(self) -> tuple[NewReply, ...]:
        """What stood there, to take the act back."""
        return tuple(line.stood.again for line in self.lines if line.is_new)
