"""What the briefing of an escalation is made of, as its receiver may have it."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar
from uuid import UUID

from coordinator.domain.lists.barriers import (
    BarrierCategory,
    EscalationOutcome,
    EscalationTrack,
)
from coordinator.domain.lists.people import HousingStatus
from coordinator.domain.people.around import Forum
from coordinator.domain.people.rules import PersonName
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.states import CasePhase, EscalationStatus

MOST_TRIED = 8
"""Steps a briefing lists; of more, the last ones, and how many came before."""


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """An earlier escalation of the same chain."""

    level: int | None
    receiver: str
    on: date
    outcome: EscalationOutcome | None
    answer: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TriedBarrier:
    """What is in the way, and what its workers said they tried.

    Attributes:
        own_category: The panel's own word, instead of `category`'s.
        action: What was to be done.
        reported: What was said of it last, by whom and when.
    """

    TYPED: ClassVar[tuple[str, ...]] = (
        "own_category",
        "description",
        "tried",
        "action",
        "reported",
    )

    category: BarrierCategory
    own_category: str
    agency: str
    since: date
    description: str = field(repr=False)
    tried: str = field(repr=False)
    worker: str = ""
    action: str = field(default="", repr=False)
    reported: str = field(default="", repr=False)
    reported_by: str = ""
    reported_on: date | None = None


@dataclass(frozen=True, slots=True)
class OtherPeople:
    """Who else has the same barrier, counted and never named.

    Attributes:
        same: People beside this one with an open barrier of the category.
        gap: Its number; empty when no gap holds the barrier.
        affected: People of the gap beside this one.
    """

    same: int = 0
    gap: str = ""
    affected: int = 0
    first_raised_on: date | None = None
    cost: str = ""


@dataclass(frozen=True, slots=True)
class BriefedPerson:
    """The person as far as a briefing tells of them; `name` only when the chair let it be."""

    id: UUID
    reference: str
    name: PersonName | None = field(default=None, repr=False)
    on_caseload_since: date | None = None
    phase: CasePhase | None = None
    housing: HousingStatus | None = None
    last_seen_on: date | None = None
    forums: tuple[Forum, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class BriefingContact:
    """Somebody of the panel to ring; `is_chair` or the coordinator."""

    is_chair: bool
    name: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The escalation itself; `step` is what the panel calls its level."""

    TYPED: ClassVar[tuple[str, ...]] = (
        "ask",
        "authority",
        "recommendation",
        "position",
        "impact",
        "risk_if_nothing",
        "answer",
        "conditions",
    )

    number: str
    track: EscalationTrack
    level: int | None
    step: str
    status: EscalationStatus
    receiver: str
    receiver_role: str
    sent_on: date | None
    respond_by: date | None
    answered_on: date | None
    answered_by: str
    ask: str = field(repr=False)
    authority: str = field(repr=False)
    options: tuple[str, ...] = field(repr=False)
    recommendation: str = field(repr=False)
    position: str = field(repr=False)
    impact: str = field(repr=False)
    risk_if_nothing: str = field(repr=False)
    answer: str = field(repr=False)
    conditions: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BriefingFacts:
    """One escalation with what its briefing tells; what was typed is hidden as the chair decided.

    Attributes:
        audience: For whom the copy is: the receiver, as the rule of need to know sees them.
        names_shown: The chair decided so, and the receiver may be told of the person by name.
    """

    audience: Audience = field(repr=False)
    asked: Asked
    names_shown: bool
    person: BriefedPerson | None
    barrier: TriedBarrier | None
    before: tuple[AskedBefore, ...]
    others: OtherPeople
    contacts: tuple[BriefingContact, ...]
