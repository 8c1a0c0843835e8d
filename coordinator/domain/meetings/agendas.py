"""The agenda that writes itself: from what is open to ordered lines. Nothing open is ever lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import NamedTuple, TypeVar
from uuid import UUID

from coordinator.domain.lists.meetings import AgendaKind, WhyListed
from coordinator.domain.lists.plans import PanelPriority
from coordinator.domain.panel.rundowns import USUAL, Rundown
from coordinator.domain.states import CasePhase, CaseStatus, ItemStatus, ReferralStatus

NOT_SEEN_DAYS = 28
"""Days without anybody seeing a person after which they are on the agenda by themselves."""

MOST_MINUTES = 120
"""One line may take."""

REFERRALS_WAITING = frozenset(
    {ReferralStatus.SUBMITTED, ReferralStatus.SCREENED, ReferralStatus.DEFERRED}
)

_WEIGHT = {kind: place for place, kind in enumerate(AgendaKind)}
_PRIORITY = {priority: place for place, priority in enumerate(PanelPriority)}
_CHOSEN = frozenset({WhyListed.ADDED, WhyListed.URGENT})
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the agenda needs to know about an open or paused case.

    Attributes:
        last_seen_on: When somebody last saw the person; the day the case opened counts until then.
        has_lead: Whether a lead professional is in post.
        is_closure_proposed: Whether it is time to ask *ready to step down?*.
        protocol_review_on: The day of the last step of a protocol that runs.
        has_died: The case stays on the agenda until it is closed, for no other reason.
        risk_review_on: The first day on which a risk that was accepted is to be looked at again.
        is_missing: Somebody noted them as missing, and nobody has found them yet.
    """

    case_id: UUID
    person_id: UUID
    reference: str
    status: CaseStatus
    opened_on: date
    phase: CasePhase = CasePhase.ENGAGING
    priority: PanelPriority | None = None
    next_review_on: date | None = None
    look_again_on: date | None = None
    last_seen_on: date | None = None
    has_lead: bool = True
    is_closure_proposed: bool = False
    has_died: bool = False
    protocol_review_on: date | None = None
    risk_review_on: date | None = None
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A referral that waits for the panel."""

    referral_id: UUID
    person_id: UUID
    reference: str
    referred_on: date
    status: ReferralStatus


@dataclass(frozen=True, slots=True)
class EscalationFacts:
    """An escalation whose answer has come, or should have.

    Attributes:
        since: The day it was answered, else the day it should have been.
    """

    escalation_id: UUID
    number: str
    since: date
    is_answered: bool
    person_id: UUID | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """A line of an earlier agenda that was put off or never reached."""

    item_id: UUID
    kind: AgendaKind
    was: ItemStatus
    title: str = ""
    person_id: UUID | None = None
    case_id: UUID | None = None
    referral_id: UUID | None = None
    escalation_id: UUID | None = None
    reference: str = ""
    outcome_sought: str = ""
    urgent_reason: str = ""
    minutes_planned: int = 5


@dataclass(frozen=True, slots=True)
class AgendaFacts:
    """Everything open on one day.

    Attributes:
        on: The day of the meeting.
        actions_due: How many open actions are due by then or past their date.
        rundown: The panel's standard agenda: the order of the kinds, the minutes of a line.
    """

    on: date
    actions_due: int = 0
    cases: tuple[CaseFacts, ...] = ()
    referrals: tuple[ReferralFacts, ...] = ()
    left_open: tuple[LeftOpen, ...] = ()
    escalations: tuple[EscalationFacts, ...] = ()
    not_seen_days: int = NOT_SEEN_DAYS
    rundown: Rundown = USUAL


class Matter(NamedTuple):
    """What a line is about; one line per matter on one agenda."""

    kind: str
    record: UUID | None = None


ACTIONS = Matter("actions")


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line to be: what it is about, why it stands there, and what it carries on."""

    matter: Matter
    kind: AgendaKind
    why: tuple[WhyListed, ...]
    person_id: UUID | None = None
    case_id: UUID | None = None
    referral_id: UUID | None = None
    escalation_id: UUID | None = None
    title: str = ""
    outcome_sought: str = ""
    urgent_reason: str = ""
    minutes_planned: int = 5
    carried_from_id: UUID | None = None
    rank: tuple[int, date, str] = field(default=(0, date.min, ""), compare=False)


