"""Holding the next meeting of a made-up panel, from agenda to approved minutes, through the acts.

What is said is made up too and the same each time; who is discussed and what is due comes from
the store. Nothing between the agenda and the minutes is there beforehand.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import cycle
from zoneinfo import ZoneInfo

from coordinator.casework.actions.agreeing import add_action
from coordinator.casework.actions.outcomes import Occasion, set_outcome
from coordinator.casework.desk import Desk, Sitter
from coordinator.casework.meetings.agenda_reads import read_agenda
from coordinator.casework.meetings.agendas import issue_agenda, write_agenda
from coordinator.casework.meetings.attendance import record_apologies, record_attendance
from coordinator.casework.meetings.decisions import Decided, record_decision
from coordinator.casework.meetings.discussions import (
    add_note,
    defer_item,
    set_next_review,
    take_item,
    write_facts,
    write_person_view,
)
from coordinator.casework.meetings.minutes import approve_minutes, draft_minutes, issue_minutes
from coordinator.casework.meetings.reading import next_meeting, read_meeting
from coordinator.casework.meetings.running import (
    close_meeting,
    open_meeting,
    record_statement_read,
    settle_last_minutes,
    write_meeting_notes,
)
from coordinator.casework.meetings.series import read_series, schedule_next
from coordinator.casework.need_to_know.urgent_work import how_it_stands
from coordinator.casework.packs.paper_reads import read_officers
from coordinator.demo import sayings
from coordinator.domain.actions.rules import NewAction, Outcome
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.meetings import Attendance, DecidedHow
from coordinator.domain.meetings.views import AgendaEntry, MeetingRow, PresenceRow
from coordinator.domain.roles import Role
from coordinator.domain.states import ActionStatus
from coordinator.reference.working_days import next_working_day

REVIEW_AFTER = timedelta(weeks=4)
ACTION_DUE = timedelta(days=7)
_ENOUGH = 5  # seats filled, so that two may stay away and the meeting still be one


@dataclass(slots=True)
class MovingClock:
    """A clock that its holder sets: a demo's week passes in seconds."""

    at: datetime

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.at


@dataclass(frozen=True, slots=True)
class Room:
    """Who sits where while the meeting is held, and the clock on the wall."""

    coordinator: Desk
    chair: Desk
    clock: MovingClock


def hold_next_meeting(desk: Desk) -> Desk:
    """Hold the next meeting as coordinator and chair would; its minutes are approved at the end.

    Args:
        desk: The coordinator's, on a store of made-up people.

    Returns:
        The coordinator's desk on the day of the approval.

    Raises:
        MissingRecordError: The panel has no chair, or no meeting is to come and no series goes on.
    """
    meeting = _meeting_to_come(desk)
    room = _room(replace(desk, why_now=sayings.CANNOT_WAIT), meeting)
    write_agenda(room.coordinator, meeting.id)
    issue_agenda(room.coordinator, meeting.id)
    _begin(room, meeting)
    owners = _take_attendance(room, meeting)
    _check_actions(room, meeting)
    said = cycle(sayings.ITEMS)
    for entry in read_agenda(room.chair, meeting.id).entries:
        _discuss(room, meeting, entry, _said_about(entry, said), owners)
    _finish(room, meeting)
    return replace(room.coordinator, why_now="")


def _meeting_to_come(desk: Desk) -> MeetingRow:
    found = next_meeting(desk)
    if found is None:
        series = next((one for one in read_series(desk) if one.is_active), None)
        if series is None:
            raise MissingRecordError(what="meeting", key="next")
        schedule_next(desk, series.id)
        found = next_meeting(desk)
    if found is None:
        raise MissingRecordError(what="meeting", key="next")
    return found


def _room(desk: Desk, meeting: MeetingRow) -> Room:
    """Seat the chair, and set the clock to the day before the meeting."""
    officers = read_officers(desk)
    if officers.chair is None:
        raise MissingRecordError(what="professional", key="chair")
    clock = MovingClock(_moment(meeting.on - timedelta(days=1), time(9), meeting.zone))
    at_work = replace(desk, now=clock)
    sitter = Sitter(officers.chair, Role.CHAIR, officers.chair_agency)
    return Room(at_work, replace(at_work, sitter=sitter, opened=set()), clock)


def _moment(on: date, at: time, zone: str) -> datetime:
    return datetime.combine(on, at, ZoneInfo(zone))


def _begin(room: Room, meeting: MeetingRow) -> None:
    room.clock.at = _moment(meeting.on, meeting.starts_at, meeting.zone)
    open_meeting(room.coordinator, meeting.id, at=meeting.starts_at)
    read_at = (room.clock.at + timedelta(minutes=3)).time()
    record_statement_read(
        room.coordinator, meeting.id, at=read_at, by_id=room.chair.sitter.professional
    )
    settle_last_minutes(room.coordinator, meeting.id)


def _take_attendance(room: Room, meeting: MeetingRow) -> list[PresenceRow]:
    """Everybody comes but two: one sends apologies with information, one says nothing."""
    seats = read_meeting(room.coordinator, meeting.id).attendance
    filled = [row for row in seats if row.professional_id and row.result is not Attendance.VACANT]
    away = {row.id for row in filled[-2:]} if len(filled) >= _ENOUGH else set()
    for row in filled:
        if row.id not in away:
            record_attendance(room.coordinator, row.id, Attendance.PRESENT, seen=row.revision)
        elif row is filled[-1]:
            record_attendance(room.coordinator, row.id, Attendance.ABSENT, seen=row.revision)
        else:
            sent = meeting.on - timedelta(days=1)
            record_apologies(room.coordinator, row.id, seen=row.revision, information_on=sent)
    return [row for row in filled if row.id not in away]


