"""What comes back, or does not; closing with what it changed, taking back, opening again."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.casework.actions.agreeing import shown_action
from coordinator.casework.actions.barriers import settle_barrier
from coordinator.casework.actions.escalation_drafts import (
    check_only_one,
    check_receiver,
    drafted,
    usual_deadline,
)
from coordinator.casework.actions.escalation_records import (
    asking_escalation,
    entry_in,
    ladder,
    shown_escalation,
)
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Barrier, Escalation
from coordinator.db.transaction import Transaction
from coordinator.domain.actions.barriers import OPEN_BARRIERS
from coordinator.domain.actions.barriers import check_move as check_barrier_move
from coordinator.domain.errors import GuardError, InvalidFieldsError
from coordinator.domain.escalations import rules
from coordinator.domain.escalations.rules import Effect, Reply
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import EscalationOutcome
from coordinator.domain.lists.escalations import EscalationStep
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right
from coordinator.domain.states import BarrierStatus, EscalationStatus

Feed = Callable[[Desk, Transaction, Barrier], object]
_NO_ANSWER: dict[str, Any] = {
    "acknowledged_on": None,
    "answered_on": None,
    "answered_by": "",
    "answer": "",
    "conditions": "",
    "outcome": None,
    "closed_on": None,
    "effect_kind": None,
    "effect": "",
    "effect_action_id": None,
}


def answer_escalation(desk: Desk, escalation_id: UUID, reply: Reply, *, seen: int) -> Done[int]:
    """Keep the answer; the next agenda brings it to the panel. Gives the new revision.

    Raises:
        TransitionError: It was not sent, or was answered.
        InvalidFieldsError: What it amounts to, its words or who gave it is missing; it came
            before it was asked, or asked again, or on a day to come.
        StaleRecordError: Somebody else kept an answer meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        rules.check_reply(found.status, reply, sent_on=found.sent_on, today=desk.today())
        rules.check_reopened("answered_on", reply.on, _reopened_on(tx, found))
        on = reply.on or desk.today()
        fields = {
            "status": EscalationStatus.ANSWERED,
            "outcome": reply.outcome,
            "answer": reply.text.strip(),
            "conditions": reply.conditions.strip(),
            "answered_by": reply.by.strip(),
            "answered_on": on,
        }
        put(tx, found, seen=seen, fields=fields)
        said = [reply.by, reply.text, reply.conditions]
        entry_in(tx, desk, found, EscalationStep.ANSWERED, said, on=on)
        tx.journal("escalation.answered", record=found.id, scope=found.person_id)
    return Done(found.revision, tx.changes)


def _reopened_on(tx: Transaction, found: Escalation) -> date | None:
    if not found.reopened:
        return None
    thread = tx.escalations.thread(found.id)
    days = (one.happened_on for one in thread if one.step is EscalationStep.REOPENED)
    return max(days, default=None)


def note_no_reply(
    desk: Desk, escalation_id: UUID, *, text: str = "", on: date | None = None
) -> Done[UUID]:
    """Note in the thread that the day passed without an answer; it stays open and overdue.

    Raises:
        GuardError: `nothing-awaited`; `not-due-yet`: the day to answer has not passed.
        InvalidFieldsError: On a day to come.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        rules.check_awaiting(found.status)
        said_on = on or desk.today()
        rules.check_day("happened_on", said_on, found.sent_on, desk.today())
        if found.respond_by is not None and said_on <= found.respond_by:
            raise GuardError("not-due-yet")
        entry = entry_in(tx, desk, found, EscalationStep.NOT_ANSWERED, [text], on=said_on)
        tx.journal("escalation.no_reply", record=found.id, scope=found.person_id)
    return Done(entry.id, tx.changes)


def close_escalation(
    desk: Desk,
    escalation_id: UUID,
    effect: Effect,
    *,
    seen: int,
    barrier: BarrierStatus | None = None,
    feed: Feed | None = None,
) -> Done[int]:
    """Close an answered escalation with what it changed; gives the new revision.

    Args:
        desk: Where and by whom.
        escalation_id: Which.
        effect: What the answer changed for the person, or that it changed nothing.
        seen: The revision that was shown.
        barrier: What its barrier becomes: worked on again, resolved by this answer, or a gap. It
            stays as it is when nobody chose.
        feed: Raises the gap it feeds, where it becomes one and feeds none yet.

    Raises:
        NotPermittedError: A new gap is raised by whoever may decide.
        GuardError: `not-answered`; `effect-needed`; `gap-needed`: the barrier feeds no gap yet.
        TransitionError: It is closed; or the barrier cannot become that.
        InvalidFieldsError: What changed is not said, or is an action about somebody else.
        StaleRecordError: Somebody else closed it meanwhile.
        MissingRecordError, WithheldError: Not there, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        rules.check_closing(found.status, effect)
        number = _action_number(desk, tx, found, effect)
        fields = {
            "status": EscalationStatus.CLOSED,
            "closed_on": desk.today(),
            "effect_kind": effect.kind,
            "effect": effect.text.strip(),
            "effect_action_id": effect.action_id,
        }
        put(tx, found, seen=seen, fields=fields)
        entry_in(tx, desk, found, EscalationStep.CLOSED, [number, effect.text])
        if feed is not None and barrier is BarrierStatus.GAP:
            _feed(desk, tx, found, feed)
        _afterwards(desk, tx, found, barrier, effect.text.strip() or found.answer)
        tx.journal("escalation.closed", record=found.id, scope=found.person_id)
    return Done(found.revision, tx.changes)


