"""Raising an escalation, putting its words right while it is a draft, and whether it has names."""

from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import action_to_change
from coordinator.casework.actions.barriers import barrier_to_change, settle_barrier
from coordinator.casework.actions.escalation_drafts import (
    WORDS,
    check_words,
    draft_in,
    drafted,
    receiver_columns,
    usual_deadline,
)
from coordinator.casework.actions.escalation_records import entry_in, ladder, shown_escalation
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.sharing import living_person
from coordinator.casework.referrals.answering import named_decider
from coordinator.db.models import Action, Barrier, Escalation, Meeting
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.actions.barriers import OPEN_BARRIERS
from coordinator.domain.actions.barriers import check_move as check_barrier_move
from coordinator.domain.actions.rules import check_open
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.escalations import rules
from coordinator.domain.escalations.clock import Deadline
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import BarrierCategory, EscalationTrack
from coordinator.domain.lists.escalations import EscalationStep
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import BarrierStatus

_RECEIVER = ("receiver_id", "receiver", "receiver_role")
_AS_THEY_ARE = ("level", "respond_by", "meeting_id", "sensitivity")
_FIELDS = frozenset({*WORDS, *_RECEIVER, *_AS_THEY_ARE, "options"})


def raise_escalation(desk: Desk, new: NewEscalation) -> Done[Drafted]:
    """Draft an escalation; its barrier counts as escalated from now on. Nothing is sent.

    Raises:
        InvalidFieldsError: On the ladder without a barrier, off it with a level, or for somebody
            else than the barrier's person.
        TransitionError: The barrier does not stand any more.
        GuardError: `person-died`; the receiver has left, or must not be told about the person.
        DuplicateRecordError: `open-escalation`: the barrier has one on this road already.
        MissingRecordError, WithheldError: Not there, or not theirs to see.
        NotPermittedError: The barrier stops another agency's action.
    """
    if new.track is EscalationTrack.BARRIER and new.barrier_id is None:
        raise InvalidFieldsError({"barrier_id": "required"})
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        barrier = _barrier(desk, tx, new)
        if barrier is None and new.person_id is not None:
            living_person(desk, tx, new.person_id)
        made, until = _raise_in(desk, tx, new, barrier)
        tx.journal("escalation.raised", record=made.id, scope=made.person_id)
    return Done(drafted(made, until), tx.changes)


def raise_from_action(
    desk: Desk, action_id: UUID, new: NewEscalation | None = None
) -> Done[Drafted]:
    """Draft an escalation of what stopped an action, in one step from it.

    Args:
        desk: Where and by whom.
        action_id: What could not be done.
        new: What is known already; the barrier comes with the action.

    Raises:
        GuardError: `nothing-in-the-way`: no barrier of it stands; as for `raise_escalation`.
        InvalidFieldsError, DuplicateRecordError, MissingRecordError, WithheldError,
        NotPermittedError: As for `raise_escalation`.
    """
    new = new or NewEscalation()
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        standing = [
            one for one in tx.barriers.of_actions([action_id]) if one.status in OPEN_BARRIERS
        ]
        if not standing:
            raise GuardError("nothing-in-the-way")
        if action.person_id is not None:
            living_person(desk, tx, action.person_id, action.sensitivity)
        made, until = _raise_in(desk, tx, new, standing[-1])
        tx.journal("escalation.raised", record=made.id, scope=made.person_id)
    return Done(drafted(made, until), tx.changes)


def raise_not_acting(
    desk: Desk, action_id: UUID, new: NewEscalation | None = None
) -> Done[Drafted]:
    """Draft an escalation of an action that stays undone though nothing stops it.

    What is in the way is that the agency does not act; where something else was named already and
    stands, that is what is escalated.

    Args:
        desk: Where and by whom.
        action_id: An open action, past its date.
        new: What is known already; the barrier is made here.

    Raises:
        GuardError: `action-closed`; as for `raise_escalation`.
        InvalidFieldsError, DuplicateRecordError, MissingRecordError, WithheldError,
        NotPermittedError: As for `raise_escalation`.
    """
    new = new or NewEscalation()
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        check_open(action.status)
        if action.person_id is not None:
            living_person(desk, tx, action.person_id, action.sensitivity)
        standing = [
            one for one in tx.barriers.of_actions([action_id]) if one.status in OPEN_BARRIERS
        ]
        barrier = standing[-1] if standing else _not_acting(desk, tx, action)
        made, until = _raise_in(desk, tx, new, barrier)
        tx.journal("escalation.raised", record=made.id, scope=made.person_id)
    return Done(drafted(made, until), tx.changes)


def _not_acting(desk: Desk, tx: Transaction, action: Action) -> Barrier:
    barrier = Barrier(
        id=desk.new_id(),
        person_id=action.person_id,
        action_id=action.id,
        agency_id=action.owner_agency_id,
        category=BarrierCategory.AGENCY_NOT_ACTING,
        since=min(action.due_on, desk.today()),
    )
    tx.add(barrier)
    tx.session.flush()
    return barrier