def _check_actions(room: Room, meeting: MeetingRow) -> None:
    """Hear of every action that is due what became of it."""
    occasion = Occasion(meeting_id=meeting.id)
    for row, outcome in zip(
        read_agenda(room.coordinator, meeting.id).actions, cycle(_outcomes(room)), strict=False
    ):
        if row.status is not outcome.status:
            set_outcome(room.coordinator, row.id, outcome, seen=row.revision, occasion=occasion)


def _outcomes(room: Room) -> tuple[Outcome, ...]:
    today = room.coordinator.today()
    return (
        Outcome(ActionStatus.DONE, "Done and told to the person.", done_on=today),
        Outcome(ActionStatus.IN_PROGRESS, "Begun; more next week."),
        Outcome(
            ActionStatus.COULD_NOT,
            barrier=sayings.BARRIER,
            barrier_details="There is no place before the new year.",
        ),
        Outcome(ActionStatus.WAITING, waiting_on="the surgery", waiting_since=today),
        Outcome(ActionStatus.NOT_DONE, "It was left; nobody was asked."),
    )


def _said_about(entry: AgendaEntry, said: Iterator[sayings.Said]) -> sayings.Said:
    """Give what is said next; only a review is put off, so another item takes the one after."""
    return next(one for one in said if _can_wait(entry) or not one.deferred_because)


def _can_wait(entry: AgendaEntry) -> bool:
    return entry.person is not None and entry.referral is None


def _discuss(
    room: Room,
    meeting: MeetingRow,
    entry: AgendaEntry,
    said: sayings.Said,
    owners: list[PresenceRow],
) -> None:
    """Take one item: what is known, what the person says, what is decided, who does what."""
    if because := said.deferred_because or _stopped(room, entry):
        defer_item(room.coordinator, entry.id, reason=because)
        return
    take_item(room.coordinator, entry.id)
    room.clock.at += timedelta(minutes=entry.minutes_planned)
    if entry.person is None:
        return
    told = [owner for owner in owners if owner.agency not in entry.person.must_not_hear]
    agencies = [owner.agency_id for owner in told[1:] if owner.agency_id]
    for agency, note in zip(agencies, said.notes, strict=False):
        add_note(room.coordinator, entry.id, agency_id=agency, text=note)
    write_facts(
        room.coordinator,
        entry.id,
        seen=_revision(room, meeting, entry),
        summary=said.summary,
        risks=said.risk,
        strengths=said.strength,
    )
    write_person_view(
        room.coordinator,
        entry.id,
        seen=_revision(room, meeting, entry),
        view=said.view,
        spoken_by=entry.person.lead or told[0].name,
    )
    decided = Decided(said.decision, said.why, how=_how(room, meeting), dissent_asked=True)
    record_decision(room.chair, entry.id, decided)
    _agree_action(room, meeting, entry, said, told)
    if entry.case_id is not None:
        set_next_review(
            room.coordinator,
            entry.id,
            seen=_revision(room, meeting, entry),
            on=meeting.on + REVIEW_AFTER,
        )


def _stopped(room: Room, entry: AgendaEntry) -> str:
    """Say why nothing can be done about somebody today: their basis does not let the panel."""
    with room.coordinator.read() as look:
        person = entry.person.id if entry.person else None
        stop, _until = how_it_stands(room.coordinator, look, person)
    return sayings.NO_BASIS if stop else ""


def _how(room: Room, meeting: MeetingRow) -> DecidedHow:
    """Too few agencies in the room: then the chair decides, and the minutes say so."""
    reached = read_meeting(room.chair, meeting.id).quorum
    return DecidedHow.AGREED if reached.is_met else DecidedHow.CHAIR


def _revision(room: Room, meeting: MeetingRow, entry: AgendaEntry) -> int:
    items = read_meeting(room.coordinator, meeting.id).items
    return next(item.entry.revision for item in items if item.entry.id == entry.id)


def _agree_action(
    room: Room,
    meeting: MeetingRow,
    entry: AgendaEntry,
    said: sayings.Said,
    owners: list[PresenceRow],
) -> None:
    lead = entry.person.lead_id if entry.person else None
    owner = lead or owners[len(said.action) % len(owners)].professional_id
    add_action(
        room.coordinator,
        NewAction(
            said.action,
            owner,
            meeting.on + ACTION_DUE,
            person_id=entry.person.id if entry.person else None,
            case_id=entry.case_id,
            meeting_id=meeting.id,
        ),
    )


def _finish(room: Room, meeting: MeetingRow) -> None:
    """Close, draft and issue the next day, and have the chair approve."""
    seen = read_meeting(room.coordinator, meeting.id).header.row.revision
    write_meeting_notes(room.coordinator, meeting.id, seen=seen, learning=sayings.LEARNING)
    close_meeting(room.coordinator, meeting.id, at=_local_time(room, meeting))
    _next_working_day(room)
    draft_minutes(room.coordinator, meeting.id)
    issue_minutes(room.coordinator, meeting.id)
    _next_working_day(room)
    approve_minutes(room.chair, meeting.id)


def _next_working_day(room: Room) -> None:
    today = room.coordinator.today()
    room.clock.at += next_working_day(today + timedelta(days=1)) - today


def _local_time(room: Room, meeting: MeetingRow) -> time:
    return room.clock.at.astimezone(ZoneInfo(meeting.zone)).time()