def matter_of(
    kind: AgendaKind,
    *,
    case_id: UUID | None = None,
    referral_id: UUID | None = None,
    escalation_id: UUID | None = None,
    item_id: UUID | None = None,
) -> Matter:
    """Say what a line is about: an escalation, a case, a referral, the actions, else itself."""
    if escalation_id is not None:
        return Matter("escalation", escalation_id)
    if case_id is not None:
        return Matter("case", case_id)
    if referral_id is not None:
        return Matter("referral", referral_id)
    if kind is AgendaKind.ACTION_CHECK:
        return ACTIONS
    return Matter("topic", item_id)


def is_written_by_itself(why: Iterable[WhyListed]) -> bool:
    """Whether a line follows from what is on file, so that it goes when its reasons go."""
    return _CHOSEN.isdisjoint(why)


def write(facts: AgendaFacts) -> tuple[AgendaLine, ...]:
    """Write the agenda: what is open, each matter once, in the order of the meeting.

    The kinds come in the order of the panel's standard agenda; within one kind the more urgent
    first, then what has waited longer, then by reference, so that the order is the same each time.
    """
    lines: dict[Matter, AgendaLine] = {}
    asked = (*_actions(facts), *_escalations(facts), *_cases(facts), *_referrals(facts))
    for line in (*asked, *_carried(facts)):
        known = lines.get(line.matter)
        lines[line.matter] = line if known is None else _joined(known, line)
    places = {kind: place for place, kind in enumerate(facts.rundown.kinds)}

    def place(line: AgendaLine) -> tuple[int, int, date, str, str]:
        return (places[line.kind], *line.rank, str(line.matter.record))

    return tuple(sorted(lines.values(), key=place))


def _joined(known: AgendaLine, line: AgendaLine) -> AgendaLine:
    """Give one line with the reasons of both; the weightier kind wins: urgent before a review."""
    kind = min(known.kind, line.kind, key=_WEIGHT.__getitem__)
    return replace(
        known,
        kind=kind,
        why=tuple(dict.fromkeys((*known.why, *line.why))),
        minutes_planned=max(known.minutes_planned, line.minutes_planned),
        outcome_sought=known.outcome_sought or line.outcome_sought,
        urgent_reason=known.urgent_reason or line.urgent_reason,
        carried_from_id=known.carried_from_id or line.carried_from_id,
    )


def _actions(facts: AgendaFacts) -> Iterator[AgendaLine]:
    if facts.actions_due:
        kind = AgendaKind.ACTION_CHECK
        why = (WhyListed.OVERDUE_ACTIONS,)
        yield AgendaLine(ACTIONS, kind, why, minutes_planned=facts.rundown.minutes_for(kind))


def _escalations(facts: AgendaFacts) -> Iterator[AgendaLine]:
    kind = AgendaKind.ESCALATION_ANSWER
    for one in facts.escalations:
        why = WhyListed.ESCALATION_ANSWERED if one.is_answered else WhyListed.ESCALATION_OVERDUE
        yield AgendaLine(
            matter=Matter("escalation", one.escalation_id),
            kind=kind,
            why=(why,),
            person_id=one.person_id,
            escalation_id=one.escalation_id,
            title=one.number,
            minutes_planned=facts.rundown.minutes_for(kind),
            rank=(0 if one.is_answered else 1, one.since, one.number),
        )


def _cases(facts: AgendaFacts) -> Iterator[AgendaLine]:
    for case in facts.cases:
        why = reasons(case, facts.on, facts.not_seen_days)
        if why:
            kind = _kind_of(why)
            waited = case.next_review_on or case.look_again_on or case.opened_on
            yield AgendaLine(
                matter=Matter("case", case.case_id),
                kind=kind,
                why=why,
                person_id=case.person_id,
                case_id=case.case_id,
                minutes_planned=facts.rundown.minutes_for(kind),
                rank=(_urgency(case.priority), waited, case.reference),
            )


def reasons(
    case: CaseFacts, on: date, not_seen_days: int = NOT_SEEN_DAYS
) -> tuple[WhyListed, ...]:
    """Say why a case is on the agenda of a day; nothing when it can wait.

    A case without a date for its next look is always listed: it would be lost otherwise.
    """
    if case.has_died and case.status is not CaseStatus.CLOSED:
        return (WhyListed.HAS_DIED,)
    if case.status is CaseStatus.PAUSED:
        return (
            *_when(WhyListed.MISSING, case.is_missing),
            *_when(WhyListed.LOOK_AGAIN, case.look_again_on is None or case.look_again_on <= on),
            *_when(WhyListed.RISK_REVIEW, _has_come(case.risk_review_on, on)),
        )
    if case.status is not CaseStatus.OPEN:
        return ()
    seen = case.last_seen_on or case.opened_on
    return (
        *_when(WhyListed.MISSING, case.is_missing),
        *_when(WhyListed.URGENT_PRIORITY, case.priority is PanelPriority.URGENT),
        *_when(WhyListed.NO_REVIEW_DATE, case.next_review_on is None),
        *_when(WhyListed.REVIEW_DUE, _has_come(case.next_review_on, on)),
        *_when(WhyListed.NOT_SEEN, on - seen >= timedelta(days=not_seen_days)),
        *_when(WhyListed.PROTOCOL_REVIEW, _has_come(case.protocol_review_on, on)),
        *_when(WhyListed.RISK_REVIEW, _has_come(case.risk_review_on, on)),
        *_when(WhyListed.LEAD_TO_AGREE, not case.has_lead),
        *_when(WhyListed.CLOSURE_PROPOSED, case.is_closure_proposed),
    )


