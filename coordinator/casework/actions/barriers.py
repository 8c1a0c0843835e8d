"""What gets in the way of an action, a goal or a person, and what becomes of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import action_to_change
from coordinator.casework.actions.escalation_drafts import mark_in, withdraw_drafts_in
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know import how_far
from coordinator.casework.need_to_know.sharing import (
    check_may_be_told,
    living_person,
    shown_person,
)
from coordinator.casework.need_to_know.sight import sight_of
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.casework.panel.lines import barrier_words
from coordinator.db.models import Action, Agency, Barrier, Goal, Professional
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions import barriers as rules
from coordinator.domain.actions.barriers import BarrierRow, NewBarrier
from coordinator.domain.actions.rules import check_owner
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.need_to_know.rule import Reader, strictest
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import BarrierStatus

_DETAILS = frozenset(
    {"category", "own_category", "description", "tried", "severity", "agency_id", "goal_id",
     "worker_id", "sensitivity"}
)  # fmt: skip


def identify_barrier(desk: Desk, new: NewBarrier) -> Done[UUID]:
    """Name what is in the way; its details may follow. Who is to work on it has work from then on.

    Raises:
        ReasonNeededError, GuardError: As `check_work` has it, where a worker is named.
        InvalidFieldsError: It is nobody's, begins in the future, names a goal of another, or has
            words of the panel's own beside a category that has words already.
        GuardError: Who is to work on it has left, or must not be told about the person.
        MissingRecordError, WithheldError: No such person or action, or not theirs to see.
        NotPermittedError: It stops another agency's action.
    """
    rules.check_since(new.since, desk.today())
    rules.check_own_category(new.category, new.own_category.strip())
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        person, goal = _about(desk, tx, new)
        named = {"agency_id": new.agency_id, "goal_id": goal, "worker_id": new.worker_id}
        _check_named(desk, tx, named, person)
        barrier = Barrier(
            id=desk.new_id(),
            person_id=person,
            action_id=new.action_id,
            goal_id=goal,
            category=new.category,
            own_category=new.own_category.strip(),
            agency_id=new.agency_id,
            worker_id=new.worker_id,
            description=new.description.strip(),
            tried=new.tried.strip(),
            severity=new.severity,
            since=new.since or desk.today(),
            sensitivity=new.sensitivity,
        )
        tx.add(barrier)
        tx.journal("barrier.identified", record=barrier.id, scope=person)
    return Done(barrier.id, tx.changes)


def describe_barrier(desk: Desk, barrier_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Say what is in the way and what has been tried; gives the new revision.

    Args:
        desk: Where and by whom.
        barrier_id: Which.
        seen: The revision the form was filled from.
        fields: Of category, own_category, description, tried, severity, agency_id, goal_id and
            worker_id. Another category takes the panel's own words of the last one along. A
            sensitivity only makes it stricter.

    Raises:
        InvalidFieldsError: `unknown` field, or a goal of somebody else.
        ReasonNeededError, GuardError: As `check_work` has it, where a worker is named.
        GuardError: Who is to work on it has left, or must not be told about the person;
            `person-died`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such barrier, or not theirs to see.
        NotPermittedError: It stops another agency's action.
    """
    if unknown := set(fields) - _DETAILS:
        raise InvalidFieldsError(dict.fromkeys(unknown, "unknown"))
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        if "category" in fields:
            fields = {"own_category": "", **fields}
        own = str(fields.get("own_category", barrier.own_category))
        rules.check_own_category(fields.get("category", barrier.category), own)
        _check_named(desk, tx, fields, barrier.person_id)
        if "sensitivity" in fields:
            fields["sensitivity"] = strictest(barrier.sensitivity, fields["sensitivity"])
        put(tx, barrier, seen=seen, fields=fields)
        tx.journal("barrier.described", record=barrier.id, scope=barrier.person_id)
    return Done(barrier.revision, tx.changes)