def withdraw_escalation(
    desk: Desk,
    escalation_id: UUID,
    *,
    seen: int,
    reason: str,
    barrier: BarrierStatus | None = None,
) -> Done[int]:
    """Take back what was not answered, draft or sent; gives the new revision.

    Where the barrier has become a gap, that is how it ended.

    Args:
        desk: Where and by whom.
        escalation_id: Which.
        seen: The revision that was shown.
        reason: Why.
        barrier: What its barrier becomes; it stays as it is when nobody chose.

    Raises:
        GuardError: `escalation-answered`.
        ReasonNeededError: `escalation-withdrawn`.
        TransitionError: It is closed; or the barrier cannot become that.
        StaleRecordError: Somebody else closed it meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = shown_escalation(desk, tx, escalation_id)
        rules.check_withdrawal(found.status, reason)
        fields = {
            "status": EscalationStatus.CLOSED,
            "closed_on": desk.today(),
            "outcome": EscalationOutcome.WITHDRAWN,
        }
        put(tx, found, seen=seen, fields=fields)
        entry_in(tx, desk, found, EscalationStep.CLOSED, [reason])
        if _afterwards(desk, tx, found, barrier, reason.strip()) is BarrierStatus.GAP:
            found.outcome = EscalationOutcome.BECAME_GAP
        why = reason.strip()
        tx.journal("escalation.withdrawn", record=found.id, scope=found.person_id, reason=why)
    return Done(found.revision, tx.changes)


def reopen_escalation(
    desk: Desk,
    escalation_id: UUID,
    *,
    seen: int,
    reason: str,
    respond_by: date | None = None,
) -> Done[Drafted]:
    """Open one again whose answer did not hold, or that was taken back; it counts how often.

    What was sent asks again, by another day; what never was is a draft again. Its last answer
    stays in the thread.

    Raises:
        ReasonNeededError: `escalation-reopened`.
        TransitionError: It is open.
        GuardError: `barrier-settled`: its barrier does not stand any more; `person-died`; the
            receiver has left, or must not be told: somebody else is asked anew.
        InvalidFieldsError: The new day has passed.
        DuplicateRecordError: `open-escalation`: it went on to another level, or was raised anew.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = asking_escalation(desk, tx, escalation_id)
        status = rules.reopened(found.status, found.sent_on, reason)
        if respond_by is not None and respond_by < desk.today():
            raise InvalidFieldsError({"respond_by": "in-the-past"})
        if status is EscalationStatus.SENT and found.receiver_id is not None:
            check_receiver(desk, tx, found.person_id, found.receiver_id)
        if found.barrier_id is not None:
            _take_up_barrier(desk, tx, found, tx.get(Barrier, found.barrier_id))
        until = usual_deadline(desk, found.track, found.level, ladder(tx), asked=respond_by)
        again = {"status": status, "respond_by": until.on, "reopened": found.reopened + 1}
        put(tx, found, seen=seen, fields={**_NO_ANSWER, **again})
        entry_in(tx, desk, found, EscalationStep.REOPENED, [reason])
        why = reason.strip()
        tx.journal("escalation.reopened", record=found.id, scope=found.person_id, reason=why)
    return Done(drafted(found, until), tx.changes)


def _action_number(desk: Desk, tx: Transaction, found: Escalation, effect: Effect) -> str:
    if effect.action_id is None:
        return ""
    action = shown_action(desk, tx, effect.action_id)
    if action.person_id != found.person_id:
        raise InvalidFieldsError({"effect_action_id": "unknown"})
    return action.number


def _feed(desk: Desk, tx: Transaction, found: Escalation, feed: Feed) -> None:
    """Raise the gap its barrier feeds, unless that feeds one already."""
    if found.barrier_id is not None and not tx.gaps.of_barriers([found.barrier_id]):
        feed(desk, tx, tx.get(Barrier, found.barrier_id))
        tx.session.flush()


def _afterwards(
    desk: Desk, tx: Transaction, found: Escalation, wanted: BarrierStatus | None, words: str
) -> BarrierStatus | None:
    """Make of the barrier what was chosen, and say what it is; unchosen it stays as it is."""
    rules.check_afterwards(wanted)
    if found.barrier_id is None:
        if wanted is not None:
            raise InvalidFieldsError({"barrier_status": "unknown"})
        return None
    barrier = tx.get(Barrier, found.barrier_id)
    if wanted is not None and barrier.status is not wanted:
        if wanted is BarrierStatus.GAP and not tx.gaps.of_barriers([barrier.id]):
            raise GuardError("gap-needed")
        check_barrier_move(barrier.status, wanted)
        settle_barrier(desk, tx, barrier, barrier.revision, wanted, resolution=words)
    return barrier.status


def _take_up_barrier(desk: Desk, tx: Transaction, found: Escalation, barrier: Barrier) -> None:
    check_only_one(tx, found.track, barrier, beside=found.id)
    if barrier.status not in OPEN_BARRIERS:
        raise GuardError("barrier-settled")
    if barrier.status is not BarrierStatus.ESCALATED:
        settle_barrier(desk, tx, barrier, barrier.revision, BarrierStatus.ESCALATED)