def _has_come(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _when(why: WhyListed, holds: bool) -> tuple[WhyListed, ...]:  # noqa: FBT001 - reads as said
    return (why,) if holds else ()


def _kind_of(why: Iterable[WhyListed]) -> AgendaKind:
    cannot_wait = {WhyListed.URGENT_PRIORITY, WhyListed.MISSING}
    if not cannot_wait.isdisjoint(why):
        return AgendaKind.URGENT
    closing = {WhyListed.CLOSURE_PROPOSED, WhyListed.HAS_DIED}
    return AgendaKind.REVIEW if closing.isdisjoint(why) else AgendaKind.CLOSURE


def _urgency(priority: PanelPriority | None) -> int:
    return len(_PRIORITY) if priority is None else _PRIORITY[priority]


def _referrals(facts: AgendaFacts) -> Iterator[AgendaLine]:
    kind = AgendaKind.NEW_REFERRAL
    for referral in facts.referrals:
        if referral.status in REFERRALS_WAITING:
            was_deferred = referral.status is ReferralStatus.DEFERRED
            why = WhyListed.REFERRAL_DEFERRED if was_deferred else WhyListed.NEW_REFERRAL
            yield AgendaLine(
                matter=Matter("referral", referral.referral_id),
                kind=kind,
                why=(why,),
                person_id=referral.person_id,
                referral_id=referral.referral_id,
                minutes_planned=facts.rundown.minutes_for(kind),
                rank=(0, referral.referred_on, referral.reference),
            )


def _carried(facts: AgendaFacts) -> Iterator[AgendaLine]:
    for left in _still_open(facts):
        was_deferred = left.was is ItemStatus.DEFERRED
        why = WhyListed.DEFERRED_LAST_TIME if was_deferred else WhyListed.LEFT_OPEN_LAST_TIME
        yield AgendaLine(
            matter=matter_of(
                left.kind,
                case_id=left.case_id,
                referral_id=left.referral_id,
                escalation_id=left.escalation_id,
                item_id=left.item_id,
            ),
            kind=left.kind,
            why=(why,),
            person_id=left.person_id,
            case_id=left.case_id,
            referral_id=left.referral_id,
            escalation_id=left.escalation_id,
            title=left.title,
            outcome_sought=left.outcome_sought,
            urgent_reason=left.urgent_reason,
            minutes_planned=left.minutes_planned,
            carried_from_id=left.item_id,
            rank=(0, date.min, left.reference),
        )


def _still_open(facts: AgendaFacts) -> Iterator[LeftOpen]:
    """Leave out what was settled meanwhile: a closed case or escalation, a decided referral."""
    cases = {case.case_id for case in facts.cases if case.status is not CaseStatus.CLOSED}
    referrals = {one.referral_id for one in facts.referrals if one.status in REFERRALS_WAITING}
    asked = {None, *(one.escalation_id for one in facts.escalations)}  # none: put there by hand
    for left in facts.left_open:
        settled = {
            AgendaKind.ACTION_CHECK: True,  # the actions themselves say whether they are open
            AgendaKind.REVIEW: left.case_id not in cases,
            AgendaKind.CLOSURE: left.case_id not in cases,
            AgendaKind.NEW_REFERRAL: left.referral_id not in referrals,
            AgendaKind.ESCALATION_ANSWER: left.escalation_id not in asked,
        }
        if not settled.get(left.kind, False):
            yield left


def in_order(kept: Sequence[T], wanted: Sequence[T]) -> list[T]:
    """Put what is wanted in order: as the coordinator left it, new ones after their neighbour.

    Args:
        kept: The order as it was; what is no longer wanted falls out.
        wanted: Everything that belongs there, in the order the agenda would have by itself.
    """
    order = [one for one in dict.fromkeys(kept) if one in set(wanted)]
    before: T | None = None
    for one in wanted:
        if one not in order:
            order.insert(0 if before is None else order.index(before) + 1, one)
        before = one
    return order
