"""Escalations as read: lists, the board by level, one with its thread, counts for the week."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.actions.barriers import own_words
from coordinator.casework.actions.escalation_drafts import check_still_told, usual_deadline
from coordinator.casework.actions.escalation_records import ladder
from coordinator.casework.actions.escalation_records import shown_escalation as _shown
from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sight import Sight, sight_of
from coordinator.casework.panel.lines import barrier_words
from coordinator.db.models import (
    Action,
    Agency,
    Barrier,
    Escalation,
    EscalationEntry,
    Meeting,
    Person,
    Professional,
)
from coordinator.db.transaction import Reading
from coordinator.domain.directory.rules import is_in_post
from coordinator.domain.errors import GuardError, WithheldError
from coordinator.domain.escalations.clock import Clock, clock_of, next_level
from coordinator.domain.escalations.views import (
    BoardColumn,
    EscalationBoard,
    EscalationFilter,
    EscalationLink,
    EscalationRow,
    EscalationStory,
    StuckBarrier,
    ThreadEntry,
)
from coordinator.domain.lists.barriers import BarrierCategory, EscalationTrack
from coordinator.domain.need_to_know.rule import Reader
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.people.rules import PersonName
from coordinator.domain.states import Sensitivity
from coordinator.reference.working_days import working_days_after

_OPEN = EscalationFilter()


def find_escalations(
    desk: Desk, wanted: EscalationFilter = _OPEN, *, reader: Reader | None = None
) -> tuple[EscalationRow, ...]:
    """Give escalations: overdue ones first, the longest first, then by day to answer, drafts last.

    Args:
        desk: Who asks.
        wanted: Which.
        reader: For whom a paper is made, besides the sitter.
    """
    with desk.read(reader=reader) as look:
        rows = rows_of(desk, look, look.escalations.find(wanted), reader)
    return tuple(sorted(rows, key=_pressing))


def read_board(desk: Desk) -> EscalationBoard:
    """Give what is open by level of the ladder, then what goes past it."""
    with desk.read() as look:
        levels = ladder(look)
        rows = sorted(rows_of(desk, look, look.escalations.find(_OPEN), None), key=_pressing)
    return EscalationBoard(tuple(_columns(levels, rows)))


def read_escalation(
    desk: Desk, escalation_id: UUID, *, reader: Reader | None = None
) -> EscalationStory:
    """Give one escalation with its thread, its clock and those it goes on from.

    Raises:
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.read(reader=reader) as look:
        found = _shown(desk, look, escalation_id)
        rows = rows_of(desk, look, [found], reader)
        if not rows:
            raise WithheldError(record=escalation_id)
        return _story(desk, look, found, rows[0], sight_of(desk, look, [found.person_id], reader))


def rows_of(
    desk: Desk, look: Reading, found: Sequence[Escalation], reader: Reader | None
) -> tuple[EscalationRow, ...]:
    """Describe escalations, in the order given; what a reader may not see is left out."""
    around = _around(look, found, desk.today())
    sight = sight_of(desk, look, (one.person_id for one in found), reader)
    return tuple(
        _row(one, around) for one in found if sight.sees(one.person_id, around.far[one.id])
    )


