"""What a meeting's page shows; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from coordinator.domain.meetings.information_views import MissingReplies
from coordinator.domain.meetings.views import Agenda, AgendaEntry, ItemRecord, MeetingRecord
from coordinator.domain.people.comms import CommsRow
from coordinator.domain.places.views import PlanDue


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
        comms: What may be said about the meeting outside, where that is agreed.
        may_approve: Whether the sitter is the one who approves at the desk.
        plans: The place plans a meeting about places goes through.
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
    comms: CommsRow | None = None
    plans: tuple[PlanDue, ...] = ()
