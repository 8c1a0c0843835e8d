"""Reading a meeting while it is held: the whole in outline, one item in full.

Each costs what the meeting holds, never what is on file: they are asked again after every act.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from coordinator.casework.actions.barriers import rows_of as barrier_rows_of
from coordinator.casework.actions.lists import rows_of
from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.live.money import money_here
from coordinator.casework.live.sitting import may_stand, sitters_of
from coordinator.casework.meetings.agenda_facts import actions_due
from coordinator.casework.meetings.agenda_items import shown_item
from coordinator.casework.meetings.agenda_reads import (
    entries_of,
    header_of,
    names_of,
    ordered_items,
    reference_before,
)
from coordinator.casework.meetings.attendance import quorum_now
from coordinator.casework.meetings.reading import presence_row, read_header, record_of_item
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.comms import standing_about, standing_at
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.need_to_know.urgent_work import how_it_stands
from coordinator.casework.panel.settings import read_barrier_choices, read_text, read_topic
from coordinator.casework.people.around_reads import not_discussed_with
from coordinator.casework.plans.reading import offers_of, warnings_of
from coordinator.casework.referrals.children import children_of
from coordinator.casework.voice.wishes import wishes_about
from coordinator.db.models import Action, Agency, AgendaItem, Meeting, Person, Plan
from coordinator.db.transaction import Reading
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.lists.meetings import AgendaKind
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.meetings.live_views import LiveAround, LiveItem, LiveLine, LiveMeeting
from coordinator.domain.meetings.views import AgendaEntry, PresenceRow
from coordinator.domain.panel.settings import phrases_of
from coordinator.domain.plans.views import OfferRow
from coordinator.domain.roles import Right, may
from coordinator.domain.states import DecisionStatus
from coordinator.reference.working_days import bank_holidays_between

_AHEAD = timedelta(days=550)
_LATELY = timedelta(days=365)
MOST_ACTIONS = 100
"""Actions an item shows; the check of actions of a large panel has more, told by their number."""


def read_live_around(desk: Desk, meeting_id: UUID) -> LiveAround:
    """Read what does not change while a meeting is held.

    Raises:
        MissingRecordError: No such meeting.
    """
    page, today = read_directory(desk, with_former=True), desk.today()
    header = read_header(desk, meeting_id)
    return LiveAround(
        today=today,
        statement=read_text(desk, TextKey.STATEMENT),
        phrases=phrases_of(read_topic(desk, Topic.PHRASES)),
        closed_days=bank_holidays_between(today, today + _AHEAD),
        next_meeting_on=header.next_on,
        professionals=tuple(
            one for one in page.professionals if one.name and _is_near(one.left_on, today)
        ),
        agencies=tuple(page.agencies),
        seats=tuple(page.seats),
        barriers=read_barrier_choices(desk),
    )


def _is_near(left_on: date | None, today: date) -> bool:
    return left_on is None or left_on > today - _LATELY


def read_live_meeting(desk: Desk, meeting_id: UUID) -> LiveMeeting:
    """Read a meeting in outline.

    Raises:
        MissingRecordError: No such meeting.
    """
    with desk.read() as look:
        meeting, role = look.get(Meeting, meeting_id), desk.sitter.role
        read_by = meeting.statement_read_by_id
        return LiveMeeting(
            header=header_of(look, meeting, desk.today()),
            lines=_lines(desk, look, meeting),
            attendance=_attendance(look, meeting),
            quorum=quorum_now(look, meeting),
            began_at=meeting.began_at,
            ended_at=meeting.ended_at,
            statement_read_at=meeting.statement_read_at,
            statement_read_by=names_of(look, [read_by], meeting_id).get(read_by, ""),
            last_reference=reference_before(look, meeting),
            last_minutes_accuracy=meeting.last_minutes_accuracy,
            last_minutes=meeting.last_minutes,
            learning=meeting.learning,
            other_business=meeting.other_business,
            may_run=may(role, Right.RUN_MEETINGS),
            may_decide=may(role, Right.DECIDE),
            comms=standing_at(desk, look, meeting_id),
            sitter=desk.sitter.professional,
        )


def _lines(desk: Desk, look: Reading, meeting: Meeting) -> tuple[LiveLine, ...]:
    items = ordered_items(look, meeting)
    by_id = {item.id: item for item in items}
    sight = sight_of(desk, look, [item.person_id for item in items])
    _notes, decisions, _corrections = look.meetings.words(meeting.id)
    made = [one for one in decisions if one.status is DecisionStatus.MADE]
    # Counted where the whole room reads: what must not stand there is not told by a number either.
    decided = Counter(one.item_id for one in made if may_stand(one.sensitivity))
    money = Counter(
        o.person_id for o in look.money.decided_at(meeting.id) if may_stand(o.sensitivity)
    )
    set_here = look.actions.of_meeting(meeting.id)
    agreed = Counter(one.person_id for one in set_here if may_stand(one.sensitivity))
    return tuple(
        LiveLine(
            entry=entry,
            status_reason=by_id[entry.id].status_reason,
            minutes_used=by_id[entry.id].minutes_used,
            decisions=decided[entry.id] + (money[entry.person.id] if entry.person else 0),
            agreed=agreed[entry.person.id] if entry.person else 0,
        )
        for entry in entries_of(look, meeting, items, sight)
    )


def _attendance(look: Reading, meeting: Meeting) -> tuple[PresenceRow, ...]:
    return tuple(presence_row(row) for row in look.meetings.attendance(meeting.id))


def read_live_item(desk: Desk, meeting_id: UUID, item_id: UUID) -> LiveItem:
    """Read one item in full.

    Raises:
        MissingRecordError: No such meeting, or no such item in it.
        WithheldError: Its person is not theirs to see.
    """
    with desk.read() as look:
        meeting, item = look.get(Meeting, meeting_id), shown_item(desk, look, item_id)
        if item.meeting_id != meeting_id:
            raise MissingRecordError(what="agenda_item", key="")
        sight = sight_of(desk, look, [item.person_id])
        (entry,) = entries_of(look, meeting, [item], sight) or (None,)
        if entry is None:
            raise MissingRecordError(what="agenda_item", key="")
        number = [one.id for one in ordered_items(look, meeting)].index(item_id) + 1
        return _item(desk, look, meeting, item, replace(entry, number=number))


def _item(
    desk: Desk, look: Reading, meeting: Meeting, item: AgendaItem, entry: AgendaEntry
) -> LiveItem:
    person = item.person_id
    sight = sight_of(desk, look, [person])
    reported = frozenset(look.agendas.reported_at(meeting.id))
    actions = _actions(desk, look, meeting, item, reported)
    plan = look.plans.live_of(person) if person else None
    barriers = look.barriers.of_people([person]) if person else ()
    stop, until = how_it_stands(desk, look, person)
    return LiveItem(
        record=record_of_item(desk, look, meeting, item, entry),
        case_id=item.case_id or (look.actions.open_case(person) if person else None),
        matters=plan.what_matters if plan else "",
        warnings=warnings_of(look, person, sight) if person else (),
        open_actions=rows_of(look, actions[:MOST_ACTIONS], desk.today()),
        more_actions=max(len(actions) - MOST_ACTIONS, 0),
        settled=reported & {one.id for one in actions},
        barriers=barrier_rows_of(desk, look, barriers, None),
        offers=_offers(look, plan),
        must_leave=_must_leave(desk, look, meeting, item),
        died_on=look.get(Person, person).died_on if person else None,
        wishes=tuple(one for one in wishes_about(desk, look, person) if not one.told_on),
        comms=standing_about(desk, look, person),
        asks=asks_of(look, meeting, person, sight) if person else {},
        basis_stop=stop,
        urgent_until=until,
        children=children_of(look, person, sight),
        not_discussed_with=not_discussed_with(look, desk.reader(look), person) if person else (),
        money=money_here(desk, look, meeting, person, sight),
    )


def asks_of(look: Reading, meeting: Meeting, person: UUID, sight: Sight) -> Mapping[UUID, str]:
    """Give what was agreed to be asked at a meeting about what is in somebody's way."""
    agreed = look.escalations.agreed_at(meeting.id, [person])
    travels = how_far.of_escalations(look, agreed)
    return {
        one.barrier_id: one.ask
        for one in agreed
        if one.barrier_id is not None
        and one.outcome is not EscalationOutcome.WITHDRAWN
        and sight.sees(person, travels[one.id])
        and look.may_have(travels[one.id])
    }


