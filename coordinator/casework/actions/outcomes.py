"""Saying how an action goes: reports, the ten outcomes, and opening one again."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coordinator.casework.actions.agreeing import action_to_change, move_in
from coordinator.casework.actions.escalation_drafts import mark_in
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.db.models import Action, ActionNote, Agency, Barrier, Meeting, Professional
from coordinator.db.transaction import Transaction
from coordinator.domain.actions import rules
from coordinator.domain.actions.barriers import OPEN_BARRIERS, check_own_category
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.meetings.rules import check_minutes_not_out
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus, BarrierStatus
from coordinator.domain.texts import is_blank


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who reported, when and at which meeting; the sitter, today and none when empty."""

    by: UUID | None = None
    on: date | None = None
    meeting_id: UUID | None = None


_HERE = Occasion()


def report_action(
    desk: Desk, action_id: UUID, text: str, *, occasion: Occasion = _HERE
) -> Done[UUID]:
    """Keep what an owner says about an action, by themselves or on their behalf.

    Raises:
        InvalidFieldsError: Nothing was said, or on a day to come.
        GuardError: The minutes of the meeting it is reported to have gone out.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
        NotPermittedError: It is another agency's.
    """
    if is_blank(text):
        raise InvalidFieldsError({"text": "required"})
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        note = note_in(tx, desk, action, text, occasion)
        tx.journal("action.reported", record=action.id, scope=action.person_id)
    return Done(note.id, tx.changes)


def set_outcome(
    desk: Desk, action_id: UUID, outcome: Outcome, *, seen: int, occasion: Occasion = _HERE
) -> Done[int]:
    """Say what became of an action; gives the new revision.

    *Could not be done* makes the barrier that stopped it, with or without its details, and the
    draft of its escalation when one is asked for.

    Raises:
        TransitionError: It cannot follow.
        GuardError: `barrier-needed`; the minutes of the meeting have gone out.
        InvalidFieldsError: A note, a day or a name is missing, or cannot be true.
        StaleRecordError: Somebody else said something else meanwhile.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
        NotPermittedError: It is another agency's.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        settle_in(tx, desk, action, outcome, seen=seen, occasion=occasion)
        act = f"action.{outcome.status.value}"
        tx.journal(act, record=action.id, scope=action.person_id)
    return Done(action.revision, tx.changes)


def settle_in(
    tx: Transaction,
    desk: Desk,
    action: Action,
    outcome: Outcome,
    *,
    seen: int,
    occasion: Occasion = _HERE,
) -> None:
    """Say what became of an action inside another act, which journals it."""
    was = action.status
    put(tx, action, seen=seen, fields=rules.settled(outcome, desk.today()))  # stale: said first
    rules.check_outcome(was, outcome, set_on=action.set_on, today=desk.today())
    if outcome.status is ActionStatus.COULD_NOT:
        _keep_barrier(tx, desk, action, outcome, occasion.meeting_id)
    note_in(tx, desk, action, outcome.note, occasion)


def reopen_action(
    desk: Desk,
    action_id: UUID,
    *,
    seen: int,
    reason: str,
    due_on: date | None = None,
    occasion: Occasion = _HERE,
) -> Done[int]:
    """Take up a closed action again; gives the new revision. A new date counts as a move.

    Raises:
        TransitionError: It is open, or goes on as another action.
        ReasonNeededError: No reason.
        GuardError: `person-died`.
        MissingRecordError, WithheldError: No such action, or not theirs to see.
        NotPermittedError: It is another agency's.
    """
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        rules.check_reopening(action.status, reason)
        if action.person_id is not None:
            living_person(desk, tx, action.person_id, action.sensitivity)
        fields = rules.settled(Outcome(ActionStatus.OPEN), desk.today())
        put(tx, action, seen=seen, fields=fields)
        if due_on is not None:
            move_in(tx, desk, action, due_on, reason)
        note_in(tx, desk, action, reason, occasion)
        why = reason.strip()
        tx.journal("action.reopened", record=action.id, scope=action.person_id, reason=why)
    return Done(action.revision, tx.changes)


def note_in(
    tx: Transaction, desk: Desk, action: Action, text: str, occasion: Occasion = _HERE
) -> ActionNote:
    """Keep a report inside another act, which journals it."""
    if occasion.on is not None and occasion.on > desk.today():
        raise InvalidFieldsError({"noted_on": "in-the-future"})
    if occasion.by is not None:
        tx.get(Professional, occasion.by)
    if occasion.meeting_id is not None:
        check_minutes_not_out(tx.get(Meeting, occasion.meeting_id).status)
    return tx.add(
        ActionNote(
            id=desk.new_id(),
            person_id=action.person_id,
            action_id=action.id,
            noted_on=occasion.on or desk.today(),
            noted_by_id=occasion.by or desk.sitter.professional,
            meeting_id=occasion.meeting_id,
            status=action.status,
            text=text.strip(),
        )
    )


def _keep_barrier(
    tx: Transaction, desk: Desk, action: Action, outcome: Outcome, meeting: UUID | None
) -> None:
    """Make the barrier that stopped an action, or go on with the one that stands already."""
    if outcome.barrier is None:
        return
    if outcome.barrier_agency is not None:
        tx.get(Agency, outcome.barrier_agency)
    own = outcome.barrier_own.strip()
    check_own_category(outcome.barrier, own)
    barrier = _standing(tx, action, outcome, own)
    if barrier is None:
        barrier = tx.add(_barrier_of(desk, action, outcome, own))
    if outcome.escalate:
        barrier.status = BarrierStatus.ESCALATED
        tx.session.flush()  # the draft refers to it
        mark_in(desk, tx, barrier, meeting)


def _standing(tx: Transaction, action: Action, outcome: Outcome, own: str) -> Barrier | None:
    for standing in tx.barriers.of_actions([action.id]):
        is_same = (standing.category, standing.own_category) == (outcome.barrier, own)
        if is_same and standing.status in OPEN_BARRIERS:
            standing.description = outcome.barrier_details.strip() or standing.description
            return standing
    return None


def _barrier_of(desk: Desk, action: Action, outcome: Outcome, own: str) -> Barrier:
    return Barrier(
        id=desk.new_id(),
        person_id=action.person_id,
        action_id=action.id,
        goal_id=action.goal_id,
        category=outcome.barrier,
        own_category=own,
        agency_id=outcome.barrier_agency,
        description=outcome.barrier_details.strip(),
        since=desk.today(),
    )
