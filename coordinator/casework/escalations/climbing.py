"""Going to the next level: a new escalation, drafted and filled in; never sent by itself."""

from uuid import UUID

from coordinator.casework.actions.escalation_drafts import WORDS, draft_in, drafted
from coordinator.casework.actions.escalation_records import asking_escalation, entry_in, ladder
from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.db.models import Barrier, Escalation
from coordinator.db.transaction import Transaction
from coordinator.domain.errors import GuardError
from coordinator.domain.escalations import rules
from coordinator.domain.escalations.clock import clock_of, next_level
from coordinator.domain.escalations.rules import NewEscalation
from coordinator.domain.escalations.views import Drafted
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect, EscalationStep
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right
from coordinator.domain.states import EscalationStatus
from coordinator.reference.working_days import working_days_after

_ON = frozenset(WORDS) - {"authority"}
"""What the next level is told as well; why it has the authority is its own."""


def move_to_next_level(
    desk: Desk, escalation_id: UUID, *, seen: int, reason: str = ""
) -> Done[Drafted]:
    """Draft the same ask for the level above, and close this one as not answered or passed on.

    Args:
        desk: Where and by whom.
        escalation_id: What is left behind.
        seen: The revision that was shown.
        reason: Why; needed while there is still time to answer.

    Raises:
        GuardError: `not-sent`; `top-of-ladder`; `no-levels`: safeguarding has none to climb;
            `person-died`.
        ReasonNeededError: `passed-on-early`.
        TransitionError: It is closed.
        StaleRecordError: Somebody else changed it meanwhile.
        MissingRecordError, WithheldError: No such escalation, or not theirs to see.
    """
    with desk.act(Right.RUN_MEETINGS) as tx:
        found = asking_escalation(desk, tx, escalation_id)
        new = _next(tx, found)
        _leave(desk, tx, found, seen, reason)
        barrier = tx.get(Barrier, found.barrier_id) if found.barrier_id else None
        made, until = draft_in(desk, tx, new, barrier, found)
        step = _step(found)
        entry_in(tx, desk, found, step, [reason, made.number])
        why = reason.strip()
        tx.journal("escalation.moved_up", record=made.id, scope=made.person_id, reason=why)
    return Done(drafted(made, until), tx.changes)


def _next(tx: Transaction, found: Escalation) -> NewEscalation:
    """Say what the next one asks: the same, of the level above."""
    level = None
    if found.track is EscalationTrack.SAFEGUARDING:
        raise GuardError("no-levels")
    if found.track is EscalationTrack.BARRIER:
        above = next_level(found.track, found.level, ladder(tx))
        if above is None:
            raise GuardError("top-of-ladder")
        level = above.level
    return NewEscalation(
        track=found.track,
        barrier_id=found.barrier_id,
        person_id=found.person_id,
        level=level,
        options=tuple(found.options),
        sensitivity=found.sensitivity,
        **{name: getattr(found, name) for name in _ON},
    )


def _leave(desk: Desk, tx: Transaction, found: Escalation, seen: int, reason: str) -> None:
    clock = clock_of(found.status, found.track, found.respond_by, desk.today(), working_days_after)
    outcome = rules.left_behind_as(found.status, is_overdue=clock.is_overdue)
    if outcome is EscalationOutcome.PASSED_ON:
        need_reason(reason, "passed-on-early")
    fields: dict[str, object] = {"status": EscalationStatus.CLOSED, "closed_on": desk.today()}
    if outcome is None:
        fields["effect_kind"] = EscalationEffect.NONE
    else:
        fields["outcome"] = outcome
    put(tx, found, seen=seen, fields=fields)
    tx.session.flush()  # the barrier has one open escalation on each road


def _step(found: Escalation) -> EscalationStep:
    went_unanswered = found.outcome is EscalationOutcome.NO_REPLY
    return EscalationStep.NOT_ANSWERED if went_unanswered else EscalationStep.CLOSED
