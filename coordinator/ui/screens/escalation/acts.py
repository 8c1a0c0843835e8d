"""The acts behind the forms of one escalation, made of what was answered; no Qt."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from coordinator.casework.desk import Desk
from coordinator.casework.escalations.answering import (
    answer_escalation,
    close_escalation,
    note_no_reply,
    reopen_escalation,
    withdraw_escalation,
)
from coordinator.casework.escalations.climbing import move_to_next_level
from coordinator.casework.escalations.raising import change_draft, show_names
from coordinator.casework.escalations.sending import (
    acknowledge_escalation,
    chase_escalation,
    note_on_escalation,
    send_escalation,
)
from coordinator.casework.stuck.gaps import raise_for
from coordinator.domain.escalations.rules import Effect, Reply
from coordinator.domain.escalations.views import EscalationRow
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.outcomes import Done
from coordinator.domain.states import BarrierStatus
from coordinator.domain.stuck.gaps import NewGap
from coordinator.ui.kit.asks import Question
from coordinator.ui.shared.escalating import receiver_said

Said = Mapping[str, Any]
Act = Callable[[Desk], Done[Any]]
_RECEIVER = frozenset({"receiver_id", "receiver", "receiver_role"})
_OF_ACTIONS = frozenset({EscalationEffect.ACTION_ADDED, EscalationEffect.ACTION_CHANGED})


def changed(row: EscalationRow, question: Question, said: Said, seen: int) -> Act:
    """Put a draft right: only what was answered differently; a receiver as a whole."""
    fields = dict(question.changed(said))
    if _RECEIVER & set(fields):
        fields = {name: one for name, one in fields.items() if name not in _RECEIVER}
        fields |= receiver_said(said)
    return partial(change_draft, escalation_id=row.id, seen=seen, **fields)


def argued(row: EscalationRow, question: Question, said: Said, seen: int) -> Act:
    """Say what the briefing argues with."""
    fields = dict(question.changed(said))
    if "options" in fields:
        fields["options"] = tuple(str(fields["options"]).splitlines())
    return partial(change_draft, escalation_id=row.id, seen=seen, **fields)


def sent(row: EscalationRow, said: Said, seen: int) -> Act:
    """Note that it went out."""
    days = {"on": said["sent_on"], "respond_by": said["respond_by"]}
    return partial(send_escalation, escalation_id=row.id, seen=seen, **days)


def acknowledged(row: EscalationRow, said: Said, seen: int) -> Act:
    """Note that they have it."""
    on = said["acknowledged_on"]
    return partial(acknowledge_escalation, escalation_id=row.id, seen=seen, on=on)


def answered(row: EscalationRow, said: Said, seen: int) -> Act:
    """Keep the answer."""
    reply = Reply(
        outcome=said["outcome"],
        text=said["answer"],
        by=said["answered_by"],
        conditions=said["conditions"],
        on=said["answered_on"],
    )
    return partial(answer_escalation, escalation_id=row.id, reply=reply, seen=seen)


def chased(row: EscalationRow, said: Said, _seen: int) -> Act:
    """Note that an answer was chased."""
    return partial(chase_escalation, escalation_id=row.id, **_noted(said))


def unanswered(row: EscalationRow, said: Said, _seen: int) -> Act:
    """Note that no answer came."""
    return partial(note_no_reply, escalation_id=row.id, **_noted(said))


def noted(row: EscalationRow, said: Said, _seen: int) -> Act:
    """Write a line into the thread."""
    return partial(note_on_escalation, escalation_id=row.id, **_noted(said))


def climbed(row: EscalationRow, said: Said, seen: int) -> Act:
    """Draft the next level."""
    return partial(move_to_next_level, escalation_id=row.id, seen=seen, **said)


def closed(row: EscalationRow, said: Said, seen: int) -> Act:
    """Close it with what it changed."""
    kind = said["effect_kind"]
    action = said["effect_action_id"] if kind in _OF_ACTIONS else None
    effect = Effect(kind, said["effect"], action)
    barrier, title = said.get("barrier_status"), said.get("title") or ""
    is_new = barrier is BarrierStatus.GAP and title.strip()
    feed = partial(raise_for, new=NewGap(title)) if is_new else None
    return partial(
        close_escalation,
        escalation_id=row.id,
        effect=effect,
        seen=seen,
        barrier=barrier,
        feed=feed,
    )


def reopened(row: EscalationRow, said: Said, seen: int) -> Act:
    """Open it again."""
    return partial(reopen_escalation, escalation_id=row.id, seen=seen, **said)


def withdrawn(row: EscalationRow, said: Said, seen: int) -> Act:
    """Take it back."""
    return partial(withdraw_escalation, escalation_id=row.id, seen=seen, **said)


def named(row: EscalationRow, said: Said, seen: int) -> Act:
    """Decide that its papers name the person."""
    return partial(show_names, escalation_id=row.id, seen=seen, **said)


def _noted(said: Said) -> dict[str, Any]:
    return {"text": said["text"], "on": said["happened_on"]}
