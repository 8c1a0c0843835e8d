"""Reading a meeting while it is held: the whole in outline, one item in full."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.action_lists import find_open_actions
from coordinator.casework.agenda_reads import by_agency, read_agenda
from coordinator.casework.barriers import find_barriers
from coordinator.casework.desk import Desk
from coordinator.casework.directory import read_directory
from coordinator.casework.meeting_reads import read_meeting
from coordinator.casework.panel_settings import read_text, read_topic
from coordinator.casework.plan_reads import read_plan
from coordinator.domain.action_rows import ActionRow
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.live_views import LiveAround, LiveItem, LiveLine, LiveMeeting
from coordinator.domain.meeting_views import ItemRecord, MeetingRecord, PresenceRow
from coordinator.domain.meetings import HERE
from coordinator.domain.panel_settings import phrases_of
from coordinator.domain.plan_views import PlanView
from coordinator.domain.roles import Right, may
from coordinator.reference.working_days import bank_holidays_between

_AHEAD = timedelta(days=550)
_LATELY = timedelta(days=365)
_MOST_ACTIONS = 100


def read_live_around(desk: Desk, meeting_id: UUID) -> LiveAround:
    """Read what does not change while a meeting is held.

    Raises:
        MissingRecordError: No such meeting.
    """
    page, today = read_directory(desk, with_former=True), desk.today()
    record = read_meeting(desk, meeting_id)
    return LiveAround(
        today=today,
        statement=read_text(desk, TextKey.STATEMENT),
        phrases=phrases_of(read_topic(desk, Topic.PHRASES)),
        closed_days=bank_holidays_between(today, today + _AHEAD),
        next_meeting_on=record.header.next_on,
        professionals=tuple(
            one for one in page.professionals if one.name and _is_near(one.left_on, today)
        ),
        agencies=tuple(page.agencies),
        seats=tuple(page.seats),
    )


def _is_near(left_on: date | None, today: date) -> bool:
    return left_on is None or left_on > today - _LATELY


def read_live_meeting(desk: Desk, meeting_id: UUID) -> LiveMeeting:
    """Read a meeting in outline.

    Raises:
        MissingRecordError: No such meeting.
    """
    record = read_meeting(desk, meeting_id)
    role = desk.sitter.role
    return LiveMeeting(
        header=record.header,
        lines=tuple(_line(one) for one in record.items),
        attendance=record.attendance,
        quorum=record.quorum,
        began_at=record.began_at,
        ended_at=record.ended_at,
        statement_read_at=record.statement_read_at,
        statement_read_by=record.statement_read_by,
        last_reference=record.last_reference,
        last_minutes_accuracy=record.last_minutes_accuracy,
        last_minutes=record.last_minutes,
        learning=record.learning,
        other_business=record.other_business,
        may_run=may(role, Right.RUN_MEETINGS),
        may_decide=may(role, Right.DECIDE),
    )


def _line(item: ItemRecord) -> LiveLine:
    return LiveLine(
        entry=item.entry,
        status_reason=item.status_reason,
        minutes_used=item.minutes_used,
        decisions=len(item.decisions),
        agreed=len(item.actions),
    )


def read_live_item(desk: Desk, meeting_id: UUID, item_id: UUID) -> LiveItem:
    """Read one item in full.

    Raises:
        MissingRecordError: No such meeting or item, or its person is not theirs to see.
    """
    record = read_meeting(desk, meeting_id)
    item = next((one for one in record.items if one.entry.id == item_id), None)
    if item is None:
        raise MissingRecordError(what="agenda_item", key="")
    person = item.entry.person
    settled = _settled(desk, meeting_id)
    found = {row.id: row for row in _reported(record, item, settled)}
    found |= {row.id: row for row in _open(desk, meeting_id, item)}
    before = [row for row in found.values() if row.meeting_id != meeting_id]
    plan = _plan(desk, person.id) if person is not None else None
    return LiveItem(
        record=item,
        case_id=item.entry.case_id or (_open_case(desk, person.id) if person else None),
        matters=plan.text["what_matters"] if plan else "",
        warnings=plan.warnings if plan else (),
        open_actions=_in_order(item, before)[:_MOST_ACTIONS],
        more_actions=max(len(before) - _MOST_ACTIONS, 0),
        settled=settled & found.keys(),
        barriers=tuple(find_barriers(desk, [person.id]).get(person.id, ())) if person else (),
        offers=plan.offers if plan else (),
        must_leave=_must_leave(record, item),
    )


def _open(desk: Desk, meeting_id: UUID, item: ItemRecord) -> Iterable[ActionRow]:
    if item.entry.kind is AgendaKind.ACTION_CHECK:
        return read_agenda(desk, meeting_id).actions
    if item.entry.person is None:
        return ()
    return find_open_actions(desk, [item.entry.person.id]).get(item.entry.person.id, ())


def _plan(desk: Desk, person: UUID) -> PlanView | None:
    with suppress(MissingRecordError):
        return read_plan(desk, person)
    return None


def _open_case(desk: Desk, person: UUID) -> UUID | None:
    with desk.read() as look:
        return look.actions.open_case(person)


def _settled(desk: Desk, meeting_id: UUID) -> frozenset[UUID]:
    with desk.read() as look:
        return frozenset(look.agendas.reported_at(meeting_id))


def _reported(
    record: MeetingRecord, item: ItemRecord, settled: Collection[UUID]
) -> Iterable[ActionRow]:
    """Give what was reported on at this meeting and may be closed since: it stays in sight."""
    if item.entry.person is None and item.entry.kind is not AgendaKind.ACTION_CHECK:
        return
    out = record.outstanding
    for one in (*out.could_not, *out.not_done, *out.done, *out.going_on):
        is_of_item = item.entry.person is None or one.action.person_id == item.entry.person.id
        if is_of_item and one.action.id in settled:
            yield one.action


def _in_order(item: ItemRecord, rows: Iterable[ActionRow]) -> tuple[ActionRow, ...]:
    if item.entry.kind is AgendaKind.ACTION_CHECK:
        return by_agency(rows)
    return tuple(sorted(rows, key=lambda row: (row.due_on, row.number)))


def _must_leave(record: MeetingRecord, item: ItemRecord) -> tuple[PresenceRow, ...]:
    if item.entry.person is None:
        return ()
    named = set(item.entry.person.must_not_hear)
    return tuple(
        row
        for row in record.attendance
        if row.agency in named and (row.result is None or row.result in HERE)
    )
