"""What may become of an escalation, and what each step must say.

Three roads are kept apart: a barrier climbs the panel's ladder, a disagreement between workers
goes from one to the next without levels, safeguarding goes past all of it at once. Nothing is
ever sent by itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from uuid import UUID

from coordinator.domain.errors import GuardError, InvalidFieldsError, TransitionError
from coordinator.domain.escalations.clock import AWAITING
from coordinator.domain.lists.barriers import EscalationOutcome, EscalationTrack
from coordinator.domain.lists.escalations import EscalationEffect
from coordinator.domain.panel.settings import LadderLevel
from coordinator.domain.reasons import need_reason
from coordinator.domain.states import BarrierStatus, EscalationStatus, Sensitivity
from coordinator.domain.texts import is_blank

_S, _O, _T = EscalationStatus, EscalationOutcome, EscalationTrack

FIRST_ASKED = 1
"""The level a barrier marked in the room is drafted for: level 0, between workers, was tried."""

UNANSWERED = frozenset({_S.DRAFT, *AWAITING})
"""Stands in the way of closing the case, until withdrawn or its barrier is a gap."""

STILL_OPEN = UNANSWERED | {_S.ANSWERED}

ANSWERS = frozenset(_O) - {_O.NO_REPLY, _O.WITHDRAWN}
"""What an answer can amount to; the others are said of one that never came."""

AFTERWARDS = frozenset({BarrierStatus.BEING_WORKED, BarrierStatus.RESOLVED, BarrierStatus.GAP})
"""What its barrier may become when an escalation closes; whoever closes it chooses, or leaves it
as it is."""

_OF_ACTIONS = frozenset({EscalationEffect.ACTION_ADDED, EscalationEffect.ACTION_CHANGED})

MOVES: Mapping[EscalationStatus, frozenset[EscalationStatus]] = MappingProxyType(
    {
        _S.DRAFT: frozenset({_S.SENT, _S.CLOSED}),
        _S.SENT: frozenset({_S.ACKNOWLEDGED, _S.ANSWERED, _S.CLOSED}),
        _S.ACKNOWLEDGED: frozenset({_S.ANSWERED, _S.CLOSED}),
        _S.ANSWERED: frozenset({_S.CLOSED, _S.SENT}),
        _S.CLOSED: frozenset({_S.DRAFT, _S.SENT}),
    }
)
"""What may follow what. Back to *sent* is opening it again; to *draft*, of one never sent. One
not answered closes only by being withdrawn or going to the next level."""


@dataclass(frozen=True, slots=True)
class NewEscalation:
    """What a draft says when it is raised; anything but its road may follow until it is sent.

    Attributes:
        barrier_id: What is in the way; nothing for a disagreement or safeguarding. The person
            comes with it.
        level: Of the ladder, for a barrier only; the first level that asks somebody when empty.
        receiver_id: Somebody in the directory; their name and job are kept with it. For anybody
            else `receiver` and `receiver_role` say who.
        authority: Why them: what they can decide.
        respond_by: Moved to the next working day when offices are closed; the days of the level
            when empty.
    """

    track: EscalationTrack = EscalationTrack.BARRIER
    barrier_id: UUID | None = None
    person_id: UUID | None = None
    level: int | None = None
    receiver_id: UUID | None = None
    receiver: str = ""
    receiver_role: str = ""
    authority: str = field(default="", repr=False)
    ask: str = field(default="", repr=False)
    options: tuple[str, ...] = field(default=(), repr=False)
    recommendation: str = field(default="", repr=False)
    agency_position: str = field(default="", repr=False)
    impact: str = field(default="", repr=False)
    risk_if_nothing: str = field(default="", repr=False)
    respond_by: date | None = None
    meeting_id: UUID | None = None
    sensitivity: Sensitivity = Sensitivity.STANDARD


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back.

    Attributes:
        by: Who answered, as they are called there.
        on: The day they answered; the desk's day when empty.
    """

    outcome: EscalationOutcome
    text: str = field(repr=False)
    by: str
    conditions: str = field(default="", repr=False)
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What an answer changed for the person; `NONE` is an answer, too, and says so.

    Attributes:
        action_id: The action that was added or changed.
    """

    kind: EscalationEffect | None
    text: str = field(default="", repr=False)
    action_id: UUID | None = None


def check_move(was: EscalationStatus, wanted: EscalationStatus) -> None:
    """Refuse a step that the table of moves does not have.

    Raises:
        TransitionError: It is not there.
    """
    if wanted not in MOVES[was]:
        raise TransitionError(was=was, wanted=wanted)


def check_draft(status: EscalationStatus) -> None:
    """Refuse to change the words of what has been sent.

    Raises:
        GuardError: `escalation-sent`.
    """
    if status is not _S.DRAFT:
        raise GuardError("escalation-sent")


def check_sending(status: EscalationStatus) -> None:
    """Refuse to send twice: what was closed or answered is opened again instead.

    Raises:
        TransitionError: It is no draft.
    """
    if status is not _S.DRAFT:
        raise TransitionError(was=status, wanted=_S.SENT)


def check_awaiting(status: EscalationStatus) -> None:
    """Refuse to chase, or to miss, an answer nobody owes.

    Raises:
        GuardError: `nothing-awaited`.
    """
    if status not in AWAITING:
        raise GuardError("nothing-awaited")


def check_level(track: EscalationTrack, level: int | None, ladder: Sequence[LadderLevel]) -> None:
    """Refuse a level the ladder does not have, or any level off the ladder.

    Raises:
        InvalidFieldsError: `level` is `not-in-list`.
    """
    known = {one.level for one in ladder} if track is _T.BARRIER else {None}
    if level not in known:
        raise InvalidFieldsError({"level": "not-in-list"})


def check_ready(*, receiver: str, ask: str, respond_by: date | None, sent_on: date) -> date:
    """Refuse to send what does not say whom it asks, for what exactly, and by when; gives the day.

    What went out earlier and is noted only now may be overdue at once.

    Raises:
        InvalidFieldsError: `receiver`, `ask`, `respond_by` are `required`; the day is
            `before-sent`.
    """
    wrong: dict[str, str] = {}
    if is_blank(receiver):
        wrong["receiver"] = "required"
    if is_blank(ask):
        wrong["ask"] = "required"
    if respond_by is None:
        wrong["respond_by"] = "required"
    elif respond_by < sent_on:
        wrong["respond_by"] = "before-sent"
    if wrong or respond_by is None:
        raise InvalidFieldsError(wrong)
    return respond_by


def check_briefing(
    status: EscalationStatus, *, receiver: str, ask: str, respond_by: date | None
) -> None:
    """Refuse a paper of what could not be sent: whom it asks, what for, or by when is missing.

    Raises:
        GuardError: `draft-half-written`.
    """
    if status is _S.DRAFT and (is_blank(receiver) or is_blank(ask) or respond_by is None):
        raise GuardError("draft-half-written")


def check_sent_on(sent_on: date, raised_on: date, today: date) -> None:
    """Refuse to have sent something before it was raised, or on a day to come.

    Raises:
        InvalidFieldsError: `sent_on` is `in-the-future` or `before-raised`.
    """
    if sent_on > today:
        raise InvalidFieldsError({"sent_on": "in-the-future"})
    if sent_on < raised_on:
        raise InvalidFieldsError({"sent_on": "before-raised"})


def check_day(name: str, on: date, sent_on: date | None, today: date) -> None:
    """Refuse something said of an escalation before it was sent, or on a day to come.

    Raises:
        InvalidFieldsError: `in-the-future`, `before-sent`.
    """
    if on > today:
        raise InvalidFieldsError({name: "in-the-future"})
    if sent_on is not None and on < sent_on:
        raise InvalidFieldsError({name: "before-sent"})


def check_reopened(name: str, on: date | None, reopened_on: date | None) -> None:
    """Refuse an answer from before it was asked again: that one is in the thread.

    Raises:
        InvalidFieldsError: `before-reopened`.
    """
    if on is not None and reopened_on is not None and on < reopened_on:
        raise InvalidFieldsError({name: "before-reopened"})


def check_reply(was: EscalationStatus, reply: Reply, *, sent_on: date | None, today: date) -> None:
    """Refuse an answer that says nothing, is nobody's, or came before it was asked.

    Raises:
        TransitionError: It was not sent, or was answered.
        InvalidFieldsError: `outcome` is `not-in-list`; `answer`, `answered_by` are `required`;
            `answered_on` is `in-the-future` or `before-sent`.
    """
    check_move(was, _S.ANSWERED)
    wrong: dict[str, str] = {}
    if reply.outcome not in ANSWERS:
        wrong["outcome"] = "not-in-list"
    if is_blank(reply.text):
        wrong["answer"] = "required"
    if is_blank(reply.by):
        wrong["answered_by"] = "required"
    if wrong:
        raise InvalidFieldsError(wrong)
    check_day("answered_on", reply.on or today, sent_on, today)


def check_closing(was: EscalationStatus, effect: Effect) -> None:
    """Refuse to close one that has no answer, or whose effect on the plan is not written.

    Raises:
        GuardError: `not-answered`; `effect-needed`: what it changed, or that it changed nothing.
        TransitionError: It is closed.
        InvalidFieldsError: What was changed is not said.
    """
    check_move(was, _S.CLOSED)
    if was is not _S.ANSWERED:
        raise GuardError("not-answered")
    if effect.kind is None:
        raise GuardError("effect-needed")
    if effect.kind in _OF_ACTIONS and effect.action_id is None and is_blank(effect.text):
        raise InvalidFieldsError({"effect_action_id": "required"})
    if effect.kind not in {*_OF_ACTIONS, EscalationEffect.NONE} and is_blank(effect.text):
        raise InvalidFieldsError({"effect": "required"})


def check_afterwards(wanted: BarrierStatus | None) -> None:
    """Refuse to make of the barrier what an escalation cannot make of it.

    Raises:
        InvalidFieldsError: `barrier_status` is `not-in-list`.
    """
    if wanted is not None and wanted not in AFTERWARDS:
        raise InvalidFieldsError({"barrier_status": "not-in-list"})


def check_withdrawal(was: EscalationStatus, reason: str) -> None:
    """Refuse to take back what was answered, or without saying why.

    Raises:
        GuardError: `escalation-answered`: it is closed with its effect instead.
        TransitionError: It is closed.
        ReasonNeededError: `escalation-withdrawn`.
    """
    check_move(was, _S.CLOSED)
    if was is _S.ANSWERED:
        raise GuardError("escalation-answered")
    need_reason(reason, "escalation-withdrawn")


def reopened(was: EscalationStatus, sent_on: date | None, reason: str) -> EscalationStatus:
    """Say what one becomes that is opened again: as it was sent, or a draft that never was.

    Raises:
        TransitionError: It is open.
        ReasonNeededError: `escalation-reopened`.
    """
    wanted = _S.DRAFT if sent_on is None else _S.SENT
    check_move(was, wanted)
    need_reason(reason, "escalation-reopened")
    return wanted


def left_behind_as(was: EscalationStatus, *, is_overdue: bool) -> EscalationOutcome | None:
    """Say how an escalation ends that goes to the next level; nothing when its answer stands.

    Raises:
        GuardError: `not-sent`: a draft asks nobody yet.
        TransitionError: It is closed.
    """
    if was is _S.DRAFT:
        raise GuardError("not-sent")
    check_move(was, _S.CLOSED)
    if was is _S.ANSWERED:
        return None
    return _O.NO_REPLY if is_overdue else _O.PASSED_ON