def _actions(
    desk: Desk, look: Reading, meeting: Meeting, item: AgendaItem, reported: frozenset[UUID]
) -> list[Action]:
    """Give what was agreed before this meeting: open, or reported on at it, whatever it became."""
    if item.item_kind is AgendaKind.ACTION_CHECK:
        found = [*actions_due(look, meeting), *_also(look, reported)]
        found.sort(key=lambda one: (one.owner_agency, one.due_on, one.number))
    elif item.person_id is not None:
        also = [one for one in _also(look, reported) if one.person_id == item.person_id]
        found = [*look.actions.open_of([item.person_id]), *also]
        found.sort(key=lambda one: (one.due_on, one.number))
    else:
        return []
    before = {one.id: one for one in found if one.meeting_id != meeting.id}
    sight = sight_of(desk, look, [one.person_id for one in before.values()])
    return [one for one in before.values() if sight.sees(one.person_id, one.sensitivity)]


def _also(look: Reading, reported: frozenset[UUID]) -> Sequence[Action]:
    return list(look.get_many(Action, sorted(reported)).values())


def _offers(look: Reading, plan: Plan | None) -> tuple[OfferRow, ...]:
    if plan is None:
        return ()
    offers = look.plans.offers_to(plan.person_id, plan.case_id)
    agencies: Mapping[UUID, Agency] = look.get_many(Agency, [one.agency_id for one in offers])
    return offers_of(offers, agencies)


def _must_leave(
    desk: Desk, look: Reading, meeting: Meeting, item: AgendaItem
) -> tuple[PresenceRow, ...]:
    """Give who must leave; as the wall waits for, but for whom the chair says have left."""
    if item.person_id is None:
        return ()
    return tuple(map(presence_row, sitters_of(desk, look, meeting).barred_from(look, item)))
