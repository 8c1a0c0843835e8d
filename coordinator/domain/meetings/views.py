"""Meetings as lists, agendas and minutes show them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.escalations.views import AskedLine
from coordinator.domain.lists.meetings import (
    AgendaKind,
    Attendance,
    DecidedHow,
    DecisionAuthority,
    MeetingType,
    MinutesAccuracy,
    WhyListed,
)
from coordinator.domain.meetings.came_of import LeadChange, MoneyDecided, OfferMade
from coordinator.domain.meetings.information_requests import AgencyReply
from coordinator.domain.meetings.rules import Quorum
from coordinator.domain.meetings.series import Rhythm, SeriesDay
from coordinator.domain.merging.unsettled import Unsettled
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.panel.rundowns import Rundown, begin_minutes
from coordinator.domain.people.around import Forum
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import (
    ActionStatus,
    DecisionStatus,
    ItemStatus,
    MeetingStatus,
    Sensitivity,
)

_OF_THE_ENTRY = frozenset({"title", "outcome_sought", "urgent_reason"})
"""What a line of an agenda says before anybody speaks."""


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One series with the days it would meet on next."""

    id: UUID
    revision: int
    name: str
    meeting_type: MeetingType
    rhythm: Rhythm
    minutes_planned: int
    place: str
    is_active: bool
    next_days: tuple[SeriesDay, ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting in a list. Times are local, by the clock of the meeting's place."""

    id: UUID
    revision: int
    reference: str
    series_id: UUID | None
    meeting_type: MeetingType
    on: date
    starts_at: time
    minutes_planned: int
    zone: str
    place: str
    status: MeetingStatus
    cancel_reason: str
    issued_on: date | None
    approved_on: date | None


@dataclass(frozen=True, slots=True)
class MeetingHeader:
    """What the papers of a meeting say first; `is_closed_day` when it falls on a bank holiday."""

    row: MeetingRow
    panel: str
    chair: str
    minute_taker: str
    quorum_needed: int
    is_closed_day: bool
    next_on: date | None
    chair_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Whom a line is about.

    Attributes:
        show_detail: Only with a complete information basis; else initials and reference alone.
        is_withdrawn: Their basis was withdrawn: nothing more is done about them.
        must_not_hear: Agencies of the panel, or in the room once it is open, that must not be
            told about the person.
        not_told: The ids of every agency and worker that must not be, in the room or not.
    """

    id: UUID
    reference: str
    name: PersonName = field(repr=False)
    show_detail: bool = False
    lead_id: UUID | None = None
    lead: str = ""
    lead_agency: str = ""
    last_seen_on: date | None = None
    must_not_hear: tuple[str, ...] = ()
    not_told: frozenset[UUID] = frozenset()
    is_withdrawn: bool = False

    def may_be_told(self, worker: UUID, agency: UUID) -> bool:
        """Whether a worker of an agency may have a part in what is done for them."""
        return self.not_told.isdisjoint({worker, agency})


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """Who refers somebody, why now, and what they will keep doing."""

    id: UUID
    referrer: str
    agency: str
    referred_on: date
    why_now: str = field(default="", repr=False)
    offer: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One line of an agenda, numbered as this reader counts.

    Attributes:
        replies: Of the agencies asked about the person before the meeting.
        escalation: What was asked and what came back, of a line about an answer.
        forums: Where else the person is dealt with: the fact, never what was said there.
        unsettled: What of the line and of its referral says two things.
    """

    number: int
    id: UUID
    revision: int
    kind: AgendaKind
    title: str
    person: PersonLine | None
    case_id: UUID | None
    referral: ReferralLine | None
    why: tuple[WhyListed, ...]
    outcome_sought: str
    urgent_reason: str
    minutes_planned: int
    status: ItemStatus
    next_review_on: date | None
    replies: tuple[AgencyReply, ...] = ()
    escalation: AskedLine | None = None
    forums: tuple[Forum, ...] = field(default=(), repr=False)
    unsettled: tuple[Unsettled, ...] = field(default=(), hash=False)


@dataclass(frozen=True, slots=True)
class Agenda:
    """An agenda as one reader may have it.

    Attributes:
        actions: Due by the day of the meeting, by agency, the longest overdue first.
        referrals_by: Last day for referrals; `papers_by` the day the papers go out, `minutes_by`
            the last day to issue the minutes.
        last_reference: The meeting whose minutes are agreed.
        rundown: The standard agenda the lines stand in.
        block: From when to when the people of a paper's reader are taken. Single times would show
            where somebody is left out, and times without those lines would be wrong.
        minutes_planned: Of all lines that still stand, and of what stands on every agenda.
        money_waiting: How many requests for money nothing was said to yet.
    """

    header: MeetingHeader
    entries: tuple[AgendaEntry, ...]
    actions: tuple[ActionRow, ...]
    referrals_by: date
    papers_by: date
    minutes_by: date
    last_reference: str
    rundown: Rundown
    block: tuple[time, time] | None = None
    money_waiting: int = 0

    @property
    def minutes_planned(self) -> int:
        """How long the meeting takes when everything keeps its time."""
        return self.rundown.minutes_once + sum(entry.minutes_planned for entry in self.entries)

    @property
    def begins(self) -> tuple[time, ...]:
        """When each line begins, when all before it keep their time."""
        starts = self.header.row.starts_at
        lines = [(entry.kind, entry.minutes_planned) for entry in self.entries]
        begins = begin_minutes(lines, self.rundown, starts.hour * 60 + starts.minute)
        return tuple(time(minutes // 60, minutes % 60) for minutes in begins)


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """How one seat was filled; names, agency and job are those of that day.

    Attributes:
        instead_of: Who holds the seat, where somebody else came for them; only papers ask.
    """

    id: UUID
    revision: int
    seat_id: UUID | None
    agency_id: UUID | None
    agency: str
    professional_id: UUID | None
    name: str
    job: str
    result: Attendance | None
    information_sent: bool
    information_on: date | None
    confidentiality_signed: bool
    conflict: str
    arrived_at: time | None
    left_at: time | None
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What one agency shared, under the name it had that day."""

    id: UUID
    revision: int
    agency_id: UUID | None
    agency: str
    said_on: date | None
    sensitivity: Sensitivity
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What was decided, and which agencies saw it differently; never which persons.

    Attributes:
        status: As the meeting left it: what a later meeting put in its place changes nothing in
            these minutes, `superseded_by_id` tells.
    """

    id: UUID
    revision: int
    item_id: UUID
    text: str = field(repr=False)
    reason: str = field(repr=False)
    how: DecidedHow
    authority: DecisionAuthority
    dissent_asked: bool
    dissent_agencies: tuple[str, ...]
    dissent: str = field(repr=False)
    decided_by: str
    status: DecisionStatus
    superseded_by_id: UUID | None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class ReportedAction:
    """An action that was due at a meeting, and what was reported there; nothing: no report.

    Once the minutes have gone out, the action is as it stood then.
    """

    action: ActionRow
    reported: ActionStatus | None
    note: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Outstanding:
    """The actions outstanding, told apart by what stopped them.

    Attributes:
        could_not: Circumstances or a barrier stopped them.
        not_done: Their agency has not done them yet; also those nobody reported on.
        done: Finished, or no longer needed.
        going_on: Begun, waiting or partly done.
    """

    could_not: tuple[ReportedAction, ...] = ()
    not_done: tuple[ReportedAction, ...] = ()
    done: tuple[ReportedAction, ...] = ()
    going_on: tuple[ReportedAction, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item as the minutes tell it.

    Attributes:
        restricted: Empty for readers who may not have it.
        actions: As they were agreed, whatever has become of them since.
        leads: How the lead changed here, first to last.
        parts: How sensitive its texts are that are held back alone, for readers who may have
            them, by the column.
    """

    entry: AgendaEntry
    status_reason: str
    minutes_used: int | None
    summary: str = field(repr=False)
    since_last: str = field(repr=False)
    risks: str = field(repr=False)
    strengths: str = field(repr=False)
    person_view: str = field(repr=False)
    view_spoken_by: str
    disagreement: str = field(repr=False)
    restricted: str = field(repr=False)
    notes: tuple[NoteRow, ...]
    decisions: tuple[DecisionRow, ...]
    actions: tuple[ActionRow, ...]
    offers: tuple[OfferMade, ...] = ()
    leads: tuple[LeadChange, ...] = ()
    money: tuple[MoneyDecided, ...] = ()
    parts: Mapping[str, Sensitivity] = field(default_factory=dict)
    unsettled: tuple[Unsettled, ...] = ()  # its notes and decisions

    @property
    def sensitivity(self) -> Sensitivity:
        """How far the most sensitive of its texts may travel."""
        return strictest(*self.parts.values())

    def apart(self) -> "tuple[ItemRecord, Mapping[str, str]]":
        """Give it without the texts that are held back alone, and what they say, by the column."""
        there: dict[str, Any] = {name: "" for name in self.parts if name in _OF_THE_ENTRY}
        here: dict[str, Any] = {name: "" for name in self.parts if name not in there}
        said = {name: getattr(self.entry if name in there else self, name) for name in self.parts}
        return replace(self, **here, entry=replace(self.entry, **there), parts={}), said


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A dated correction to approved minutes."""

    id: UUID
    item_id: UUID | None
    on: date
    by: str
    text: str = field(repr=False)
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """A whole meeting as one reader may have it: everything its minutes need.

    Attributes:
        other_actions: Agreed here, but about nobody whose item is here.
        parts: Of its own texts, as an item has them.
    """

    header: MeetingHeader
    attendance: tuple[PresenceRow, ...]
    quorum: Quorum
    began_at: time | None
    ended_at: time | None
    statement_read_at: time | None
    statement_read_by: str
    last_reference: str
    last_minutes_accuracy: MinutesAccuracy | None
    last_minutes: str
    outstanding: Outstanding
    items: tuple[ItemRecord, ...]
    other_actions: tuple[ActionRow, ...]
    learning: str
    other_business: str
    approved_by: str
    approval_how: str
    corrections: tuple[CorrectionRow, ...]
    parts: Mapping[str, Sensitivity] = field(default_factory=dict)