def clock_on(one: Escalation, today: date) -> Clock:
    """Say how the clock of an escalation stands on a day."""
    return clock_of(one.status, one.track, one.respond_by, today, working_days_after)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around escalations, asked for once."""

    today: date
    ladder: tuple[LadderLevel, ...]
    people: Mapping[UUID, Person]
    barriers: Mapping[UUID, Barrier]
    actions: Mapping[UUID, Action]
    agencies: Mapping[UUID, Agency]
    posts: Mapping[UUID, Professional]
    words: Mapping[BarrierCategory, str]
    far: Mapping[UUID, Sensitivity]

    def barrier(self, one: Escalation) -> Barrier | None:
        return self.barriers.get(one.barrier_id) if one.barrier_id else None

    def action(self, barrier: Barrier | None) -> Action | None:
        key = barrier.action_id if barrier else None
        return self.actions.get(key) if key else None


def _around(look: Reading, found: Sequence[Escalation], today: date) -> _Around:
    barriers = look.get_many(Barrier, [one.barrier_id for one in found if one.barrier_id])
    stopped = [one.action_id for one in barriers.values() if one.action_id]
    rules = [one.agency_id for one in barriers.values() if one.agency_id]
    named = [who for one in found for who in (one.raised_by_id, one.receiver_id) if who]
    return _Around(
        today=today,
        ladder=ladder(look),
        people=look.get_many(Person, [one.person_id for one in found if one.person_id]),
        barriers=barriers,
        actions=look.get_many(Action, stopped),
        agencies=look.get_many(Agency, rules),
        posts=look.get_many(Professional, named),
        words=barrier_words(look) if barriers else {},
        far=how_far.of_escalations(look, found),
    )


def _row(one: Escalation, around: _Around) -> EscalationRow:
    person = around.people.get(one.person_id) if one.person_id else None
    raised_by = around.posts.get(one.raised_by_id)
    clock = clock_on(one, around.today)
    above = next_level(one.track, one.level, around.ladder)
    return EscalationRow(
        id=one.id,
        revision=one.revision,
        number=one.number,
        track=one.track,
        level=one.level,
        status=one.status,
        person_id=one.person_id,
        reference=person.reference if person else "",
        name=_name(person),
        barrier=_barrier(one, around),
        receiver_id=one.receiver_id,
        receiver=one.receiver,
        receiver_role=one.receiver_role,
        receiver_left=_has_left(one, around),
        ask=one.ask,
        raised_on=one.raised_on,
        raised_by=raised_by.name if raised_by else "",
        sent_on=one.sent_on,
        respond_by=one.respond_by,
        clock=clock,
        next_level=above if clock.is_overdue else None,
        is_top=one.track is EscalationTrack.BARRIER and above is None,
        answered_on=one.answered_on,
        outcome=one.outcome,
        closed_on=one.closed_on,
        previous_id=one.previous_id,
        meeting_id=one.meeting_id,
        names_shown=one.names_shown,
        reopened=one.reopened,
        sensitivity=around.far[one.id],
        answer=one.answer,
        conditions=one.conditions,
        answered_by=one.answered_by,
    )


def _name(person: Person | None) -> PersonName | None:
    if person is None:
        return None
    return PersonName(person.given_name, person.family_name, person.preferred_name)


def _has_left(one: Escalation, around: _Around) -> bool:
    post = around.posts.get(one.receiver_id) if one.receiver_id else None
    return post is not None and not is_in_post(post.left_on, around.today)


def _barrier(one: Escalation, around: _Around) -> StuckBarrier | None:
    barrier = around.barrier(one)
    if barrier is None:
        return None
    action = around.action(barrier)
    agency = around.agencies.get(barrier.agency_id) if barrier.agency_id else None
    return StuckBarrier(
        id=barrier.id,
        revision=barrier.revision,
        category=barrier.category,
        own_category=own_words(barrier, around.words),
        status=barrier.status,
        agency=agency.name if agency else "",
        since=barrier.since,
        action_id=barrier.action_id,
        action=action.number if action else "",
        description=barrier.description,
        tried=barrier.tried,
    )


def _pressing(row: EscalationRow) -> tuple[int, date, str]:
    """Order by what presses: the longest overdue, then the next day to answer; drafts last."""
    return (row.sent_on is None, row.respond_by or date.max, row.number)


def _columns(
    levels: Sequence[LadderLevel], rows: Sequence[EscalationRow]
) -> Iterable[BoardColumn]:
    known = {one.level: one for one in levels}
    on_ladder = [row for row in rows if row.track is EscalationTrack.BARRIER]
    for number in sorted({*known, *(row.level for row in on_ladder if row.level is not None)}):
        yield BoardColumn(
            EscalationTrack.BARRIER,
            number,
            known.get(number),
            tuple(row for row in on_ladder if row.level == number),
        )
    for track in (EscalationTrack.PROFESSIONAL_DISAGREEMENT, EscalationTrack.SAFEGUARDING):
        yield BoardColumn(track, None, None, tuple(row for row in rows if row.track is track))


def _story(
    desk: Desk, look: Reading, one: Escalation, row: EscalationRow, sight: Sight
) -> EscalationStory:
    levels, kin = ladder(look), look.escalations.kin_of(one)
    travels = how_far.of_escalations(look, kin)
    seen = [other for other in kin if sight.sees(other.person_id, travels[other.id])]
    effect = look.get_many(Action, [one.effect_action_id] if one.effect_action_id else [])
    meetings = look.get_many(Meeting, [one.meeting_id] if one.meeting_id else [])
    return EscalationStory(
        row=row,
        authority=one.authority,
        options=tuple(one.options),
        recommendation=one.recommendation,
        agency_position=one.agency_position,
        impact=one.impact,
        risk_if_nothing=one.risk_if_nothing,
        respond_by_usual=usual_deadline(desk, one.track, one.level, levels).on,
        acknowledged_on=one.acknowledged_on,
        answered_by=one.answered_by,
        answer=one.answer,
        conditions=one.conditions,
        effect_kind=one.effect_kind,
        effect=one.effect,
        effect_action=next((action.number for action in effect.values()), ""),
        names_reason=one.names_reason,
        meeting=next((meeting.reference for meeting in meetings.values()), ""),
        thread=_thread(look, look.escalations.thread(one.id)),
        chain=tuple(_chain(one, seen)),
        possible_level=next_level(one.track, one.level, levels),
        ladder=levels,
        kept_from_receiver=_kept_from_receiver(look, one),
    )


def _kept_from_receiver(look: Reading, one: Escalation) -> str:
    try:
        check_still_told(look, one)
    except GuardError as error:
        return error.guard
    return ""


def _thread(look: Reading, entries: Sequence[EscalationEntry]) -> tuple[ThreadEntry, ...]:
    posts = look.get_many(Professional, [one.recorded_by_id for one in entries])
    return tuple(
        ThreadEntry(
            id=one.id,
            step=one.step,
            on=one.happened_on,
            recorded_at=one.recorded_at,
            by=posts[one.recorded_by_id].name if one.recorded_by_id in posts else "",
            text=one.text,
        )
        for one in entries
    )


def _chain(one: Escalation, kin: Collection[Escalation]) -> Iterable[EscalationLink]:
    """Follow it to where it began, and on to what came of it."""
    known = {other.id: other for other in kin}
    before = known.get(one.previous_id) if one.previous_id else None
    earlier: list[Escalation] = []
    while before is not None and before not in earlier:
        earlier.insert(0, before)
        before = known.get(before.previous_id) if before.previous_id else None
    later, at = list[Escalation](), {one.id}
    for other in kin:  # in the order of their making
        if other.previous_id in at:
            later.append(other)
            at.add(other.id)
    for other in (*earlier, *later):
        yield EscalationLink(
            other.id, other.number, other.level, other.receiver, other.status, other.outcome
        )