def work_on_barrier(
    desk: Desk, barrier_id: UUID, *, seen: int, note: str = "", worker_id: UUID | None = None
) -> Done[int]:
    """Say that somebody works on it, or works on it again; gives the new revision.

    An escalation of it that was only drafted is withdrawn; one that was sent stands.

    Args:
        desk: Where and by whom.
        barrier_id: Which.
        seen: The revision the form was filled from.
        note: What is done about it.
        worker_id: Who works on it; whoever did stays where nobody is named.

    Raises:
        TransitionError: It is worked on already.
        ReasonNeededError, GuardError: As `check_work` has it, unless it was to be escalated.
        GuardError: They have left, or must not be told about the person.
        StaleRecordError, MissingRecordError, WithheldError: As for `describe_barrier`.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        rules.check_move(barrier.status, BarrierStatus.BEING_WORKED)
        named = {} if worker_id is None else {"worker_id": worker_id}
        _check_named(desk, tx, named, barrier.person_id)
        if barrier.status is not BarrierStatus.ESCALATED:  # else it takes work away
            check_work(desk, tx, barrier.person_id)
        note = note.strip()
        settle_barrier(
            desk, tx, barrier, seen, BarrierStatus.BEING_WORKED, resolution=note, **named
        )
        tx.journal("barrier.being_worked", record=barrier.id, scope=barrier.person_id)
    return Done(barrier.revision, tx.changes)


def escalate_barrier(
    desk: Desk, barrier_id: UUID, *, seen: int, meeting_id: UUID | None = None
) -> Done[int]:
    """Agree that somebody with more authority is to be asked; gives the new revision.

    A draft of the escalation is written with it, so that what was marked is not lost; whom it
    asks, and what exactly, is said before it is sent.

    Args:
        desk: Where and by whom.
        barrier_id: Which.
        seen: The revision that was shown.
        meeting_id: Where it was agreed.

    Raises:
        TransitionError: It is to be escalated already, or does not stand any more.
        GuardError: `person-died`.
        StaleRecordError, MissingRecordError, WithheldError: As for `describe_barrier`.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        if barrier.person_id is not None:
            living_person(desk, tx, barrier.person_id)
        rules.check_move(barrier.status, BarrierStatus.ESCALATED)
        settle_barrier(desk, tx, barrier, seen, BarrierStatus.ESCALATED)
        mark_in(desk, tx, barrier, meeting_id)
        tx.journal("barrier.escalated", record=barrier.id, scope=barrier.person_id)
    return Done(barrier.revision, tx.changes)


def resolve_barrier(desk: Desk, barrier_id: UUID, *, seen: int, resolution: str) -> Done[int]:
    """Say how it went out of the way; gives the new revision.

    Raises:
        TransitionError: It was resolved already.
        InvalidFieldsError: Nothing was said.
        StaleRecordError, MissingRecordError, WithheldError: As for `describe_barrier`.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        rules.check_resolution(barrier.status, resolution)
        words = resolution.strip()
        settle_barrier(desk, tx, barrier, seen, BarrierStatus.RESOLVED, resolution=words)
        tx.journal("barrier.resolved", record=barrier.id, scope=barrier.person_id)
    return Done(barrier.revision, tx.changes)


def accept_barrier(
    desk: Desk,
    barrier_id: UUID,
    *,
    seen: int,
    by: UUID | None,
    why: str,
    review_on: date | None,
) -> Done[int]:
    """Record who accepts the risk of leaving it, why, and when it is looked at again.

    Raises:
        TransitionError: It does not stand any more.
        InvalidFieldsError: The person, the reason or the day is missing, or the day has come.
        GuardError: That person has left or is nobody in particular.
        StaleRecordError, MissingRecordError, WithheldError: As for `describe_barrier`.
    """
    with desk.act(Right.DECIDE) as tx:
        barrier = barrier_to_change(desk, tx, barrier_id)
        rules.check_acceptance(barrier.status, by, review_on, why=why, today=desk.today())
        if by is not None:
            someone = tx.get(Professional, by)
            check_owner(someone.name, someone.left_on, agency_stands=True, today=desk.today())
        settle_barrier(
            desk,
            tx,
            barrier,
            seen,
            BarrierStatus.ACCEPTED,
            resolution=why.strip(),
            accepted_by_id=by,
            review_on=review_on,
        )
        why = why.strip()
        tx.journal("barrier.accepted", record=barrier.id, scope=barrier.person_id, reason=why)
    return Done(barrier.revision, tx.changes)


def find_barriers(
    desk: Desk,
    people: Collection[UUID],
    *,
    open_only: bool = True,
    reader: Reader | None = None,
) -> Mapping[UUID, tuple[BarrierRow, ...]]:
    """Give what is in these people's way, each person's oldest first."""
    with desk.read(reader=reader) as look:
        found = look.barriers.of_people(people, open_only=open_only)
        rows: dict[UUID, tuple[BarrierRow, ...]] = {}
        for row in rows_of(desk, look, found, reader):
            if row.person_id is not None:
                rows[row.person_id] = (*rows.get(row.person_id, ()), row)
        return rows


def find_accepted_due(desk: Desk) -> tuple[BarrierRow, ...]:
    """Give the accepted risks whose day to look again has come, the longest due first."""
    with desk.read() as look:
        return rows_of(desk, look, look.barriers.to_look_at_again(desk.today()), None)


def find_barriers_without_details(desk: Desk, meeting_id: UUID) -> tuple[BarrierRow, ...]:
    """Give the barriers a meeting named by their category alone; its minutes wait for more."""
    with desk.read() as look:
        ids = look.barriers.without_details(meeting_id)
        found = look.get_many(Barrier, ids)
        return rows_of(desk, look, [found[key] for key in ids if key in found], None)


def rows_of(
    desk: Desk, look: Reading, found: Sequence[Barrier], reader: Reader | None
) -> tuple[BarrierRow, ...]:
    """Describe barriers, in the order given; none travels further than what it stops."""
    sight = sight_of(desk, look, (barrier.person_id for barrier in found), reader)
    far = how_far.of_barriers(look, found)
    actions = look.get_many(Action, [b.action_id for b in found if b.action_id])
    agencies = look.get_many(Agency, [b.agency_id for b in found if b.agency_id])
    named = [who for b in found for who in (b.accepted_by_id, b.worker_id) if who is not None]
    posts = look.get_many(Professional, named)
    words = barrier_words(look) if found else {}
    return tuple(
        replace(
            _row(barrier, actions, agencies, posts),
            own=own_words(barrier, words),
            sensitivity=far[barrier.id],
        )
        for barrier in found
        if sight.sees(barrier.person_id, far[barrier.id])
    )


def _row(
    barrier: Barrier,
    actions: Mapping[UUID, Action],
    agencies: Mapping[UUID, Agency],
    posts: Mapping[UUID, Professional],
) -> BarrierRow:
    action = actions.get(barrier.action_id) if barrier.action_id else None
    agency = agencies.get(barrier.agency_id) if barrier.agency_id else None
    return BarrierRow(
        id=barrier.id,
        revision=barrier.revision,
        person_id=barrier.person_id,
        action_id=barrier.action_id,
        number=action.number if action else "",
        goal_id=barrier.goal_id,
        category=barrier.category,
        agency_id=barrier.agency_id,
        agency=agency.name if agency else "",
        description=barrier.description,
        tried=barrier.tried,
        severity=barrier.severity,
        since=barrier.since,
        status=barrier.status,
        resolution=barrier.resolution,
        accepted_by=_name(posts, barrier.accepted_by_id),
        review_on=barrier.review_on,
        sensitivity=barrier.sensitivity,
        own_category=barrier.own_category,
        worker_id=barrier.worker_id,
        worker=_name(posts, barrier.worker_id),
        settled_on=barrier.settled_on,
    )


def own_words(barrier: Barrier, words: Mapping[BarrierCategory, str]) -> str:
    """Give the panel's words for what is in the way; nothing where it has none of its own."""
    return barrier.own_category or words.get(barrier.category, "")


