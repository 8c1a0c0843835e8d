"""What the minutes print."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from coordinator.domain.papers.imprint import (
    ActionLine,
    EscalationLine,
    Imprint,
    Label,
    NotSettled,
)
from coordinator.domain.papers.meeting import AttendanceLine, MeetingFacts, Topic


class MinutesStage(StrEnum):
    """How far minutes have come."""

    DRAFT = "draft"
    ISSUED = "issued"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class AgencyNote:
    """What one agency told the meeting; restricted ones are printed on a sheet of their own."""

    agency: str
    text: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What was decided, why, how, and which agencies saw it differently."""

    text: str
    reason: str = ""
    how: str = ""
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class OfferedLine:
    """What an agency offered at the meeting, and until when."""

    agency: str
    what: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class LeadLine:
    """Who leads since the meeting; `former` is who handed over, empty where nobody did."""

    lead: str
    former: str = ""


@dataclass(frozen=True, slots=True)
class DiscussedPerson:
    """One person's item. `name` is the full name, printed in this section only.

    `called` is the name they use; `present` who was in the room for this item, empty where it was
    everybody; `restricted` is there only in copies for readers who may have it; `comms` is what
    may be said about them outside.
    """

    reference: str
    initials: str
    name: str = ""
    called: str = ""
    lead: str = ""
    present: str = ""
    why_listed: str = ""
    summary: str = ""
    notes: tuple[AgencyNote, ...] = ()
    own_view: str = ""
    own_view_by: str = ""
    risks: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    decisions: tuple[DecisionLine, ...] = ()
    leads: tuple[LeadLine, ...] = ()
    offers: tuple[OfferedLine, ...] = ()
    actions: tuple[ActionLine, ...] = ()
    review_on: date | None = None
    basis: str = ""
    restricted: str = ""
    outcome: Label = field(default_factory=Label)
    comms: str = ""
    unsettled: tuple[NotSettled, ...] = ()


@dataclass(frozen=True, slots=True)
class NotedLine:
    """What the meeting noted to be in the way, of whom; or a gap, by its number."""

    text: str
    person: str = ""
    number: str = ""
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction made after approval."""

    on: date
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes of one meeting, as one reader may have them.

    `presence` says who was in the room for the items where an item says nothing else;
    `other_actions` were agreed about nobody whose item is printed. `is_part` where others were
    discussed than this reader is told of, or may have been. `apart` is what few may read, of what
    is about nobody.
    """

    imprint: Imprint
    meeting: MeetingFacts
    stage: MinutesStage
    statement: str = ""
    statement_read_at: time | None = None
    attendance: tuple[AttendanceLine, ...] = ()
    previous: str = ""
    could_not: tuple[ActionLine, ...] = ()
    not_done: tuple[ActionLine, ...] = ()
    done: tuple[ActionLine, ...] = ()
    people: tuple[DiscussedPerson, ...] = ()
    presence: str = ""
    other_actions: tuple[ActionLine, ...] = ()
    escalations: tuple[EscalationLine, ...] = ()
    barriers: tuple[NotedLine, ...] = ()
    gaps: tuple[NotedLine, ...] = ()
    topics: tuple[Topic, ...] = ()
    distribution: tuple[str, ...] = ()
    issued_on: date | None = None
    approved_on: date | None = None
    approved_by: str = ""
    approval_note: str = ""
    corrections: tuple[Correction, ...] = ()
    apart: tuple[Topic, ...] = ()
    is_part: bool = False
