"""Putting right what a meeting has just agreed, while its minutes are still written.

A slip of the keys is no change of mind: an action agreed a minute ago gets other words, another
owner or another day without a reason and keeps its number, until somebody reports on it or its
minutes go out. The log has both readings.
"""

from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import action_to_change, owned_by, owner_in_post
from coordinator.casework.actions.outcomes import Occasion, note_in
from coordinator.casework.actions.passing_on import TakenOver, transfer_in
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.meetings.agenda_items import item_under_way, meeting_under_way
from coordinator.casework.need_to_know.sharing import check_may_be_told, shown_person
from coordinator.casework.need_to_know.urgent_work import check_work
from coordinator.db.models import Action, Decision
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.need_to_know.rule import strictest
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import ActionStatus, DecisionStatus
from coordinator.domain.texts import is_blank

_FIELDS = frozenset({"text", "owner_id", "due_on", "sensitivity"})


def agree_anew(desk: Desk, action_id: UUID, *, seen: int, **fields: Any) -> Done[int]:
    """Put right the words, the owner or the day of an action just agreed; gives the new revision.

    Args:
        desk: Where and by whom.
        action_id: Which.
        seen: The revision that was shown.
        fields: Of `text`, `owner_id` and `due_on`: only what was wrong; `sensitivity` only makes
            it stricter.

    Raises:
        InvalidFieldsError: `unknown` field, no words, or a day before it was agreed.
        GuardError: `not-agreed-here`, `action-reported-on`; the minutes no longer change; the
            owner has left, is nobody in particular, or their agency must not be told.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError, WithheldError: No such action or owner, or not theirs to see.
        NotPermittedError: It is another agency's.
    """
    _check_fields(fields)
    with desk.act(Right.RUN_MEETINGS) as tx:
        action = _just_agreed(desk, tx, action_id)
        check_work(desk, tx, action.person_id)
        put(tx, action, seen=seen, fields=_columns(desk, tx, action, fields))
        tx.journal("action.agreed_anew", record=action.id, scope=action.person_id)
    return Done(action.revision, tx.changes)


def take_out_action(desk: Desk, action_id: UUID, *, seen: int) -> Done[None]:
    """Take an action out that was not agreed after all; its number is never given again.

    Raises:
        GuardError, StaleRecordError, MissingRecordError, WithheldError, NotPermittedError: As for
            `agree_anew`.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        action = _just_agreed(desk, tx, action_id)
        put(tx, action, seen=seen, fields={"removed": True})
        tx.journal("action.taken_out", record=action.id, scope=action.person_id)
    return Done(None, tx.changes)


def take_out_decision(desk: Desk, decision_id: UUID, *, seen: int) -> Done[None]:
    """Take a decision out that was not made after all.

    Raises:
        TransitionError: Another has taken its place, or it takes the place of another.
        GuardError: The minutes no longer change.
        StaleRecordError: Somebody else took it out meanwhile.
        MissingRecordError, WithheldError: No such decision, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        decision = tx.get(Decision, decision_id)
        item_under_way(desk, tx, decision.item_id)
        if decision.person_id is not None:
            shown_person(desk, tx, decision.person_id, decision.sensitivity)
        replaces = tx.meetings.takes_the_place_of_another(decision.id)
        if decision.status is not DecisionStatus.MADE or replaces:
            raise TransitionError(decision.status, DecisionStatus.REVERSED)
        put(tx, decision, seen=seen, fields={"removed": True})
        tx.journal("decision.taken_out", record=decision.id, scope=decision.person_id)
    return Done(None, tx.changes)


def pass_on_at_meeting(
    desk: Desk, action_id: UUID, new: TakenOver, *, seen: int, meeting_id: UUID
) -> Done[UUID]:
    """Pass an action on at a meeting, whose minutes tell of it; gives the continuation.

    Raises:
        TransitionError, GuardError, ReasonNeededError, InvalidFieldsError, StaleRecordError,
            MissingRecordError, WithheldError, NotPermittedError: As for `transfer_action`, and
            when the minutes have gone out.
    """
    need_reason(new.reason, "owner-changed")
    with desk.act(Right.UPDATE_ACTIONS) as tx:
        action = action_to_change(desk, tx, action_id)
        continued = transfer_in(tx, desk, action, new, seen=seen)
        note_in(tx, desk, action, new.reason, Occasion(meeting_id=meeting_id))
        act = "action.transferred"
        tx.journal(act, record=action.id, scope=action.person_id, reason=new.reason.strip())
    return Done(continued.id, tx.changes)


def _check_fields(fields: dict[str, Any]) -> None:
    wrong = dict.fromkeys(set(fields) - _FIELDS, "unknown")
    if "text" in fields and is_blank(fields["text"]):
        wrong["text"] = "required"
    if fields.get("due_on", date.max) is None:
        wrong["due_on"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)


def _just_agreed(desk: Desk, tx: Transaction, action_id: UUID) -> Action:
    """Give an action of a meeting whose minutes are open, and of which nothing was said since."""
    action = action_to_change(desk, tx, action_id)
    if action.meeting_id is None:
        raise GuardError("not-agreed-here")
    meeting_under_way(tx, action.meeting_id)
    was_moved = tx.actions.times_moved([action.id])
    if action.status is not ActionStatus.OPEN or was_moved or tx.actions.last_notes([action.id]):
        raise GuardError("action-reported-on")
    return action


def _columns(desk: Desk, tx: Transaction, action: Action, said: dict[str, Any]) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    if "text" in said:
        columns["text"] = said["text"].strip()
    if "sensitivity" in said:
        columns["sensitivity"] = strictest(action.sensitivity, said["sensitivity"])
    if "owner_id" in said:
        owner = owner_in_post(tx, said["owner_id"], desk.today())
        check_may_be_told(tx, action.person_id, [owner.agency_id, owner.id])
        columns |= owned_by(tx, owner)
        columns["coworkers"] = [who for who in action.coworkers if who != owner.id.hex]
    if "due_on" in said:
        if said["due_on"] < action.set_on:
            raise InvalidFieldsError({"due_on": "before-start"})
        columns |= {"due_on": said["due_on"], "original_due_on": said["due_on"]}
    return columns