def _name(posts: Mapping[UUID, Professional], who: UUID | None) -> str:
    post = posts.get(who) if who is not None else None
    return post.name if post else ""


def barrier_to_change(desk: Desk, tx: Transaction, barrier_id: UUID) -> Barrier:
    """Give a barrier to an act, when whoever sits there may do something about it.

    Raises:
        MissingRecordError, WithheldError, NotPermittedError: As for `describe_barrier`.
    """
    barrier = tx.get(Barrier, barrier_id)
    if barrier.action_id is not None:
        action_to_change(desk, tx, barrier.action_id)
    if barrier.person_id is not None:
        far = how_far.of_barriers(tx, [barrier])[barrier_id]
        shown_person(desk, tx, barrier.person_id, far)
    return barrier


def _about(desk: Desk, tx: Transaction, new: NewBarrier) -> tuple[UUID | None, UUID | None]:
    """Say whose barrier it is and which goal it stops; an action brings its own along."""
    if new.action_id is not None:
        action = action_to_change(desk, tx, new.action_id)
        if new.person_id is not None and new.person_id != action.person_id:
            raise InvalidFieldsError({"action_id": "unknown"})
        if action.person_id is not None:
            living_person(desk, tx, action.person_id, action.sensitivity)
        return action.person_id, new.goal_id or action.goal_id
    if new.person_id is None:
        raise InvalidFieldsError({"person_id": "required"})
    living_person(desk, tx, new.person_id)
    return new.person_id, new.goal_id


def _check_named(
    desk: Desk, tx: Transaction, fields: Mapping[str, Any], person: UUID | None
) -> None:
    if person is not None:
        living_person(desk, tx, person)
    if (agency := fields.get("agency_id")) is not None:
        tx.get(Agency, agency)
    if (goal := fields.get("goal_id")) is not None and tx.get(Goal, goal).person_id != person:
        raise InvalidFieldsError({"goal_id": "unknown"})
    if (worker := fields.get("worker_id")) is not None:
        post = tx.get(Professional, worker)
        check_owner(post.name, post.left_on, agency_stands=True, today=desk.today())
        check_may_be_told(tx, person, [post.agency_id, post.id])
        check_work(desk, tx, person)


def settle_barrier(
    desk: Desk,
    tx: Transaction,
    barrier: Barrier,
    seen: int,
    status: BarrierStatus,
    **fields: Any,
) -> None:
    """Give the columns that move together with the status; what does not belong is emptied.

    A draft of its escalation goes when it is no longer to be escalated; what was sent stands.
    """
    settled_on = desk.today() if status in rules.SETTLED_BARRIERS else None
    kept = {"resolution": "", "accepted_by_id": None, "review_on": None, "settled_on": settled_on}
    put(tx, barrier, seen=seen, fields={"status": status, **kept, **fields})
    if status is not BarrierStatus.ESCALATED:
        withdraw_drafts_in(desk, tx, barrier, str(fields.get("resolution", "")))