def change_draft(desk: Desk, escalation_id: UUID, *, seen: int, **fields: Any) -> Done[Drafted]:
    """Put a draft right.

    Args:
        desk: Where and by whom.
        escalation_id: Which.
        seen: The revision the form was filled from.
        fields: Of the words of `NewEscalation`, its receiver, options, level, day and meeting.
            A receiver in the directory brings name and job; another level brings its own day,
            unless one is given.

    Raises:
        GuardError: `escalation-sent`, `person-died`; the receiver has left or must not be told.
        InvalidFieldsError: `unknown` field, or a level that is not on the ladder.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    check_words(fields, _FIELDS)
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        rules.check_draft(found.status)
        if found.person_id is not None:
            living_person(desk, tx, found.person_id)
        until = _change(desk, tx, found, seen, fields)
        tx.journal("escalation.changed", record=found.id, scope=found.person_id)
    return Done(drafted(found, until), tx.changes)


def show_names(
    desk: Desk,
    escalation_id: UUID,
    *,
    seen: int,
    reason: str,
    decided_by: UUID | None = None,
) -> Done[int]:
    """Decide that its papers name the person; gives the new revision. The chair decides.

    Raises:
        ReasonNeededError: `names-shown`.
        GuardError: `chair-decides`.
        StaleRecordError: Somebody else decided something else meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    need_reason(reason, "names-shown")
    with desk.act(Right.DECIDE) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        named_decider(desk, tx, decided_by)
        shown = {"names_shown": True, "names_reason": reason.strip()}
        put(tx, found, seen=seen, fields=shown)
        entry_in(tx, desk, found, EscalationStep.NOTE, [reason])
        why = reason.strip()
        tx.journal("escalation.names_shown", record=found.id, scope=found.person_id, reason=why)
    return Done(found.revision, tx.changes)


def hide_names(desk: Desk, escalation_id: UUID, *, seen: int) -> Done[int]:
    """Go back to initials and reference in its papers; gives the new revision.

    Raises:
        StaleRecordError: Somebody else decided something else meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        put(tx, found, seen=seen, fields={"names_shown": False, "names_reason": ""})
        tx.journal("escalation.names_hidden", record=found.id, scope=found.person_id)
    return Done(found.revision, tx.changes)


def _barrier(desk: Desk, tx: Transaction, new: NewEscalation) -> Barrier | None:
    if new.barrier_id is None:
        return None
    barrier = barrier_to_change(desk, tx, new.barrier_id)
    if new.person_id is not None and new.person_id != barrier.person_id:
        raise InvalidFieldsError({"barrier_id": "unknown"})
    if barrier.person_id is not None:
        living_person(desk, tx, barrier.person_id)
    return barrier


def _raise_in(
    desk: Desk, tx: Transaction, new: NewEscalation, barrier: Barrier | None
) -> tuple[Escalation, Deadline]:
    if barrier is not None and barrier.status is not BarrierStatus.ESCALATED:
        check_barrier_move(barrier.status, BarrierStatus.ESCALATED)
        settle_barrier(desk, tx, barrier, barrier.revision, BarrierStatus.ESCALATED)
    return draft_in(desk, tx, new, barrier)


def _change(
    desk: Desk, tx: Transaction, found: Escalation, seen: int, fields: dict[str, Any]
) -> Deadline | None:
    """Give a draft what was said of it; gives its new day, if it has one."""
    stored: dict[str, Any] = {name: str(fields[name]).strip() for name in WORDS if name in fields}
    stored |= {name: fields[name] for name in _AS_THEY_ARE if name in fields}
    if "options" in fields:
        stored["options"] = [one.strip() for one in fields["options"] if one.strip()]
    if fields.get("meeting_id") is not None:
        tx.get(Meeting, fields["meeting_id"])
    stored |= _new_receiver(desk, tx, found, fields)
    until = _new_deadline(desk, tx, found, fields)
    if until is not None:
        stored["respond_by"] = until.on
    put(tx, found, seen=seen, fields=stored)
    return until


def _new_deadline(
    desk: Desk, look: Reading, found: Escalation, fields: dict[str, Any]
) -> Deadline | None:
    """Give the day that was chosen, or that another level brings; nothing when none is meant."""
    levels = ladder(look)
    level = fields.get("level", found.level)
    if "level" in fields:
        rules.check_level(found.track, level, levels)
    asked = fields.get("respond_by")
    if asked is None and ("level" not in fields or "respond_by" in fields):
        return None
    return usual_deadline(desk, found.track, level, levels, asked=asked)


def _new_receiver(
    desk: Desk, look: Reading, found: Escalation, fields: dict[str, Any]
) -> dict[str, Any]:
    """Give the columns of another receiver; a name typed by hand lets go of the directory."""
    if not set(_RECEIVER) & set(fields):
        return {}
    by_hand = {"receiver": found.receiver, "receiver_role": found.receiver_role, **fields}
    known = fields.get("receiver_id", None if "receiver" in fields else found.receiver_id)
    if known is not None and "receiver_role" not in fields:
        by_hand["receiver_role"] = ""
    name, role = str(by_hand["receiver"]), str(by_hand["receiver_role"])
    return receiver_columns(desk, look, found.person_id, known, name, role)
